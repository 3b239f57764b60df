internal import ArgumentParser
internal import Explorer
internal import Relevance
internal import Retrieval
internal import Storage

/// `assay sweep`: what shorter and coarser vectors cost on judged queries.
struct SweepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep", abstract: "Measure dimensions, precisions and modes on judged queries.",
    discussion: """
      For every mode, length and precision: the measures with intervals, how much of the same mode at full length in \
      float32 they retain, the bytes of one vector and the median time of a search. With --funnel: how many relevant \
      items the shortlist of a coarse first stage keeps, which it loses, and the shortlist that would save each.
      """)

  @Argument(help: "An index, or a catalogue that has been indexed.")
  var index: String

  @Option(help: "The query set; the catalogue's own when left out.")
  var queries: String?

  @Option(help: "TREC qrels; the catalogue's own when left out.")
  var qrels: String?

  @OptionGroup var measures: ComparedMeasuresOptions

  @OptionGroup var grading: ReadingOptions

  @OptionGroup var chosen: ChosenQueriesOptions

  @Option(
    parsing: .upToNextOption, help: "The lengths to measure; all that the encoder declares when left out.")
  var dimensions: [Int] = []

  @Option(parsing: .upToNextOption, help: "The number formats to measure.")
  var precisions: [VectorPrecision] = [.float32, .int8, .binary]

  @Option(
    help: ArgumentHelp(
      "Also two stages: the full length in float32 after this shortlist, as in 64:int8:400. May be given several times.",
      valueName: "length:precision:shortlist"),
    transform: DenseOptions.coarseStage)
  var coarse: [CoarseStage] = []

  @Option(parsing: .upToNextOption, help: "Which lanes rank.")
  var modes: [RankingMode] = [.dense, .hybrid, .lexical]

  @Option(
    parsing: .unconditional,
    help: "Weight of the text vector in an item's vector, 0…1; the picture's has the rest.")
  var textShare: Double = 0.5

  @OptionGroup(title: "Lexical lane")
  var lexical: LexicalOptions

  @OptionGroup(title: "Fusion")
  var fusion: FusionOptions

  @Option(parsing: .unconditional, help: "How long the measured rankings are.")
  var depth: Int = 100

  @Option(parsing: .unconditional, help: "How often each search is timed; 0 leaves the times out.")
  var rounds: Int = 3

  @Option(help: "Order the rows by what they cost: bytes or milliseconds; as measured when left out.")
  var sort: SweepCost?

  @OptionGroup(title: "Funnel")
  var funnel: FunnelOptions

  @OptionGroup(title: "Statistics")
  var statistics: StatisticsOptions

  @Option(help: "table, json (one object), or csv.")
  var format: ReportFormat = .table

  @OptionGroup var reading: QueryOptions

  func validate() throws {
    guard depth > 0 else { throw ValidationError("--depth must be at least 1, not \(depth)") }
    guard rounds >= 0 else { throw ValidationError("--rounds must be at least 0, not \(rounds)") }
    try RankingOptions.check(textShare, named: "--text-share", in: 0...1)
  }

  func run() throws {
    let workspace = try Workspace.open(index, settings: .current)
    let companions = CatalogueCompanions(workspace.archive)
    let queries = try companions.querySet(named: self.queries, index: index)
    let qrels = try companions.judgments(named: self.qrels, index: index)
    let compared = ComparedQueries(
      qrels: try EvaluationFiles.qrels(qrels), set: try EvaluationFiles.queries(queries),
      choices: chosen.choices)
    try compared.refuseNone(qrels: qrels, queries: queries)
    let measures = try self.measures.measures(scale: companions.scale)
    let lengths = try lengths(of: workspace)
    let interruption = Interruption()
    defer { interruption.end() }
    let swept = try SweptQueries(
      compared, textShare: textShare, reading: reading, workspace: workspace, set: queries,
      interruption: interruption)
    if let omissions = compared.omissions { Diagnostics.say(omissions) }
    if funnel.isWanted {
      try printFunnel(swept, workspace, qrels: qrels, lengths: lengths, interruption)
    } else {
      try printSweep(swept, workspace, measures, qrels: qrels, lengths: lengths, interruption)
    }
  }

  private func lengths(of workspace: Workspace) throws(CommandFailure) -> [Int] {
    let declared = workspace.dimensions
    let asked = dimensions.map { ("--dimensions", $0) } + coarse.map { ("--coarse", $0.dimensions) }
    for (flag, length) in asked where !declared.contains(length) {
      let choices = declared.map(String.init).joined(separator: ", ")
      throw .usage("\(flag) \(length): this index's encoder declares \(choices)")
    }
    return dimensions.isEmpty ? declared : Set(dimensions).sorted()
  }

  private func selection(_ lengths: [Int], _ workspace: Workspace) -> SweepSelection {
    SweepSelection(
      full: workspace.dimensions[workspace.dimensions.count - 1], lengths: lengths, precisions: precisions,
      textShare: textShare)
  }

  private func printSweep(
    _ swept: SweptQueries, _ workspace: Workspace, _ measures: [any Measure], qrels: String,
    lengths: [Int], _ interruption: Interruption
  ) throws {
    let template = SearchPlan(
      dense: nil,
      lexical: try lexical.lane(fields: workspace.textFields, weights: workspace.fieldWeights),
      fusion: fusion.rule, fusionDepth: fusion.fusionDepth, depth: depth)
    let sweep = Sweep(
      workspace: workspace, queries: swept, measures: measures,
      configurations: selection(lengths, workspace).configurations(modes: modes, coarse: coarse),
      template: template, rounds: rounds, bootstrap: statistics.bootstrap,
      watch: CommandWatch("searching", interruption), grading: grading.reading)
    let result = try sweep.run()
    interruption.end()
    try workspace.check.refuseDamage()
    let report = SweepReport(
      index: index, itemCount: workspace.archive.manifest.itemCount, qrels: qrels, depth: depth,
      measures: measures, result: result, order: sort)
    switch format {
    case .table: TextOutput.text(report.table)
    case .json: TextOutput.line(try SweepDocument(report).jsonLine())
    case .csv: TextOutput.text(report.csv)
    }
  }

  private func printFunnel(
    _ swept: SweptQueries, _ workspace: Workspace, qrels: String, lengths: [Int],
    _ interruption: Interruption
  ) throws {
    let measurement = FunnelMeasurement(
      workspace: workspace, queries: swept, level: max(1, grading.relevantFrom), textShare: textShare,
      shortlists: funnel.shortlists, bootstrap: statistics.bootstrap,
      watch: CommandWatch("searching", interruption))
    let outcome = try measurement.run(selection(lengths, workspace).stages)
    interruption.end()
    try workspace.check.refuseDamage()
    let report = FunnelReport(
      index: index, itemCount: workspace.archive.manifest.itemCount, qrels: qrels, outcome: outcome,
      lostAt: funnel.lostAt, listed: funnel.listed, within: funnel.within,
      title: { workspace.title(of: $0) }, text: { swept.compared.query($0).text })
    switch format {
    case .table: TextOutput.text(report.table)
    case .json: TextOutput.line(try FunnelDocument(report).jsonLine())
    case .csv: TextOutput.text(report.csv)
    }
  }
}

extension SweepCost: ExpressibleByArgument {}

extension Workspace {
  /// What an item is called; empty when it can't be read.
  fileprivate func title(of document: DocumentID) -> String {
    guard let ordinal = try? ordinal(of: document) else { return "" }
    return (try? cards(of: [ordinal]))?.first?.title ?? ""
  }
}
