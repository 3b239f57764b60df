internal import Foundation
internal import Storage

/// What of a configuration names folders and programs of this machine that are not there, or are of no use.
struct ConfiguredPlaces {
  let configuration: EffectiveConfiguration
  /// The variables that programs are found by.
  let environment: [String: String]

  /// Everything that was set and can't be used here, with its line.
  var problems: [ConfigurationProblem] { [exportFolder, openProgram].compactMap(\.self) }

  /// An export makes what is missing of its folder, inside the nearest one that is there.
  private var exportFolder: ConfigurationProblem? {
    let setting = configuration.exportFolder
    let path = URL(fileURLWithPath: setting.value, isDirectory: true).standardizedFileURL.path
    var place = path
    while Self.isFolder(place) == nil, place != "/" { place = (place as NSString).deletingLastPathComponent }
    if Self.isFolder(place) == true, FileManager.default.isWritableFile(atPath: place) { return nil }
    let reason =
      switch (Self.isFolder(place) == true, place == path) {
      case (true, true): "which can't be written to"
      case (true, false): "which is not there and can't be made in \(place)"
      case (false, true): "which is a file, not a folder"
      case (false, false): "which can't be made: \(place) is a file, not a folder"
      }
    return problem(setting.origin, "'export-dir' is \(path), \(reason)")
  }

  private var openProgram: ConfigurationProblem? {
    let setting = configuration.open
    guard let program = setting.value.first, !isThere(program) else { return nil }
    let place = program.contains("/") ? "which is no program" : "which no folder of $PATH has"
    return problem(setting.origin, "'open' starts \(program), \(place)")
  }

  /// Whether a program can be started by its name or path.
  private func isThere(_ program: String) -> Bool {
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    let paths = program.contains("/") ? [program] : folders.map { "\($0)/\(program)" }
    return paths.contains { FileManager.default.isExecutableFile(atPath: $0) && Self.isFolder($0) == false }
  }

  /// Whether what is there is a folder; `nil` when nothing is.
  private static func isFolder(_ path: String) -> Bool? {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) ? isFolder.boolValue : nil
  }

  /// The problem with a setting; one that nobody set is none.
  private func problem(_ origin: SettingOrigin, _ reason: String) -> ConfigurationProblem? {
    let reason = Diagnostics.spelledOut(reason)
    switch origin {
    case .standard: return nil
    case .file(let path, let line): return ConfigurationProblem(source: path, line: line, reason: reason)
    default: return ConfigurationProblem(source: "\(origin)", reason: reason)
    }
  }
}
