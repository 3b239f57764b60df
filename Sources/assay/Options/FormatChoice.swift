internal import ArgumentParser
internal import Storage

/// A judgment format on the command line.
struct FormatChoice: ExpressibleByArgument {
  /// The format.
  let format: any JudgmentFormat

  init?(argument: String) {
    guard let format = JudgmentFormats.named(argument) else { return nil }
    self.format = format
  }

  static var allValueStrings: [String] { JudgmentFormats.all.map(\.name) }

  var defaultValueDescription: String { format.name }

  /// What each format is, for help.
  static var list: String {
    JudgmentFormats.all.map { "\($0.name): \($0.summary)" }.joined(separator: "\n")
  }
}
