internal import Embeddings
internal import Glibc
internal import Synchronization

/// Weight files behind one another in one stretch of memory, with room at the end for constants made on the way.
///
/// The runtime takes the constants of a model from one block of memory. Files are mapped into the block, so that their
/// pages are read when they are needed and shared with whoever else maps them; they must not be cut or rewritten in
/// place meanwhile.
final class WeightMemory: Sendable {
  /// The memory's first byte.
  // A raw pointer is not Sendable. The files behind this one are only read. The room behind them is only written by
  // `append`, under the lock of `used`, to bytes that nobody knows the place of yet. `deinit` unmaps it all once.
  nonisolated(unsafe) let start: UnsafeMutableRawPointer
  /// Bytes of files and room together.
  let byteCount: Int
  /// The bytes of each file, in order, as offsets from the start.
  let files: [Range<Int>]
  private let used: Mutex<Int>

  /// Maps files.
  /// - Parameters:
  ///   - paths: the files, in order.
  ///   - room: how many bytes can be appended, given the bytes that the files take.
  /// - Throws: `EncoderError.malformedModel` that names the file that can't be opened or mapped.
  init(mapping paths: [String], room: (Int) -> Int) throws(EncoderError) {
    let sources = try WeightSource.opened(paths)
    defer { for source in sources { source.close() } }
    var end = 0
    var files: [Range<Int>] = []
    for source in sources {
      files.append(end + source.shift..<end + source.shift + source.byteCount)
      end += Self.wholePages(source.shift + source.byteCount)
    }
    byteCount = end + Self.wholePages(room(end))
    let flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE
    guard let start = mmap(nil, byteCount, PROT_READ | PROT_WRITE, flags, -1, 0), start != MAP_FAILED else {
      throw .unavailable(reason: "the system has no \(byteCount) bytes of address space for the weights")
    }
    self.start = start
    self.files = files
    used = Mutex(end)
    for (source, range) in zip(sources, files) { try source.fill(start + range.lowerBound) }
  }

  deinit { munmap(start, byteCount) }

  /// The bytes at an offset.
  func bytes(_ range: Range<Int>) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: start + range.lowerBound, count: range.count)
  }

  /// Puts values behind the files and says at which offset they lie.
  /// - Precondition: they fit into the room.
  func append<Value: BitwiseCopyable>(_ values: [Value]) -> Int {
    used.withLock { used in
      let offset = (used + 63) / 64 * 64
      values.withUnsafeBytes { bytes in
        precondition(offset + bytes.count <= byteCount, "no room for \(bytes.count) bytes of constants")
        if let source = bytes.baseAddress {
          (start + offset).copyMemory(from: source, byteCount: bytes.count)
        }
        used = offset + bytes.count
      }
      return offset
    }
  }

  private static func wholePages(_ count: Int) -> Int {
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    return (count + page - 1) / page * page
  }
}
