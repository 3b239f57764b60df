internal import Glibc
internal import Storage

/// Standard input, a line at a time, as soon as the line is there.
enum StandardInput {
  private static let lineFeed = UInt8(ascii: "\n")

  /// The next line without its terminator, `\n` or `\r\n`; `nil` at the end.
  ///
  /// Reads byte by byte: whoever waits for an answer to one line has not written the next.
  static func line() throws(StorageError) -> [UInt8]? {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while true {
      let count = Glibc.read(STDIN_FILENO, &byte, 1)
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw .unreadable(path: "standard input", reason: String(cString: strerror(errno))) }
      if count == 0, bytes.isEmpty { return nil }
      if count == 0 || byte == lineFeed { break }
      bytes.append(byte)
    }
    if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    return bytes
  }
}
