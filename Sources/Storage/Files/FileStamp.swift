import Glibc

/// What tells without reading whether a file was written since: its size, its place on the disk and its times.
struct FileStamp: Hashable, Sendable {
  let bytes: Int
  private let node: UInt64
  private let seconds: Int
  private let nanoseconds: Int

  /// The stamp of the file at a path; `nil` when none is there.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    bytes = Int(status.st_size)
    node = UInt64(status.st_ino)
    // The time of the last change of content or name: unlike the other, nobody can set it back.
    seconds = status.st_ctim.tv_sec
    nanoseconds = status.st_ctim.tv_nsec
  }

  /// Reads what `text` wrote.
  init?(text: String) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 4, let bytes = Int(parts[0]), let node = UInt64(parts[1]),
      let seconds = Int(parts[2]), let nanoseconds = Int(parts[3])
    else { return nil }
    self.bytes = bytes
    self.node = node
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  var text: String { "\(bytes) \(node) \(seconds) \(nanoseconds)" }
}
