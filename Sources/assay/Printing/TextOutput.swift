internal import CTerminal
internal import Foundation
internal import Glibc
internal import Storage

/// Results on standard output or in a file.
enum TextOutput {
  /// How wide a line may be: as the terminal that shows it, else 120 cells.
  static var columns: Int {
    let width = isatty(STDOUT_FILENO) == 1 ? Int(assay_get_window_size(STDOUT_FILENO).columns) : 0
    return width > 0 ? width : 120
  }

  /// Writes one line to standard output.
  static func line(_ line: String) {
    text(line + "\n")
  }

  /// Writes text to standard output; a reader that went away ends the program quietly, as in any pipe.
  static func text(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if written < 0 && errno == EINTR { continue }
      if written <= 0 {
        let reason = errno
        if reason == EPIPE { exit(0) }
        Diagnostics.say("assay: standard output can't be written: \(String(cString: strerror(reason)))")
        exit(FailureCode.data.rawValue)
      }
      bytes = bytes.dropFirst(written)
    }
  }

  /// Writes a whole result to `path`, replacing it at once and only when complete, or to standard output.
  static func write(_ text: String, to path: String?) throws(StorageError) {
    guard let path else { return Self.text(text) }
    try AtomicFile.write(Array(text.utf8), to: path)
  }
}
