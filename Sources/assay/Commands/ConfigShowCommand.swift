internal import ArgumentParser
internal import CursesBackend
internal import Foundation
internal import Storage
internal import TerminalUI

/// `assay config show`: what is in force, and who said so.
struct ConfigShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print every setting as it is in force, and where it comes from.",
    discussion: "The table is a configuration file, with the origins as comments.")

  @Option(help: "table or json (one object per line).")
  var format: DoctorFormat = .table

  func run() throws {
    let configuration = EffectiveConfiguration(settings: .current)
    let lines = configuration.lines
    switch format {
    case .json:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      for line in lines { TextOutput.line(String(decoding: try encoder.encode(line), as: UTF8.self)) }
    case .table:
      let width = lines.map { DisplayWidth.of($0.assignment) }.max() ?? 0
      for line in lines {
        let blank = String(repeating: " ", count: width - DisplayWidth.of(line.assignment))
        TextOutput.line(Diagnostics.spelledOut("\(line.assignment)\(blank)  # \(line.origin)"))
      }
      if let complaint = configuration.complaint { Diagnostics.say(complaint) }
    }
  }
}

/// One setting as `assay config show` prints it.
struct ConfigurationLine: Encodable {
  let setting: String
  /// As TOML writes it; `nil` when nothing is set.
  let value: String?
  let origin: String
  let help: String

  /// As a line of a configuration file; what is not set is a comment.
  var assignment: String { value.map { "\(setting) = \($0)" } ?? "# \(setting) is not set" }
}

extension EffectiveConfiguration {
  /// Every setting, in the order in which `config.toml` is documented.
  var lines: [ConfigurationLine] {
    ConfigurationKey.allCases.map { key in
      let (value, origin) = shown(key)
      return ConfigurationLine(
        setting: key.rawValue, value: value?.toml, origin: origin.description, help: key.help)
    }
  }

  private func shown(_ key: ConfigurationKey) -> (ConfigurationValue?, SettingOrigin) {
    switch key {
    case .theme: (.text(theme.value.rawValue), theme.origin)
    case .scale: (scale.value.map { .text($0) }, scale.origin)
    case .columns: (columns.value.map { .text($0) }, columns.origin)
    case .fields: (fields.value.map { .texts($0) }, fields.origin)
    case .images: (.text(images.value.rawValue), images.origin)
    case .imageBudget: (.count(imageBudget.value), imageBudget.origin)
    case .history: (.flag(history.value), history.origin)
    case .mouse: (.flag(mouse.value), mouse.origin)
    case .open: (.texts(open.value), open.origin)
    case .exportDir: (.text(exportFolder.value), exportFolder.origin)
    case .openvino: (openvino.value.map { .text($0) }, openvino.origin)
    }
  }
}
