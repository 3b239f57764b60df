/// A value with where it comes from.
struct Setting<Value> {
  /// The value in force.
  let value: Value
  /// Who said so.
  let origin: SettingOrigin
}

extension Setting: Sendable where Value: Sendable {}

/// Where a setting comes from; later cases give way to earlier ones.
enum SettingOrigin: Hashable, Sendable, CustomStringConvertible {
  case commandLine
  case environment(variable: String)
  case file(path: String, line: Int)
  case standard

  var description: String {
    switch self {
    case .commandLine: "command line"
    case .environment(let variable): "$\(variable)"
    case .file(let path, let line): "\(path):\(line)"
    case .standard: "default"
    }
  }
}
