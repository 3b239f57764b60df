internal import ArgumentParser
internal import Storage

/// `assay judge status`: what a journal holds.
struct JudgeStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Count a journal's decisions: by assessor, scale, source, batch and query.",
    discussion: """
      Lines are decisions of every kind; the other columns count items as they stand after the last decision. A torn \
      end is mended first, and said. Exit code 1 when the journal has lines that are no decisions.
      """)

  @Argument(help: "A journal, or an index or a catalogue that has one.")
  var place: String = "."

  @Option(help: "table or json.")
  var format: JudgeFormat = .table

  func run() throws {
    let journal = try JournalPlace.existing(place, settings: .current)
    let content = try journal.read()
    if let repair = content.repair { Diagnostics.say("assay: \(repair)") }
    if !journal.isThere { Diagnostics.say("\(journal.path) is not there yet: nothing was judged") }
    let status = JournalStatus(path: journal.path, content: content)
    switch format {
    case .table: TextOutput.text(status.table)
    case .json: TextOutput.line(try status.jsonLine())
    }
    if !content.faults.isEmpty { throw ExitCode(FailureCode.negative.rawValue) }
  }
}

/// How the judge commands print.
enum JudgeFormat: String, CaseIterable, ExpressibleByArgument {
  case table, json
}
