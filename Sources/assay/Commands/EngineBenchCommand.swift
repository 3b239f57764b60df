internal import ArgumentParser

/// `assay bench engine`: how fast an index is searched.
struct EngineBenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "engine", abstract: "Measure how fast an index is searched.",
    discussion: """
      Times each kind of work query by query, warm, and prints medians and 99th percentiles beside what they should \
      be. Exit code 1: a figure is above its bar. Bars hold for up to a million items. Compare with other engines with \
      Assets/Tools/bench.
      """)

  @Argument(help: "An index, or a catalogue that has been indexed.")
  var index: String

  @Option(help: "The query set; the catalogue's own when left out.")
  var queries: String?

  @Option(help: "How many queries.")
  var count: Int = 200

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("What to measure: \(Self.names.joined(separator: ", ")); everything when left out."))
  var work: [String] = []

  @Option(help: "table, or json: one object a row.")
  var format: ExploreBenchCommand.Format = .table

  private static let names = EngineWorks.all.map(\.name)

  func validate() throws {
    guard count > 0 else { throw ValidationError("--count must be at least 1, not \(count)") }
    for name in work where !Self.names.contains(name) {
      throw ValidationError("--work \(name): one of \(Self.names.joined(separator: ", "))")
    }
  }

  func run() throws {
    let before = EngineReport.currentLoad
    let subject = try EngineSubject(index, queries: queries, count: count, settings: .current)
    var rows: [EngineRow] = []
    for each in EngineWorks.all where work.isEmpty || work.contains(each.name) {
      Diagnostics.say("measuring: \(each.name)")
      rows += try each.measure(subject)
    }
    let report = EngineReport(
      index: index, itemCount: subject.itemCount, encoder: subject.encoderID, rows: rows,
      load: (before, EngineReport.currentLoad))
    switch format {
    case .table: TextOutput.text(report.table)
    case .json: TextOutput.text(try report.jsonLines())
    }
    guard report.missed.isEmpty else {
      throw CommandFailure(
        "above the bar: \(report.missed.map(\.name).joined(separator: "; "))", code: .negative)
    }
  }
}
