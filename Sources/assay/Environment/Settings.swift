internal import Foundation
internal import Storage

/// The process's surroundings, read once; nothing else in the program reads the environment.
struct Settings: Sendable {
  /// Every environment variable.
  let environment: [String: String]

  static let current = Settings(environment: ProcessInfo.processInfo.environment)

  /// Where logs, sessions, past queries, copies and tours go: `$XDG_STATE_HOME/assay`, by default `~/.local/state/assay`.
  var stateFolder: String {
    // Whoever runs without a home of its own in the environment still has one.
    let folder =
      UserFolder.state.path(in: environment) ?? UserFolder.state.path(inHome: NSHomeDirectory())
    return folder + "/assay"
  }

  /// Who grades: `$ASSAY_ASSESSOR`, else the login name.
  var assessor: String {
    for name in ["ASSAY_ASSESSOR", "USER", "LOGNAME"] {
      if let value = environment[name], !value.isEmpty { return value }
    }
    return NSUserName()
  }
}
