internal import ArgumentParser
internal import Relevance
internal import Retrieval
internal import Storage

/// `assay judge stale`: judgments about items that are no longer as they were.
struct JudgeStaleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stale", abstract: "List judgments about items that changed, vanished or came back.",
    discussion: """
      Every judgment keeps a hash of the item's content. 'changed' has another one in the index now, 'vanished' is not \
      in it, 'returned' is as it was when judged but was otherwise in between. That is known because assay index and \
      this command keep what they find of judged items beside the journal, in journal.items for journal.jsonl (assay \
      index for the journal in its usual place only), and from later decisions about the item, by anybody and for any \
      query, and an earlier report (--since). What none of them saw left no trace and counts as unchanged. 'unknown' \
      are judgments without a hash, as most imports are.

      With a run, or a query set to make one of, each measure is shown with all judgments and without the stale ones.
      """)

  @Argument(help: "An index, or a catalogue that has been indexed.")
  var index: String

  @Option(help: "The journal; the index's own when left out.")
  var judgments: String?

  @OptionGroup var choice: JudgmentOptions

  @Option(name: .customLong("run"), help: "A TREC run to measure.")
  var runFile: String?

  @Option(help: "A query set to search the index with and measure.")
  var queries: String?

  @Option(name: [.short, .long], help: "A measure such as nDCG@10 or map; may be repeated.")
  var measure: [String] = ["nDCG@10"]

  @Option(help: "An earlier report in JSON, to find what else came back.")
  var since: String?

  @Option(help: "table or json.")
  var format: JudgeFormat = .table

  @OptionGroup var reading: QueryOptions

  @OptionGroup var ranking: RankingOptions

  func validate() throws {
    if runFile != nil, queries != nil { throw ValidationError("--run and --queries exclude each other") }
  }

  func run() throws {
    let measures = try measure.map { name in
      do { return try MeasureCatalogue.measure(named: name) } catch { throw CommandFailure.usage("\(error)") }
    }
    let workspace = try Workspace.open(index, settings: .current)
    let journal =
      try judgments.map(JudgmentJournal.init)
      ?? JournalPlace.written(workspace.archive.path, settings: .current)
    let content = try choice.content(of: journal)
    let look = try ItemLook(workspace.archive, journal: journal)
    let freshness = JudgmentFreshness(
      content.judgments, choosing: choice.selection, hashes: look.hashes, changes: look.known,
      wasStale: try since.map { try StalenessReport.read($0).staleness } ?? { _ in false })
    var report = StalenessReport(freshness, journal: journal.path, index: workspace.archive.path)
    if let measured = try measuredRun(in: workspace) {
      let all = try choice.qrels(of: content, path: journal.path)
      let lasting = Qrels(
        judgments: freshness.lasting, resolving: choice.resolve, choosing: choice.selection)
      report.effects = Self.effects(of: measures, on: measured, all: all, lasting: lasting)
    }
    look.keep(content.judgments)
    switch format {
    case .table: TextOutput.text(report.table)
    case .json: TextOutput.line(try report.jsonLine())
    }
  }

  private func measuredRun(in workspace: Workspace) throws -> Relevance.Run? {
    if let runFile { return try EvaluationFiles.run(runFile) }
    guard let queries else { return nil }
    let set = try EvaluationFiles.queries(queries)
    let plan = try ranking.plan(for: workspace, depth: 1000)
    return try RankedRun.make(
      set, from: queries, in: workspace, plan: plan, reading: reading, tag: "assay")
  }

  private static func effects(
    of measures: [any Measure], on run: Relevance.Run, all: Qrels, lasting: Qrels
  ) -> [StalenessReport.Effect] {
    let with = Evaluation(run: run, qrels: all, measures: measures)
    let without = Evaluation(run: run, qrels: lasting, measures: measures)
    return measures.indices.map { index in
      StalenessReport.Effect(
        measure: measures[index].name, with: with.summary(at: index), without: without.summary(at: index),
        queriesWith: with.queries.count, queriesWithout: without.queries.count)
    }
  }
}
