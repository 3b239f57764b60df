import Glibc
import Retrieval

/// A file as memory: read when it is touched, shared with everybody else who maps it, and never in the way of the
/// program's own memory.
///
/// A mapping stays valid when the file is replaced or removed. It must not be cut or written in place meanwhile: nobody
/// in this program does so with a file that has its final name.
final class Mapping: Sendable {
  /// How memory will be used, so that the system reads ahead or does not.
  enum Use {
    /// All of it, in order and soon.
    case soon
    /// Here and there.
    case random

    var advice: CInt {
      switch self {
      case .soon: MADV_WILLNEED
      case .random: MADV_RANDOM
      }
    }
  }

  /// The file's bytes.
  nonisolated(unsafe) let bytes: UnsafeRawBufferPointer  // only ever read

  /// Maps a whole file for reading.
  convenience init(_ path: String) throws(StorageError) {
    let file = try OpenFile(path, for: .reading)
    try self.init(file, size: file.size(), protection: PROT_READ, flags: MAP_PRIVATE)
  }

  fileprivate init(
    _ file: OpenFile, size: Int, protection: CInt, flags: CInt
  ) throws(StorageError) {
    guard size > 0 else {
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    guard let start = mmap(nil, size, protection, flags, file.descriptor, 0), start != MAP_FAILED else {
      throw .reading(file.path, .last)
    }
    bytes = UnsafeRawBufferPointer(start: start, count: size)
  }

  deinit {
    if let start = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: start), bytes.count) }
  }

  /// The elements that the file holds; bytes that make no whole element at the end are left out.
  func elements<Element: BitwiseCopyable & Sendable>(of type: Element.Type) -> SharedArray<Element> {
    let count = bytes.count / MemoryLayout<Element>.stride
    let start = bytes.baseAddress?.bindMemory(to: type, capacity: count)
    return SharedArray(UnsafeBufferPointer(start: start, count: count), owner: self)
  }

  /// Tells the system how the memory will be used; it may not care.
  func advise(_ use: Use) {
    guard let start = bytes.baseAddress else { return }
    madvise(UnsafeMutableRawPointer(mutating: start), bytes.count, use.advice)
  }
}

/// A new file that is filled through memory.
final class MutableMapping {
  private let file: OpenFile
  private let mapping: Mapping

  /// Makes a file of `size` zero bytes, whose place on the disk is reserved first: a full disk is an error here and
  /// not a signal later.
  init(creating path: String, size: Int) throws(StorageError) {
    file = try OpenFile(path, for: .mapping)
    try file.reserve(size)
    mapping = try Mapping(file, size: size, protection: PROT_READ | PROT_WRITE, flags: MAP_SHARED)
  }

  /// The memory as elements.
  func elements<Element: BitwiseCopyable>(of type: Element.Type) -> UnsafeMutableBufferPointer<Element> {
    let count = mapping.bytes.count / MemoryLayout<Element>.stride
    let start = mapping.bytes.baseAddress.map {
      UnsafeMutableRawPointer(mutating: $0).bindMemory(to: type, capacity: count)
    }
    return UnsafeMutableBufferPointer(start: start, count: count)
  }

  /// The memory as bytes.
  var bytes: UnsafeRawBufferPointer { mapping.bytes }

  /// Waits until everything written to the memory is on the disk.
  func sync() throws(StorageError) {
    // Pages of a shared mapping are the file's own: fsync writes the dirty ones.
    try file.sync()
  }
}
