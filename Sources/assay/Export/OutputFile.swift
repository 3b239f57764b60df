internal import Foundation
internal import Storage

/// A file too large to be made in memory: it grows beside its place and gets its name when it is complete.
///
/// Dropped before `finish`, it leaves nothing behind, and an older file stays as it was.
final class OutputFile {
  private let path: String
  private let temporary: String
  private let handle: FileHandle
  private var waiting = Data()
  private var isFinished = false

  private static let blockSize = 1 << 20

  init(_ path: String) throws(StorageError) {
    self.path = path
    temporary = "\(path).\(ProcessInfo.processInfo.processIdentifier).new"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .unwritable(path: path, reason: String(cString: strerror(errno))) }
    handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  deinit {
    try? handle.close()
    if !isFinished { try? FileManager.default.removeItem(atPath: temporary) }
  }

  /// Adds text.
  func write(_ text: String) throws(StorageError) {
    waiting.append(contentsOf: text.utf8)
    try flush(atLeast: Self.blockSize)
  }

  /// Adds numbers as they lie in memory.
  func write<Element: BitwiseCopyable>(_ elements: some Collection<Element>) throws(StorageError) {
    Array(elements).withUnsafeBytes { waiting.append(contentsOf: $0) }
    try flush(atLeast: Self.blockSize)
  }

  /// Makes the content durable and gives the file its name.
  func finish() throws(StorageError) {
    try flush(atLeast: 1)
    do {
      try handle.synchronize()
    } catch {
      throw .unwritable(path: path, reason: error.localizedDescription)
    }
    guard rename(temporary, path) == 0 else {
      throw .unwritable(path: path, reason: String(cString: strerror(errno)))
    }
    isFinished = true
  }

  private func flush(atLeast size: Int) throws(StorageError) {
    guard waiting.count >= size else { return }
    do {
      try handle.write(contentsOf: waiting)
    } catch {
      throw .unwritable(path: path, reason: error.localizedDescription)
    }
    waiting.removeAll(keepingCapacity: true)
  }
}
