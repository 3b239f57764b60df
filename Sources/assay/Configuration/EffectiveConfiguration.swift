internal import CursesBackend
internal import Explorer
internal import Relevance
internal import Storage
internal import TerminalUI

/// Everything the user can set, as it is in force, and what could not be used.
///
/// Nothing in it keeps the program from starting: what is wrong is a problem to be shown, and the usual value holds.
struct EffectiveConfiguration: Sendable {
  /// The colours.
  let theme: Setting<ThemeChoice>
  /// How pictures are shown.
  let images: Setting<TerminalOptions.Images>
  /// Kilobytes of pictures between two looks at the keyboard; 0 for no limit.
  let imageBudget: Setting<Int>
  /// The scale of grades; `nil` for the catalogue's.
  let scale: Setting<String?>
  /// The preset of columns to start with.
  let columns: Setting<String?>
  /// The fields shown under a title; `nil` for brand and price.
  let fields: Setting<[String]?>
  /// Whether queries are remembered.
  let history: Setting<Bool>
  /// Whether the mouse works.
  let mouse: Setting<Bool>
  /// What opens addresses and pictures; `{}` stands for what to open.
  let open: Setting<[String]>
  /// Where exports go.
  let exportFolder: Setting<String>
  /// Where OpenVINO is looked for, first from a file, alone from the environment; `nil` for the usual places.
  let openvino: Setting<String?>
  /// What keys mean.
  let keymap: Keymap
  /// Where the keys of actions come from that were given others.
  let keyOrigins: [String: SettingOrigin]
  /// The file that was looked for; `nil` when the environment names no home.
  let path: String?
  /// Whether it is there.
  let fileExists: Bool
  /// Everything that could not be used, in the order of the file, then the environment's.
  let problems: [ConfigurationProblem]

  /// Reads the user's file and the environment; what is given on the command line comes first.
  init(settings: Settings, commandLine: [ConfigurationKey: ConfigurationValue] = [:]) {
    let file = ConfigurationFile.customaryPath(in: settings.environment).map {
      ConfigurationFile(reading: $0)
    }
    self.init(environment: settings.environment, file: file, commandLine: commandLine)
  }

  /// Reads what is given.
  init(
    environment: [String: String], file: ConfigurationFile?,
    commandLine: [ConfigurationKey: ConfigurationValue] = [:]
  ) {
    var resolver = SettingResolver(commandLine: commandLine, environment: environment, file: file)
    theme = resolver.choice(.theme, standard: .auto)
    images = resolver.choice(.images, standard: .auto)
    imageBudget = resolver.setting(.imageBudget, standard: 0, read: Self.count)
    scale = resolver.setting(.scale, standard: nil, read: Self.text)
    columns = resolver.setting(.columns, standard: nil, read: Self.text)
    fields = resolver.setting(.fields, standard: nil) { value throws(SettingResolver.Unusable) in
      try Self.texts(value)
    }
    history = resolver.setting(.history, standard: true, read: Self.flag)
    mouse = resolver.setting(.mouse, standard: false, read: Self.flag)
    open = resolver.setting(.open, standard: ["xdg-open", "{}"], read: Self.command)
    exportFolder = resolver.setting(.exportDir, standard: ".") { value throws(SettingResolver.Unusable) in
      try Self.text(value) ?? "."
    }
    openvino = resolver.setting(.openvino, standard: nil, read: Self.text)
    let keys = ConfiguredKeys(file)
    keymap = keys.keymap
    keyOrigins = keys.origins
    path = file?.path
    fileExists = file?.exists ?? false
    let all = resolver.problems + keys.problems
    problems =
      all.filter { $0.line != nil }.sorted { ($0.line ?? 0) < ($1.line ?? 0) } + all.filter { $0.line == nil }
  }

  /// What to say where there is room for one sentence; `nil` when nothing is wrong.
  var complaint: String? {
    guard let first = problems.first else { return nil }
    let count = problems.count == 1 ? "a mistake" : "\(problems.count) mistakes"
    return "\(count) (assay config check): \(first.inShort)"
  }
}

extension ConfigurationProblem {
  /// The problem with the file's name alone, for where there is room for few words; `assay config check` names the
  /// whole path.
  var inShort: String {
    let name = source.split(separator: "/").last.map(String.init) ?? source
    return "\(ConfigurationProblem(source: name, line: line, reason: reason))"
  }
}

// MARK: - Reading values

extension EffectiveConfiguration {
  private typealias Unusable = SettingResolver.Unusable

  private static func text(_ value: ConfigurationValue) throws(SettingResolver.Unusable) -> String? {
    guard case .text(let text) = value, !text.isEmpty else { throw Unusable(reason: "empty") }
    return text
  }

  private static func texts(_ value: ConfigurationValue) throws(SettingResolver.Unusable) -> [String] {
    guard case .texts(let texts) = value else { throw Unusable(reason: "no list") }
    return texts
  }

  private static func flag(_ value: ConfigurationValue) throws(SettingResolver.Unusable) -> Bool {
    guard case .flag(let isOn) = value else { throw Unusable(reason: "neither true nor false") }
    return isOn
  }

  private static func count(_ value: ConfigurationValue) throws(SettingResolver.Unusable) -> Int {
    guard case .count(let count) = value else { throw Unusable(reason: "no number") }
    return count
  }

  private static func command(_ value: ConfigurationValue) throws(SettingResolver.Unusable) -> [String] {
    let words = try texts(value)
    guard let program = words.first, !program.isEmpty else {
      throw Unusable(
        reason: "empty, but has to be a program and its arguments, such as [\"xdg-open\", \"{}\"]")
    }
    // Without a place for it, what to open comes last, as everywhere.
    return words.contains { $0.contains("{}") } ? words : words + ["{}"]
  }
}
