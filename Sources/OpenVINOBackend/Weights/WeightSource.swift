internal import Embeddings
internal import Glibc

/// An open weights file on its way into memory.
struct WeightSource {
  let path: String
  let byteCount: Int
  /// How far from a page's beginning the file must lie for its tensors to be aligned; zero for all but files written
  /// before headers were padded.
  let shift: Int
  private let descriptor: CInt

  /// Opens all files, or none.
  static func opened(_ paths: [String]) throws(EncoderError) -> [WeightSource] {
    var sources: [WeightSource] = []
    do {
      for path in paths { sources.append(try WeightSource(path)) }
    } catch {
      for source in sources { source.close() }
      throw error
    }
    return sources
  }

  private init(_ path: String) throws(EncoderError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else {
      throw .malformedModel(path: path, reason: "can't be opened: \(String(cString: strerror(errno)))")
    }
    var headerLength: UInt64 = 0
    _ = withUnsafeMutableBytes(of: &headerLength) { pread(descriptor, $0.baseAddress, $0.count, 0) }
    self.path = path
    self.descriptor = descriptor
    byteCount = Int(status.st_size)
    shift = Int((8 - UInt64(littleEndian: headerLength) % 8) % 8)
  }

  func close() { _ = Glibc.close(descriptor) }

  /// Brings the file's bytes to `memory`: mapped where a page begins, read otherwise.
  func fill(_ memory: UnsafeMutableRawPointer) throws(EncoderError) {
    guard byteCount > 0 else { return }
    guard shift != 0 else {
      let mapped = mmap(
        memory, byteCount, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_FIXED, descriptor, 0)
      guard mapped != MAP_FAILED else { throw mistake("mapped") }
      return
    }
    var done = 0
    while done < byteCount {
      let count = pread(descriptor, memory + done, byteCount - done, off_t(done))
      guard count > 0 else { throw mistake("read") }
      done += count
    }
  }

  private func mistake(_ participle: String) -> EncoderError {
    .malformedModel(path: path, reason: "can't be \(participle): \(String(cString: strerror(errno)))")
  }
}
