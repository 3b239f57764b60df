internal import Glibc

/// Messages to the person at the terminal, apart from results.
enum Diagnostics {
  /// Writes a message of one or a few lines to standard error.
  ///
  /// Names of files may hold anything; what could steer a terminal is spelled out, as in `\u{1b}`.
  static func say(_ message: String) {
    write(spelledOut(message) + "\n")
  }

  /// The text with controls other than line ends, and characters that reorder what stands beside them, spelled out.
  static func spelledOut(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control where scalar != "\n", .format, .lineSeparator, .paragraphSeparator:
        result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
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
