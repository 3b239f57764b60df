internal import ArgumentParser
internal import Embeddings
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

  @Flag(help: "Print the formulas, and how each score is made up.")
  var explain = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Print where this item stands instead, and what it would need to be among the --top.", valueName: "id"))
  var whyNot: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Print every item whose cosine is at least this instead of the --top; with --mode dense.",
      valueName: "score"))
  var atLeast: Double?

  func validate() throws {
    guard top > 0 else { throw ValidationError("--top must be at least 1, not \(top)") }
    guard !query.isEmpty else { throw ValidationError("no query was given") }
    if atLeast != nil, ranking.mode != .dense {
      throw ValidationError("--at-least is about the scores of one lane: add --mode dense")
    }
    if let atLeast, atLeast.isNaN { throw ValidationError("--at-least must be a number, not \(atLeast)") }
    if atLeast != nil, whyNot != nil { throw ValidationError("give --at-least or --why-not, not both") }
    if whyNot != nil, format == .trec {
      throw ValidationError("--why-not prints a table or json, no trec lines")
    }
  }

  func run() throws {
    let workspace = try Workspace.open(index, settings: .current)
    var plan = try ranking.plan(for: workspace, depth: top)
    let text = query.joined(separator: " ")
    let asked = Query(id: QueryIdentity.id(of: text), text: text)
    let resolved = try resolve(asked, plan: &plan, in: workspace)
    if !reading.plain { workspace.hints(on: asked).forEach { Diagnostics.say("\($0)") } }
    try workspace.check.refuseDamage()
    if resolved.eligible?.isEmpty == true, !reading.plain,
      let filter = try workspace.emptyFilter(in: asked, plan: plan)
    {
      Diagnostics.say("\(filter)")
    }
    if plan.dense == nil, resolved.lacksVectors { Diagnostics.say("\(WordsAlone())") }
    if let whyNot { return try tellWhyNot(whyNot, of: asked, query: resolved, plan: plan, in: workspace) }
    let printer = RankingPrinter(
      workspace: workspace, query: asked, resolved: resolved, plan: plan, explains: explain)
    guard let atLeast else { return try printer.print(workspace.rank(resolved, plan: plan), as: format) }
    try printAll(atLeast: atLeast, of: resolved, plan: plan, in: workspace, with: printer)
  }

  /// Turns the query into what is searched for; people get the lexical half of an answer when the vector can't be had,
  /// programs get the error.
  private func resolve(_ asked: Query, plan: inout SearchPlan, in workspace: Workspace) throws -> SearchQuery
  {
    do {
      return try reading.resolve(asked, plan: plan, in: workspace)
    } catch EncoderError.unavailable(let reason) where format == .table && ranking.mode == .hybrid {
      Diagnostics.say("lexical search answers alone: \(reason)")
      plan.dense = nil
      return try reading.resolve(asked, plan: plan, in: workspace)
    }
  }

  /// Prints all items from a score on; how many there are and how long both answers took goes to standard error.
  private func printAll(
    atLeast threshold: Double, of query: SearchQuery, plan: SearchPlan, in workspace: Workspace,
    with printer: RankingPrinter
  ) throws {
    let searcher = workspace.searcher
    var outcomes: [(SearchOutcome, milliseconds: Double)] = []
    for isQuick in [true, false] {
      let start = ContinuousClock.now
      guard let found = searcher.findAll(atLeast: threshold, plan: plan, query: query, isQuick: isQuick)
      else {
        throw CommandFailure.usage("--at-least: the query has no vector to compare with")
      }
      outcomes.append((found, (ContinuousClock.now - start) / .milliseconds(1)))
    }
    let (quick, certain) = (outcomes[0], outcomes[1])
    try printer.print(certain.0, as: format)
    Diagnostics.say(
      """
      \(certain.0.matched) of \(searcher.count) items score at least \(threshold), \(certain.0.exactness.summary) \
      (\(quick.0.matched) by bytes in \(quick.milliseconds.fixed(2)) ms, then \(certain.milliseconds.fixed(2)) ms)
      """)
  }

  private func tellWhyNot(
    _ id: String, of asked: Query, query: SearchQuery, plan: SearchPlan, in workspace: Workspace
  ) throws {
    guard let ordinal = try workspace.ordinal(of: DocumentID(id)) else {
      throw CommandFailure.data(
        "--why-not \(id): \(index) has no item with this id; ids are matched to the letter")
    }
    if query.isEmpty {
      throw CommandFailure.usage("--why-not: nothing is searched for, so nothing is left out")
    }
    let finding = workspace.whyNot(ordinal, query: query, plan: plan)
    let cards = try workspace.cards(of: [ordinal] + (finding.last.map { [$0.ordinal] } ?? []))
    let exclusions =
      finding.verdict == .filtered && !reading.plain
      ? try workspace.exclusions(of: ordinal, from: asked) : []
    try WhyNotPrinter(
      finding: finding, card: cards[0], rival: cards.dropFirst().first, exclusions: exclusions
    ).print(as: format)
  }
}

/// How results are printed.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case table, json, trec
}
