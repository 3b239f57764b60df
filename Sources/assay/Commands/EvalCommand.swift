internal import ArgumentParser
internal import Relevance
internal import Storage

/// `assay eval`: what measures say about a run, or about what an index returns.
struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval", abstract: "Measure a run, or an index, against judgments.",
    discussion: """
      Every judged query counts; one without a ranking counts as 0 (trec_eval's -c). Rankings go by score, ties by the \
      bytes of the item's id, descending. --format trec prints the lines that trec_eval prints, without -m a short \
      choice (\(Self.usualTREC.joined(separator: " "))); -m official is trec_eval's own. The tables add how much is \
      judged, two intervals that mean different things (other queries; other judgments), and where the score was lost.

      --only measures some of the query set only; an index's is the catalogue's own unless --queries names one, a run \
      needs --queries.

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

  @OptionGroup var chosen: ChosenQueriesOptions

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
    if runFile != nil, (queries != nil) != !chosen.only.isEmpty {
      throw ValidationError(
        "with --run, --queries and --only go together: the query set says which queries --only chooses")
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
    if measures.isEmpty, format != .trec {
      throw CommandFailure.usage("the measure 'runid': it is a name, which --format trec prints")
    }
    let (run, qrels) = try inputs(workspace, companions)
    guard qrels.count > 0 else {
      throw CommandFailure.data("\(self.qrels ?? companions?.qrels ?? "the qrels") judges nothing")
    }
    if let workspace, let absent = try AbsentItems(qrels, in: workspace) {
      Diagnostics.say(Diagnostics.spelledOut("\(absent)"))
    }
    if let explain { return try print(QueryID(explain), of: run, qrels: qrels, measures: measures) }
    if format == .trec {
      let evaluation = Evaluation(run: run, qrels: qrels, measures: measures, reading: measuring.reading)
      warn(of: run, qrels: qrels)
      return TextOutput.text(evaluation.trec(perQuery: perQuery, tag: measuring.asksForTag ? run.tag : nil))
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
    if let runFile, let qrels {
      let run = try EvaluationFiles.run(runFile)
      return (run, try choose(from: queries, judgedBy: qrels))
    }
    guard let index, let workspace, let companions else {
      throw CommandFailure.usage("name either --run or --index")
    }
    let judgments = try companions.judgments(named: qrels, index: index)
    let file = try companions.querySet(named: queries, index: index)
    let known = try choose(from: file, judgedBy: judgments)
    var asked = try EvaluationFiles.queries(file)
    if !chosen.only.isEmpty {
      let all = asked.queries
      asked = QuerySet()
      for query in all where known.grades[query.id] != nil { asked.append(query) }
    }
    let plan = try ranking.plan(for: workspace, depth: depth)
    let interruption = Interruption()
    defer { interruption.end() }
    let run = try RankedRun.make(
      asked, from: file, in: workspace, plan: plan, reading: reading, tag: "assay", interruption: interruption
    )
    return (run, known)
  }

  /// The judgments, of the queries of a set that `--only` chooses when it chooses any.
  private func choose(from file: String?, judgedBy path: String) throws -> Qrels {
    let qrels = try EvaluationFiles.qrels(path)
    guard let file, !chosen.only.isEmpty else { return qrels }
    let compared = ComparedQueries(
      qrels: qrels, set: try EvaluationFiles.queries(file), choices: chosen.choices)
    try compared.refuseNone(qrels: path, queries: file)
    if let omissions = compared.omissions { Diagnostics.say(omissions) }
    return compared.qrels
  }

  private func printTable(_ report: EvaluationReport) {
    let table = EvaluationTable(report: report)
    if perQuery { TextOutput.text(table.queries + "\n") }
    let condition = measuring.judgedOnly ? "; unjudged items left out" : ""
    TextOutput.line(
      "\(runFile ?? index ?? ""): \(report.queries.count) judged \(report.queries.count == 1 ? "query" : "queries"), relevant from grade \(measuring.level)\(condition)"
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

  /// Says when the level makes measures of yes and no something else than they seem to be.
  private func warnOfLevel(_ qrels: Qrels) {
    let highest = qrels.grades.values.compactMap { $0.values.max() }.max() ?? 0
    if measuring.level > highest {
      Diagnostics.say(
        "no judged item has grade \(measuring.level) or more, the highest is \(highest): nothing is relevant, so measures "
          + "of yes and no are 0")
    } else if measuring.level < 1 {
      Diagnostics.say(
        "--level 0: every judged item counts as relevant, those of grade 0 too, and so would every unjudged one once it "
          + "is judged")
    }
  }

  /// Says what of the two files does not meet.
  private func warn(of run: Relevance.Run, qrels: Qrels) {
    warnOfLevel(qrels)
    let judged = qrels.grades.count
    let missing = qrels.grades.keys.count { run[$0].isEmpty }
    if missing > 0 {
      Diagnostics.say("\(missing) of \(judged) judged queries have no ranking and count as 0")
    }
    let strangers = run.queries.count { qrels.grades[$0] == nil }
    if strangers > 0, chosen.only.isEmpty {
      Diagnostics.say("\(strangers) of \(run.queries.count) rankings have no judgments and do not count")
    }
    if format != .trec, judged < ComparisonMethod.trustedCount {
      Diagnostics.say(
        "only \(judged) judged \(judged == 1 ? "query" : "queries"): below \(ComparisonMethod.trustedCount) an interval says little"
      )
    }
  }
}
