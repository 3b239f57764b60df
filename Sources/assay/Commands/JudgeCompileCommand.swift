internal import ArgumentParser
internal import Relevance
internal import Storage

/// `assay judge compile`: a journal as TREC qrels.
struct JudgeCompileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile", abstract: "Write TREC qrels from a journal.",
    discussion: """
      Of each assessor the last decision about a query and an item counts; of several assessors' grades --resolve makes \
      one. Among them 'latest' takes the one given last, 'median' the middle one (of an even number the lower of the \
      two), 'majority' the most frequent one (of equally frequent ones the lowest) and 'max' the highest. Skipped \
      items and doubts have no grade. What was derived from clicks takes part only when --source names it.

      \(TRECOutput.spelling)
      """)

  @Argument(help: "A journal, or an index or a catalogue that has one.")
  var place: String = "."

  @OptionGroup var choice: JudgmentOptions

  @Option(name: [.short, .long], help: "Where to write; standard output when left out.")
  var output: String?

  func run() throws {
    let journal = try JournalPlace.written(place, settings: .current)
    let qrels = try choice.qrels(of: choice.content(of: journal), path: journal.path)
    try TRECOutput.write(try qrels.trec(), to: output)
  }
}
