internal import ArgumentParser
internal import Relevance
internal import Storage

/// `assay compare`: differences between runs or configurations, and what they are worth.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Compare runs or configurations on judged queries.",
    discussion: """
      The first column is the baseline of the others. Each is a TREC run file, or a configuration that ranks --index, \
      or an index of its own, for --queries; a file of the same name goes first. \(ColumnSpecification.language)

      Means are over the judged queries (of the query set, when one is given); one that a column does not answer \
      scores 0. Differences have a paired bootstrap interval, the p of a randomisation test and of a paired t test, \
      and Holm's adjustment where several are tested at once.
      """)

  @Argument(help: ArgumentHelp("Run files or configurations, at least two.", valueName: "column"))
  var columns: [String]

  @Option(help: "TREC qrels; those of the --index's catalogue when left out.")
  var qrels: String?

  @Option(
    help:
      "The query set: what configurations are asked, and what --slice and --only go by; that of the --index's catalogue when left out."
  )
  var queries: String?

  @Option(help: "The index that configurations rank, or a catalogue that has been indexed.")
  var index: String?

  @OptionGroup var measures: ComparedMeasuresOptions

  @OptionGroup var grading: ReadingOptions

  @Option(
    help: "Also compare within the values of this column of the query set. May be given several times.")
  var slice: [QueryColumn] = []

  @OptionGroup var chosen: ChosenQueriesOptions

  @Option(
    help: ArgumentHelp(
      "Other qrels, such as those of clicks: says whether the order of the columns is the same there. May be given several times.",
      valueName: "file"))
  var otherQrels: [String] = []

  @OptionGroup(title: "Statistics")
  var statistics: StatisticsOptions

  @Option(parsing: .unconditional, help: "How many items a configuration returns.")
  var depth: Int = 1000

  @Option(parsing: .unconditional, help: "How many ranks overlap and Jaccard look at.")
  var cutoff: Int = 10

  @Option(parsing: .unconditional, help: "How many of the queries that changed most are listed.")
  var changes: Int = 5

  @Option(help: "table, json (one object), or csv.")
  var format: ReportFormat = .table

  @Flag(name: [.customShort("q"), .long], help: "Also every query's values; as csv, those only.")
  var perQuery = false

  @OptionGroup var reading: QueryOptions

  func validate() throws {
    guard (2...ComparedColumn.limit).contains(columns.count) else {
      throw ValidationError("name 2 to \(ComparedColumn.limit) columns to compare, not \(columns.count)")
    }
    guard depth > 0 else { throw ValidationError("--depth must be at least 1, not \(depth)") }
    guard cutoff > 0 else { throw ValidationError("--cutoff must be at least 1, not \(cutoff)") }
    guard changes >= 0 else { throw ValidationError("--changes must be at least 0, not \(changes)") }
    guard queries != nil || index != nil || (slice.isEmpty && chosen.only.isEmpty) else {
      throw ValidationError("--slice and --only go by a query set: name it with --queries")
    }
    guard qrels != nil || index != nil else {
      throw ValidationError("name the judgments with --qrels, or a catalogue that has some with --index")
    }
  }

  func run() throws {
    let workspace = try index.map { try Workspace.open($0, settings: .current) }
    let companions = workspace.map { CatalogueCompanions($0.archive) }
    let queries =
      try companions.map { try $0.querySet(named: self.queries, index: index ?? "") } ?? self.queries
    let found = try companions.map { try $0.judgments(named: self.qrels, index: index ?? "") } ?? self.qrels
    guard let qrels = found else { throw CommandFailure.usage("name the judgments with --qrels") }
    let set = try queries.map { try EvaluationFiles.queries($0) }
    let compared = ComparedQueries(
      qrels: try EvaluationFiles.qrels(qrels), set: set, choices: chosen.choices)
    let others = try otherQrels.map { (path: $0, qrels: try EvaluationFiles.qrels($0)) }
    try compared.refuseNone(qrels: qrels, queries: queries)
    let interruption = Interruption()
    defer { interruption.end() }
    let measures = try self.measures.measures(scale: companions?.scale)
    let reader = ColumnReader(
      workspace: workspace, reading: reading, queries: compared.queries, set: queries, depth: depth,
      interruption: interruption)
    let read = try reader.columns(columns)
    interruption.end()
    let report = ComparisonReport(
      columns: read, queries: compared, qrelsPath: qrels, measures: measures,
      grading: grading.reading, slicing: slice, method: statistics.method, similarityCutoff: cutoff,
      others: others)
    if let omissions = compared.omissions { Diagnostics.say(omissions) }
    try print(report)
  }

  private func print(_ report: ComparisonReport) throws {
    switch format {
    case .table: TextOutput.text(report.table(changeCount: changes, perQuery: perQuery))
    case .json: TextOutput.line(try ComparisonDocument(report, perQuery: perQuery).jsonLine())
    case .csv: TextOutput.text(perQuery ? report.queryCSV : report.csv)
    }
  }
}

/// How reports are printed.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  case table, json, csv
}
