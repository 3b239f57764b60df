package import TerminalUI

/// Why the interface can't be shown where the program was started; each says what to do instead.
package enum TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Input or output is a file or a pipe.
  case notATerminal(stream: String)
  /// `TERM` is not set.
  case noType
  /// The terminal can't move its cursor.
  case dumb(type: String)
  /// The type is not in the terminfo database.
  case unknownType(String)
  /// The window is smaller than the interface's least size.
  case tooSmall(Size, least: Size)
  /// A system call failed.
  case system(call: String, code: Int32)

  package var description: String {
    switch self {
    case .notATerminal(let stream):
      "\(stream) is not a terminal: run this in a terminal window, or use 'assay search' in a pipe"
    case .noType: "TERM is not set: set it to your terminal's type, such as TERM=xterm-256color"
    case .dumb(let type):
      "a terminal of type '\(type)' can't show a screen: set TERM to your terminal's type, such as xterm-256color"
    case .unknownType(let type):
      "the terminal type '\(type)' (TERM) is not known here: install ncurses-term or try TERM=xterm-256color"
    case .tooSmall(let size, let least):
      "the terminal has \(size.columns)×\(size.rows) cells; at least \(least.columns)×\(least.rows) are needed: enlarge it"
    case .system(let call, let code): "the terminal could not be set up: \(call) failed with error \(code)"
    }
  }
}
