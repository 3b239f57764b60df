internal import Foundation
internal import Storage

/// What of a configuration names folders and programs of this machine that are not there, or are of no use.
struct ConfiguredPlaces {
  let configuration: EffectiveConfiguration
  /// The variables that programs are found by.
  let environment: [String: String]

  /// Everything that was set and can't be used here, with its line.
  var problems: [ConfigurationProblem] { [exportFolder, openProgram].compactMap(\.self) }

  /// An export makes the last folder of its path; what lies above has to be there, or is a slip.
  private var exportFolder: ConfigurationProblem? {
    let setting = configuration.exportFolder
    let path = URL(fileURLWithPath: setting.value, isDirectory: true).standardizedFileURL.path
    let parent = (path as NSString).deletingLastPathComponent
    let reason: String
    switch (Self.isFolder(path), Self.isFolder(parent)) {
    case (true, _):
      guard !FileManager.default.isWritableFile(atPath: path) else { return nil }
      reason = "which can't be written to"
    case (false, _): reason = "which is a file, not a folder"
    case (nil, true):
      guard !FileManager.default.isWritableFile(atPath: parent) else { return nil }
      reason = "which is not there and can't be made in \(parent)"
    case (nil, _): reason = "and \(parent) is not there; make it with: mkdir -p \(ShellWord.quoted(parent))"
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
