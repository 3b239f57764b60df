internal import Glibc

/// Messages to the person at the terminal, apart from results.
enum Diagnostics {
  /// Writes one line to standard error.
  static func say(_ message: String) {
    write(message + "\n")
  }

  /// Writes text as it is to standard error, unbuffered.
  static func write(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      if written < 0 && errno == EINTR { continue }
      if written <= 0 { return }  // nobody listens; diagnostics are not worth dying for
      bytes = bytes.dropFirst(written)
    }
  }

  /// Whether standard error is a terminal, so that a line may be redrawn.
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}
