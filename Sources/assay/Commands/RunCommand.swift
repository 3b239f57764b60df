internal import ArgumentParser
internal import Relevance
internal import Retrieval
internal import Storage
internal import TerminalUI

/// `assay run`: a TREC run file for a query set.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Write a TREC run file for a query set.",
    discussion: """
      Scores stay strictly decreasing even in tools that read them as 32-bit floats. A picture in the query set's \
      image column, relative to the set, is added to its query. A query that can't be run is named and left out, and the \
      command ends with 3. \(TRECOutput.spelling)

      \(QueryOptions.language)
      """)

  @Argument(help: "An index, or a catalogue that has been indexed.")
  var index: String

  @Option(
    help:
      "The query set: id<TAB>text[<TAB>kind[<TAB>split[<TAB>image]]], a heading being recognised; the catalogue's own when left out."
  )
  var queries: String?

  @OptionGroup var reading: QueryOptions

  @OptionGroup var ranking: RankingOptions

  @Option(parsing: .unconditional, help: "How many items to write for each query.")
  var depth: Int = 1000

  @Option(help: "The run's name in the last column.")
  var tag: String = "assay"

  @Option(name: [.short, .long], help: "Where to write; standard output when left out.")
  var output: String?

  func validate() throws {
    guard depth > 0 else { throw ValidationError("--depth must be at least 1, not \(depth)") }
  }

  func run() throws {
    let workspace = try Workspace.open(index, settings: .current)
    let file = try CatalogueCompanions(workspace.archive).querySet(named: queries, index: index)
    let set = try EvaluationFiles.queries(file)
    guard !set.queries.isEmpty else { throw CommandFailure.data("\(file): there is no query in this file") }
    let plan = try ranking.plan(for: workspace, depth: depth)
    let interruption = Interruption()
    defer { interruption.end() }
    var refused = 0
    let written = try RankedRun.make(
      set, from: file, in: workspace, plan: plan, reading: reading, tag: tag, interruption: interruption
    ) { failure in
      refused += 1
      Diagnostics.say("assay: \(failure)")
    }
    interruption.end()
    guard refused < set.queries.count else {
      throw CommandFailure.data("\(file): none of its queries can be run; nothing was written")
    }
    try TRECOutput.write(try written.trec(), to: output)
    if refused > 0 {
      throw CommandFailure.data(
        "\(file): \(Numerals.grouped(refused)) of \(Numerals.counted(set.queries.count, "query", plural: "queries")) "
          + "\(refused == 1 ? "was" : "were") left out; the others were ranked")
    }
  }
}
