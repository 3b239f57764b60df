internal import Glibc
internal import Relevance

/// The digest of a file that lies on the disk.
enum FileDigest {
  /// SHA-256 in lower-case hex, read piece by piece; `nil` when the file can't be read.
  static func sha256(of path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var hash = SHA256()
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let got = read(descriptor, &buffer, buffer.count)
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { return nil }
      if got == 0 { return Hexadecimal.string(of: hash.digest()) }
      hash.update(buffer[..<got])
    }
  }
}
