/// The folders of a user as the XDG base directory specification has them.
package enum UserFolder: Hashable, Sendable {
  /// What can't be made again.
  case data
  /// What can.
  case cache
  /// What the user has set.
  case configuration
  /// What was going on: logs, what was asked, how things were left.
  case state

  /// The folder, or `nil` when the environment names no home.
  ///
  /// A relative path counts as not set.
  package func path(in environment: [String: String]) -> String? {
    if let path = environment[variable], path.hasPrefix("/") { return path }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return path(inHome: home)
  }

  /// The folder where no variable names another.
  package func path(inHome home: String) -> String { Path.join(home, customary) }

  private var variable: String {
    switch self {
    case .data: "XDG_DATA_HOME"
    case .cache: "XDG_CACHE_HOME"
    case .configuration: "XDG_CONFIG_HOME"
    case .state: "XDG_STATE_HOME"
    }
  }

  private var customary: String {
    switch self {
    case .data: ".local/share"
    case .cache: ".cache"
    case .configuration: ".config"
    case .state: ".local/state"
    }
  }
}
