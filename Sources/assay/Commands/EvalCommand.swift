internal import ArgumentParser
internal import Relevance
internal import Storage

/// `assay eval`: what measures say about a run, or about what an index returns.
struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval", abstract: "Measure a run, or an index, against judgments.",
    discussion: """
      Every judged query counts; one without a ranking counts as 0 (trec_eval's -c). Rankings go by score, ties by the \
      bytes of the item's id, descending. --format trec prints what trec_eval prints. The tables add how much is \
      judged, two intervals that mean different things (other queries; other judgments), and where the score was lost.

      \(MeasureOptions.vocabulary)
      """)

  @Option(name: .customLong("run"), help: "A TREC run to measure.")
  var runFile: String?

  @Option(
    help:
      "An index to measure instead, or a catalogue that has been indexed; takes the options of 'assay run'.")
  var index: String?

  @Option(help: "The query set that the index is asked; the catalogue's own when left out.")
  var queries: String?

  @Option(help: "TREC qrels; the catalogue's own when left out.")
  var qrels: String?

  @OptionGroup(title: "Measures")
  var measuring: MeasureOptions

  @Flag(name: [.customShort("q"), .long], help: "Print every query's scores too.")
  var perQuery = false

  @Flag(
    name: .customShort("c"),
    help: "Count judged queries that the run lacks as 0; always so, taken for trec_eval's sake.")
  var complete = false

  @Option(
    help: ArgumentHelp("Open the scores of one query instead: what each rank adds.", valueName: "query"))
  var explain: String?

  @Option(
    parsing: .unconditional,
    help: "The largest grade that an unjudged item could get; the largest in the judgments when left out.")
  var highestGrade: Int?

  @Option(help: "Where the random numbers of the intervals start.")
  var seed: UInt64 = 1

  @Option(help: "table, trec, csv, or json: one object a line.")
  var format: Format = .table

  @Option(parsing: .unconditional, help: "How many items of each query are ranked, with --index.")
  var depth: Int = 1000

  @OptionGroup var reading: QueryOptions

  @OptionGroup var ranking: RankingOptions

  /// How the values are printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, trec, csv, json
  }

  /// What is measured when nothing is named: as trec_eval's `-q` output is usually kept, and what a shop reads first.
  private static let usualTREC = [
    "num_q", "map", "Rprec", "bpref", "recip_rank", "P_10", "recall_100", "ndcg", "ndcg_cut_10", "map_cut_10",
    "success_10", "unj_10",
  ]
  private static let usual = ["nDCG@10", "AP", "RR", "P@10", "R@100", "Success@1", "Judged@10"]

  func validate() throws {
    guard (runFile == nil) != (index == nil) else { throw ValidationError("name either --run or --index") }
    if runFile != nil, qrels == nil { throw ValidationError("--run needs --qrels") }
    if runFile != nil, queries != nil {
      throw ValidationError("--queries goes with --index; a run has its own")
    }
    if let highestGrade, highestGrade < 0 {
      throw ValidationError("--highest-grade must be 0 or more, not \(highestGrade)")
    }
    if explain != nil, format == .trec || format == .csv {
      throw ValidationError("--explain prints table or json, not \(format.rawValue)")
    }
    guard depth > 0 else { throw ValidationError("--depth must be at least 1, not \(depth)") }
  }

  func run() throws {
    let workspace = try index.map { try Workspace.open($0, settings: .current) }
    let companions = workspace.map { CatalogueCompanions($0.archive) }
    let measures = try measuring.measures(
      usual: format == .trec ? Self.usualTREC : Self.usual, scale: companions?.scale)
    let (run, qrels) = try inputs(workspace, companions)
    guard qrels.count > 0 else {
      throw CommandFailure.data("\(self.qrels ?? companions?.qrels ?? "the qrels") judges nothing")
    }
    if let explain { return try print(QueryID(explain), of: run, qrels: qrels, measures: measures) }
    if format == .trec {
      let evaluation = Evaluation(run: run, qrels: qrels, measures: measures, reading: measuring.reading)
      warn(of: run, qrels: qrels)
      return TextOutput.text(evaluation.trec(perQuery: perQuery))
    }
    let report = EvaluationReport(
      run: run, qrels: qrels, measures: measures, reading: measuring.reading, highest: highestGrade,
      bootstrap: Bootstrap(seed: seed))
    warn(of: run, qrels: qrels)
    switch format {
    case .table, .trec: printTable(report)
    case .csv:
      let records = EvaluationRecord.all(of: report, perQuery: perQuery)
      TextOutput.text(EvaluationRecord.csvHeader + records.map(\.csv).joined())
    case .json:
      for record in EvaluationRecord.all(of: report, perQuery: perQuery) {
        TextOutput.line(try record.jsonLine())
      }
    }
  }

  /// The run, read or ranked, and the judgments.
  private func inputs(
    _ workspace: Workspace?, _ companions: CatalogueCompanions?
  ) throws -> (Relevance.Run, Qrels) {
    if let runFile, let qrels { return (try EvaluationFiles.run(runFile), try EvaluationFiles.qrels(qrels)) }
    guard let index, let workspace, let companions else {
      throw CommandFailure.usage("name either --run or --index")
    }
    guard let judgments = qrels ?? companions.qrels else {
      throw CommandFailure.usage("\(index) has no judgments of its own; name some with --qrels")
    }
    guard let file = queries ?? companions.queries ?? companions.guessedQueries else {
      throw CommandFailure.usage("\(index) has no query set; name one with --queries")
    }
    let known = try EvaluationFiles.qrels(judgments)
    let plan = try ranking.plan(for: workspace, depth: depth)
    let run = try RankedRun.make(
      try EvaluationFiles.queries(file), from: file, in: workspace, plan: plan, reading: reading, tag: "assay"
    )
    return (run, known)
  }

  private func printTable(_ report: EvaluationReport) {
    let table = EvaluationTable(report: report)
    if perQuery { TextOutput.text(table.queries + "\n") }
    let condition = measuring.judgedOnly ? "; unjudged items left out" : ""
    TextOutput.line(
      "\(runFile ?? index ?? ""): \(report.queries.count) judged queries, relevant from grade \(measuring.level)\(condition)"
    )
    TextOutput.text(table.summary + "\n" + table.legend)
  }

  private func print(
    _ query: QueryID, of run: Relevance.Run, qrels: Qrels, measures: [any Measure]
  ) throws {
    guard qrels.grades[query] != nil else {
      throw CommandFailure.data(
        "--explain \(query): no query with this id is judged; ids are matched to the letter")
    }
    var complete = measuring.reading
    complete.isJudgedOnly = false
    let largest = qrels.grades.values.compactMap { $0.values.max() }.max() ?? 0
    let printer = ExplanationPrinter(
      query: query, topic: measuring.reading.topic(query, run: run, qrels: qrels),
      uncondensed: complete.topic(query, run: run, qrels: qrels), highest: max(0, highestGrade ?? largest))
    for (place, measure) in measures.enumerated() {
      switch format {
      case .json: TextOutput.line(try ExplanationRecord(measure, printer).jsonLine())
      default: TextOutput.text((place == 0 ? "" : "\n") + printer.table(measure))
      }
    }
  }

  /// Says what of the two files does not meet.
  private func warn(of run: Relevance.Run, qrels: Qrels) {
    let judged = qrels.grades.count
    let missing = qrels.grades.keys.count { run[$0].isEmpty }
    if missing > 0 {
      Diagnostics.say("\(missing) of \(judged) judged queries have no ranking and count as 0")
    }
    let strangers = run.queries.count { qrels.grades[$0] == nil }
    if strangers > 0 {
      Diagnostics.say("\(strangers) of \(run.queries.count) rankings have no judgments and do not count")
    }
    if format != .trec, judged < ComparisonMethod.trustedCount {
      Diagnostics.say(
        "only \(judged) judged \(judged == 1 ? "query" : "queries"): below \(ComparisonMethod.trustedCount) an interval says little"
      )
    }
  }
}
