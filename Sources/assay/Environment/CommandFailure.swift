/// Why a command ends early, in words for the person who typed it.
struct CommandFailure: Error, Hashable, CustomStringConvertible {
  /// What happened, where, and what to do; one or a few lines.
  let message: String
  /// What scripts see.
  let code: FailureCode

  var description: String { message }

  init(_ message: String, code: FailureCode) {
    self.message = message
    self.code = code
  }

  /// Wraps a problem of the data that was given.
  static func data(_ problem: some CustomStringConvertible) -> CommandFailure {
    CommandFailure(problem.description, code: .data)
  }

  /// Wraps a problem of how the command was called.
  static func usage(_ message: String) -> CommandFailure {
    CommandFailure(message, code: .usage)
  }
}

/// The exit codes other than 0.
enum FailureCode: Int32 {
  /// The command worked and its answer is no.
  case negative = 1
  /// The command line or the terminal is not what the command needs.
  case usage = 2
  /// A file is missing, broken or of another version.
  case data = 3
  /// Interrupted from the keyboard, as shells report it.
  case interrupted = 130
}
