internal import ArgumentParser
internal import Foundation
internal import Relevance
internal import Storage

/// `assay judge export`: a journal as another tool's file.
struct JudgeExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a journal's judgments as a file for another tool.",
    discussion: """
      Ids come out as they are; what a format can't carry is refused with the id. trec and trec-jg are another matter: \
      \(TRECOutput.spelling)

      Formats that keep assessors \
      (trec-jg, quepid-book, csv) get each one's judgments unless --resolve is given; others get one grade for each item, \
      the latest unless --resolve says otherwise. What was derived from clicks is left out unless --source names it.

      Formats:
      \(FormatChoice.list)
      """)

  @Argument(help: "A journal, or an index or a catalogue that has one.")
  var place: String

  @Option(name: .customLong("as"), help: "The file's format.")
  var format: FormatChoice

  @OptionGroup var selecting: SelectionOptions

  @Option(help: "How several assessors' grades become one: latest, median, majority or max.")
  var resolve: Resolution?

  @Option(help: "A query set, for the texts of queries that the journal knows by id only.")
  var queries: String?

  @Option(help: "The shop in an ESCI file.")
  var locale: String = "us"

  @Option(
    name: [.short, .long],
    help: "Where to write, its ending choosing between a format's forms; standard output when left out.")
  var output: String?

  func run() throws {
    let journal = try JournalPlace.written(place, settings: .current)
    let content = try journal.read()
    if let repair = content.repair { Diagnostics.say("assay: \(repair)") }
    for fault in content.faults { Diagnostics.say("assay: \(fault)") }
    if content.judgments.isEmpty {
      Diagnostics.say("assay: \(journal.path): no decisions; nothing was judged yet")
    }
    let naming = QueryNaming(
      try queries.map(EvaluationFiles.queries) ?? QuerySet(), judgments: content.judgments)
    let resolution = resolve ?? (format.format.keepsAssessors ? nil : .latest)
    let export = try JudgmentExport(
      content.judgments, choosing: selecting.selection, resolving: resolution, naming: naming,
      own: JournalPlace.scale(place))
    try JudgmentFile.write(export, as: format.format, locale: locale, to: output)
  }
}

extension Resolution: ExpressibleByArgument {}
