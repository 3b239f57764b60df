internal import Storage

/// Finds the value in force: the command line's, else the environment's, else the file's, else the usual one.
///
/// A value that can't be used is a problem, and counts as not given.
struct SettingResolver {
  /// Why a value can't be used, to follow the name of the setting.
  struct Unusable: Error {
    let reason: String
  }

  let commandLine: [ConfigurationKey: ConfigurationValue]
  let environment: [String: String]
  let file: ConfigurationFile?
  private(set) var problems: [ConfigurationProblem] = []

  init(
    commandLine: [ConfigurationKey: ConfigurationValue], environment: [String: String],
    file: ConfigurationFile?
  ) {
    self.commandLine = commandLine
    self.environment = environment
    self.file = file
    problems = file?.problems ?? []
  }

  /// The value of a setting that `read` makes of what was written.
  mutating func setting<Value>(
    _ key: ConfigurationKey, standard: Value, read: (ConfigurationValue) throws(Unusable) -> Value
  ) -> Setting<Value> {
    var found: Setting<Value>?
    for (value, origin) in candidates(for: key) {
      do throws(Unusable) {
        let value = try read(value)
        // What is overruled is read all the same: it may be wrong.
        found = found ?? Setting(value: value, origin: origin)
      } catch {
        report(key, origin, error.reason)
      }
    }
    return found ?? Setting(value: standard, origin: .standard)
  }

  /// The value of a setting with a few possible values, by their names.
  mutating func choice<Value: RawRepresentable & CaseIterable>(
    _ key: ConfigurationKey, standard: Value
  ) -> Setting<Value> where Value.RawValue == String {
    setting(key, standard: standard) { value throws(Unusable) in
      guard case .text(let name) = value else { throw Unusable(reason: key.kind.expectation) }
      guard let choice = Value(rawValue: name) else {
        let names = Value.allCases.map(\.rawValue)
        let end =
          names.count > 1 ? "\(names.dropLast().joined(separator: ", ")) or \(names[names.count - 1])" : ""
        let guess = NearestName.of(name, among: names).map { "; did you mean '\($0)'?" } ?? ""
        throw Unusable(reason: "'\(Diagnostics.spelledOut(name))', but has to be \(end)\(guess)")
      }
      return choice
    }
  }

  private mutating func candidates(
    for key: ConfigurationKey
  ) -> [(ConfigurationValue, SettingOrigin)] {
    var candidates: [(ConfigurationValue, SettingOrigin)] = []
    if let value = commandLine[key] { candidates.append((value, .commandLine)) }
    if let text = environment[key.variable], !text.isEmpty {
      let origin = SettingOrigin.environment(variable: key.variable)
      if let value = ConfigurationValue(variable: text, as: key.kind) {
        candidates.append((value, origin))
      } else {
        report(key, origin, "'\(Diagnostics.spelledOut(text))', but has to be \(key.kind.expectation)")
      }
    }
    for entry in file?.entries ?? [] where entry.key == key {
      candidates.append((entry.value, .file(path: file?.path ?? "", line: entry.line)))
    }
    return candidates
  }

  private mutating func report(_ key: ConfigurationKey, _ origin: SettingOrigin, _ reason: String) {
    let reason = "'\(key.rawValue)' is \(reason)"
    switch origin {
    case .file(let path, let line):
      problems.append(ConfigurationProblem(source: path, line: line, reason: reason))
    default: problems.append(ConfigurationProblem(source: "\(origin)", reason: reason))
    }
  }
}
