internal import Foundation
internal import Glibc
internal import Relevance

/// A file that is being downloaded: `NAME.partial`, and `NAME.partial.validator` with what the server calls that version.
///
/// Locked while it is open, so that two downloads of one file don't mix.
final class PartialFile {
  let path: String
  private let destination: String
  private let descriptor: CInt
  /// Bytes that are in the file.
  private(set) var count = 0
  /// Whether bytes of an earlier download had to go.
  private(set) var hasRestarted = false
  private var hash = SHA256()

  init(for destination: String) throws(HTTPError) {
    self.destination = destination
    path = destination + ".partial"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644 as mode_t)
    guard descriptor >= 0 else { throw Self.refusal(path) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      // Everything has a value here, so `deinit` runs and closes the file; closing it twice would close another's.
      throw .file(path: path, reason: "is being downloaded already; wait for that to end")
    }
    try takeOverWhatIsThere()
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// What the server called the version that the file's bytes belong to.
  var validator: String? {
    let text = FileManager.default.contents(atPath: validatorPath).map { String(decoding: $0, as: UTF8.self) }
    return text.flatMap { $0.isEmpty || $0.utf8.contains { $0 < 0x20 || $0 == 0x7f } ? nil : $0 }
  }

  private var validatorPath: String { path + ".validator" }

  /// Empties the file for a version that the server calls `validator`.
  func restart(validator: String?) throws(HTTPError) {
    guard ftruncate(descriptor, 0) == 0, lseek(descriptor, 0, SEEK_SET) == 0 else { throw Self.refusal(path) }
    hasRestarted = hasRestarted || count > 0
    (count, hash) = (0, SHA256())
    unlink(validatorPath)
    guard let validator else { return }
    guard FileManager.default.createFile(atPath: validatorPath, contents: Data(validator.utf8)) else {
      throw .file(path: validatorPath, reason: "can't be written")
    }
  }

  /// Writes at the end.
  func append(_ bytes: UnsafeRawBufferPointer) throws(HTTPError) {
    var rest = bytes
    while !rest.isEmpty {
      let written = write(descriptor, rest.baseAddress, rest.count)
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw Self.refusal(path) }
      rest = UnsafeRawBufferPointer(rebasing: rest[written...])
    }
    count += bytes.count
    bytes.withMemoryRebound(to: UInt8.self) { hash.update($0) }
  }

  /// The digest of all bytes so far, in lower-case hex.
  var sha256: String { Hexadecimal.string(of: hash.digest()) }

  /// Gives the file its final name, once it is safe on the disk.
  func finish() throws(HTTPError) {
    guard fsync(descriptor) == 0, rename(path, destination) == 0 else { throw Self.refusal(destination) }
    unlink(validatorPath)
    let folder = open(
      URL(fileURLWithPath: destination).deletingLastPathComponent().path, O_RDONLY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }

  /// Removes the file with all that was fetched.
  func discard() {
    unlink(path)
    unlink(validatorPath)
  }

  /// Counts and digests the bytes of an earlier download; the position is then at the end.
  private func takeOverWhatIsThere() throws(HTTPError) {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = read(descriptor, &buffer, buffer.count)
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw Self.refusal(path) }
      if got == 0 { return }
      hash.update(buffer[..<got])
      count += got
    }
  }

  private static func refusal(_ path: String) -> HTTPError {
    .file(path: path, reason: String(cString: strerror(errno)))
  }
}
