/// The folders of a user as the XDG base directory specification has them.
package enum UserFolder: Hashable, Sendable {
  /// What can't be made again.
  case data
  /// What can.
  case cache
  /// What the user has set.
  case configuration

  /// The folder, or `nil` when the environment names no home.
  ///
  /// A relative path counts as not set.
  package func path(in environment: [String: String]) -> String? {
    let (variable, fallback) =
      switch self {
      case .data: ("XDG_DATA_HOME", ".local/share")
      case .cache: ("XDG_CACHE_HOME", ".cache")
      case .configuration: ("XDG_CONFIG_HOME", ".config")
      }
    if let path = environment[variable], path.hasPrefix("/") { return path }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return Path.join(home, fallback)
  }
}
