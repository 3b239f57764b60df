internal import ArgumentParser
internal import Foundation
internal import Relevance
internal import Storage
internal import TerminalUI

/// `assay bench recall`: what precisions, lengths and coarse stages lose.
struct RecallBenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recall", abstract: "Measure what rounding, cutting and coarse stages lose.",
    discussion: """
      For each configuration: the bytes of a vector, how much of the best 10 and 100 by float32 it finds (at its own \
      length, and at the full one), and nDCG@10 where there are judgments. The first says what the number format \
      loses, the second what it and the cut lose together.

      It is about the vectors alone: every query's text is one vector, without the query language, filters, pictures and \
      the routing that puts an item first whose id or stock number is the query. So nDCG@10 is lower here than in \
      'assay eval' and 'assay sweep' where queries are such numbers.
      """)

  @Argument(help: "An index, or a catalogue that has been indexed.")
  var index: String

  @Option(help: "The query set; the catalogue's own when left out.")
  var queries: String?

  @Option(help: "TREC qrels; the catalogue's own when left out.")
  var qrels: String?

  @Option(
    parsing: .upToNextOption, help: "The lengths to measure; all that the encoder declares when left out.")
  var dimensions: [Int] = []

  @Option(parsing: .upToNextOption, help: "How many items coarse stages hand on.")
  var shortlists: [Int] = [100, 400]

  @Option(help: "The weight of the text in an item's vector, 0…1.")
  var textShare: Double = 0.5

  @Option(help: "table, or json: one object a row.")
  var format: ExploreBenchCommand.Format = .table

  func validate() throws {
    guard shortlists.allSatisfy({ $0 > 0 }) else { throw ValidationError("--shortlists must be at least 1") }
    guard (0...1).contains(textShare) else {
      throw ValidationError("--text-share must lie in 0…1, not \(textShare)")
    }
  }

  func run() throws {
    let workspace = try Workspace.open(index, settings: .current)
    let declared = workspace.dimensions
    for length in dimensions where !declared.contains(length) {
      let choices = declared.map(String.init).joined(separator: ", ")
      throw CommandFailure.usage("--dimensions \(length): the encoder declares \(choices)")
    }
    let companions = CatalogueCompanions(workspace.archive)
    let file = try companions.querySet(named: queries, index: index)
    let set = try EvaluationFiles.queries(file).queries.filter { !$0.text.allSatisfy(\.isWhitespace) }
    let judgments = try (qrels ?? companions.qrels).map { try EvaluationFiles.qrels($0) }
    let bench = RecallBench(
      workspace: workspace, queries: set, qrels: judgments, textShare: textShare,
      progress: { ProgressLine("configurations", total: $0, isTerminal: Diagnostics.isTerminal) })
    let rows = try bench.run(
      RecallConfiguration.all(
        declared: declared, lengths: dimensions.isEmpty ? declared : dimensions, shortlists: shortlists,
        textShare: textShare))
    try print(rows, workspace: workspace, queryCount: set.count)
  }

  private func print(_ rows: [RecallRow], workspace: Workspace, queryCount: Int) throws {
    switch format {
    case .table:
      TextOutput.line(
        "\(index): \(Numerals.counted(workspace.archive.manifest.itemCount, "item")), \(Numerals.counted(queryCount, "query", plural: "queries"))"
      )
      TextOutput.line(
        "the vectors alone, without the query language and without routing by id or stock number")
      TextOutput.text(RecallRow.table(rows))
    case .json:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      for row in rows { TextOutput.line(String(decoding: try encoder.encode(row), as: UTF8.self)) }
    }
  }
}
