internal import ArgumentParser
internal import Explorer
internal import Foundation
internal import Relevance
internal import Retrieval
internal import Storage

/// `assay find-all`: everything above a score, and how much of what is relevant that is.
struct FindAllCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find-all", abstract: "List everything above a score, and estimate what lies below.",
    discussion: """
      Every item is ranked as the flags say (hybrid ranks what its lists have: --fusion-depth all for everything), and \
      the list is cut where --threshold, --items or --gap says. Printed are the items above the cut and, of those below, the judged ones; what is known about the cut goes \
      to standard error, or alone to standard output with --summary.

      How many relevant items lie below is estimated from a random sample of every band of ranks (1–25, 26–100, 101–400, \
      …, and the items without a score), five of each in a round: --sample lists the items to judge. Without a whole \
      round judged there is no estimate. Precision is that of the judged items above the cut (Wilson's interval); the \
      recall's interval holds with at least 95 %, however relevance is spread, for a cut and a \
      number of rounds that were not chosen by what the sample says.
      """)

  @Argument(help: "An index, or a catalogue that has been indexed.")
  var index: String

  @Argument(help: "The query; several plain words may be given without quotes.")
  var query: [String]

  @OptionGroup(title: "The cut")
  var cut: CutOptions

  @OptionGroup(title: "Judgments")
  var judging: FoundJudgmentOptions

  @OptionGroup var reading: QueryOptions

  @OptionGroup var ranking: RankingOptions

  @Option(help: "table, csv, json (one object per line) or trec (run lines of what is above).")
  var format: FoundFormat = .table

  @Option(help: "Which items below the cut to list: none, judged or all that have a score.")
  var below: Below = .judged

  @Option(name: [.short, .long], help: "Where to write; standard output when left out.")
  var output: String?

  @Flag(help: "Replace the file that --output names.")
  var force = false

  @Flag(help: "Print what is known about the cut instead of the list; table or json.")
  var summary = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Print the items of the first so many rounds of the sample instead, in the order to judge them.",
      valueName: "rounds"))
  var sample: Int?

  @Flag(help: "Exit with 1 unless the recall reaches --target, for certain or with 95 % confidence.")
  var require = false

  func validate() throws {
    guard !query.isEmpty else { throw ValidationError("no query was given") }
    if let sample, !(1...BandSample.mostRounds).contains(sample) {
      throw ValidationError("--sample must lie in 1…\(BandSample.mostRounds), not \(sample)")
    }
    if summary, sample != nil { throw ValidationError("give --summary or --sample, not both") }
    if summary, format == .csv || format == .trec {
      throw ValidationError("--summary prints a table or json")
    }
    if sample != nil, format == .trec {
      throw ValidationError("--sample prints a table, csv or json: it is no ranking")
    }
  }

  func run() throws {
    try refuseReplacing()
    let settings = Settings.current
    let workspace = try Workspace.open(index, settings: settings)
    let plan = try ranking.plan(for: workspace, depth: 1)
    let text = self.query.joined(separator: " ")
    let query = try judging.query(text, in: workspace)
    let resolved = try reading.resolve(query, plan: plan, in: workspace)
    guard !resolved.isEmpty else {
      throw CommandFailure.usage("nothing is searched for, so nothing has a score")
    }
    let scale = CatalogueCompanions(workspace.archive).scale
    let judgments = try judging.read(query.id, in: workspace, scale: scale, settings: settings)
    let scored = try CatalogueScoring(
      FindAllSubject(query: query, plan: plan), search: resolved, in: workspace
    ).scored(judged: judgments.items, seed: judging.seed)
    try workspace.check.refuseDamage()
    let report = try report(on: scored, of: query, judgments: judgments, scale: scale)
    try print(report, scored, judgments, in: workspace)
    if require, !report.assessment.advice.isReached(target: judging.target) {
      throw CommandFailure(
        "the recall does not reach \(judging.target) for certain: \(report.record.reason)",
        code: .negative)
    }
  }

  private func refuseReplacing() throws(CommandFailure) {
    guard let output, !force, FileManager.default.fileExists(atPath: output),
      !["/dev/stdout", "/dev/null"].contains(output)
    else { return }
    throw .usage("--output \(output): it is there already; name a new file, or replace it with --force")
  }

  private func report(
    on scored: ScoredCatalogue, of query: Query, judgments: FoundJudgments, scale: Scale
  ) throws -> FoundReport {
    let level = try judging.level(on: scale)
    let threshold = try cut.threshold(in: scored.items, gaps: scored.gaps)
    let count = scored.items.count(atLeast: threshold)
    if !scored.judged.absent.isEmpty {
      Diagnostics.say(
        "\(scored.judged.absent.count) judged \(scored.judged.absent.count == 1 ? "item is" : "items are") not among the \(scored.items.count) that may answer"
      )
    }
    let assessment = FoundAssessment(
      scored, cut: count, asked: [],
      verdicts: judgments.verdicts(at: scored.judged.places, level: level),
      absent: scored.judged.absent.count, target: judging.target)
    return FoundReport(
      query: query, found: scored.items, threshold: threshold, cut: count, sample: scored.sample,
      assessment: assessment, seed: judging.seed, level: level, target: judging.target)
  }

  private func print(
    _ report: FoundReport, _ scored: ScoredCatalogue, _ judgments: FoundJudgments, in workspace: Workspace
  ) throws {
    if summary {
      let text =
        format == .json
        ? try report.record.jsonLine() + "\n"
        : report.lines.map { Diagnostics.spelledOut($0) + "\n" }.joined()
      return try TextOutput.write(text, to: output)
    }
    let list = FoundList(
      query: report.query, items: scored.items, cut: report.cut,
      grades: judgments.grades(at: scored.judged.places),
      rounds: scored.sample.rounds(ofPlacesIn: max(report.assessment.rounds, sample ?? 0)))
    let places = sample.map { scored.sample.places(ofRounds: $0) } ?? places(of: list)
    try write(list, places, in: workspace)
    if sample == nil { for line in report.lines { Diagnostics.say(line) } }
  }

  private func places(of list: FoundList) -> [Int] {
    switch below {
    case .judged: list.customaryPlaces
    case .none: Array(0..<list.cut)
    case .all: Array(list.items.scores.indices)
    }
  }

  private func write(_ list: FoundList, _ places: [Int], in workspace: Workspace) throws {
    let ids = { (ordinals: [UInt32]) in try workspace.ids(of: ordinals) }
    switch format {
    case .csv: try TextOutput.write(list.text(as: .csv, places, ids: ids), to: output)
    case .json: try TextOutput.write(list.text(as: .json, places, ids: ids), to: output)
    case .trec: try TRECOutput.write(list.text(as: .trec, places, ids: ids), to: output)
    case .table:
      let cards = try workspace.cards(of: places.map { list.items.ordinals[$0] })
      try TextOutput.write(FoundTable(list, places, cards).text, to: output)
    }
  }

  /// Which items below the cut are listed.
  enum Below: String, CaseIterable, ExpressibleByArgument {
    case none, judged, all
  }
}

/// How a list is printed.
enum FoundFormat: String, CaseIterable, ExpressibleByArgument {
  case table, csv, json, trec
}
