internal import ArgumentParser
internal import Relevance

/// `assay bench serve`: searches timed on behalf of a comparison with other engines.
struct ServeBenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Time searches on request, for a comparison with other engines.",
    discussion: """
      Reads `dense QUERY DIMENSIONS DEPTH` or `lexical QUERY DEPTH` from standard input, QUERY being a position in the \
      query set from 0, and answers each with the milliseconds the search took and the items' positions.
      """)

  @Argument(help: "An index, or a catalogue that has been indexed.")
  var index: String

  @Option(help: "The query set.")
  var queries: String

  func run() throws {
    let count = try EvaluationFiles.queries(queries).queries.count
    let subject = try EngineSubject(index, queries: queries, count: count, settings: .current)
    try EngineServer(subject: subject).run()
  }
}
