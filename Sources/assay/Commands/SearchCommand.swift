internal import ArgumentParser
internal import Relevance
internal import Retrieval

/// `assay search`: one query, printed.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Rank an index for one query.", discussion: QueryOptions.language)

  @Argument(help: "An index, or a catalogue that has been indexed.")
  var index: String

  @Argument(help: "The query; several plain words may be given without quotes.")
  var query: [String]

  @OptionGroup var reading: QueryOptions

  @OptionGroup var ranking: RankingOptions

  @Option(parsing: .unconditional, help: "How many items to print.")
  var top: Int = 10

  @Option(help: "table, json (one object per line) or trec (run lines).")
  var format: OutputFormat = .table

  @Flag(help: "Print how each score is made up.")
  var explain = false

  func validate() throws {
    guard top > 0 else { throw ValidationError("--top must be at least 1, not \(top)") }
    guard !query.isEmpty else { throw ValidationError("no query was given") }
  }

  func run() throws {
    let workspace = try Workspace.open(index, settings: .current)
    let plan = try ranking.plan(
      declared: workspace.dimensions, fieldWeights: workspace.fieldWeights, depth: top)
    let text = query.joined(separator: " ")
    let asked = Query(id: QueryIdentity.id(of: text), text: text)
    let resolved = try reading.resolve(asked, plan: plan, in: workspace)
    if !reading.plain { workspace.hints(on: asked).forEach { Diagnostics.say("\($0)") } }
    let printer = RankingPrinter(
      workspace: workspace, query: asked, resolved: resolved, plan: plan, explains: explain)
    try printer.print(workspace.rank(resolved, plan: plan), as: format)
  }
}

/// How results are printed.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case table, json, trec
}
