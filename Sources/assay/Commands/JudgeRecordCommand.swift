internal import ArgumentParser
internal import Glibc
internal import Relevance
internal import Storage

/// `assay judge record`: decisions from standard input, each confirmed once it is on the disk.
struct JudgeRecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Record decisions from standard input, line by line.",
    discussion: """
      Each line is QUERY<TAB>ITEM<TAB>DECISION[<TAB>NOTE]. The query is an id or a text of the query set, else a text. \
      The decision is a grade of the scale, a name or a letter of one, or withdrawn, skipped, cannot-tell, flagged, \
      unflagged or noted. The number of a line is printed once its decision is on the disk, so whoever reads it may \
      forget the decision. The first line that can't be recorded ends the command; those before it are kept. Several \
      programs may record in one journal at a time.
      """)

  @Argument(
    help: "A journal, which is made when it is not there, or an index or a catalogue that has been indexed.")
  var place: String

  @Option(help: "The query set; the catalogue's own when left out.")
  var queries: String?

  @Option(help: "Who decides; $ASSAY_ASSESSOR or the login name when left out.")
  var assessor: String?

  @Option(help: "The scale of the grades: a known one; the catalogue's own, else 0-3, when left out.")
  var scale: String?

  func run() throws {
    let recorder = try DecisionRecorder(
      place: place, queries: queries, assessor: assessor, scale: scale, settings: .current)
    var number = 0
    while let line = try StandardInput.line() {
      number += 1
      if line.isEmpty { continue }
      try recorder.record(line, number: number)
      TextOutput.line(String(number))
    }
  }
}
