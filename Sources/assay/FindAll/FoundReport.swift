internal import Explorer
internal import Relevance
internal import Retrieval
internal import TerminalUI

/// What is known about a cut, as lines of words or as one JSON object.
struct FoundReport {
  let query: Query
  let found: ScoredItems
  let threshold: Float
  let cut: Int
  let sample: BandSample
  let assessment: FoundAssessment
  let seed: UInt64
  let level: Int
  let target: Double

  /// A line for every fact, its name first.
  var lines: [String] {
    let width = facts.map(\.name.count).max() ?? 0
    return facts.map { $0.name + String(repeating: " ", count: width - $0.name.count + 2) + $0.value }
  }

  private var facts: [(name: String, value: String)] {
    let estimate = assessment.estimate
    let (verdict, reason) = assessment.advice.words(target: target, in: .full)
    return [
      ("query", query.text), ("scores", "\(found.basis.summary); \(found.exactness.summary)"),
      ("threshold", "\(threshold)"),
      ("above", "\(Numerals.grouped(cut)) of \(Numerals.counted(found.count, "item"))"),
      (
        "below",
        "\(Numerals.grouped(found.count - cut)), \(Numerals.grouped(found.unscored)) of them without a score"
      ),
      ("relevant", "from grade \(level)"), ("judged above", words(estimate.above)),
      ("judged below", words(estimate.below)), ("precision", precision(estimate)),
      ("sample", sampleWords), ("relevant above", total(estimate.above)),
      ("relevant below", total(estimate.below)), ("recall", recall(estimate)),
      ("advice", "\(verdict): \(reason)"),
    ]
  }

  private func words(_ side: FoundEstimate.Side) -> String {
    "\(side.judged): \(side.relevant) relevant, \(side.irrelevant) not"
  }

  private func precision(_ estimate: FoundEstimate) -> String {
    guard let precision = estimate.precision else { return "nothing above is judged" }
    return estimate.above.judged == estimate.above.items
      ? "\(notation.known(precision.share)), counted"
      : "\(notation.nearest(precision.share)) \(notation.interval(precision.interval)) of those judged (Wilson, 95 %)"
  }

  private var sampleWords: String {
    let rounds = assessment.rounds
    let items = sample.places(ofRounds: rounds).count
    let open = openRound.map { "; \($0.graded) of \($0.items) of round \(rounds + 1)" }
    return
      "\(Numerals.counted(items, "item")) in \(Numerals.counted(rounds, "round")) graded, seed \(seed)\(open ?? "")"
  }

  /// How much of the first round that is not judged as a whole is; `nil` when all are.
  private var openRound: (graded: Int, items: Int)? {
    sample.rounds.dropFirst(assessment.rounds).first.map { places in
      (places.count { assessment.judged.verdicts[$0] != nil }, places.count)
    }
  }

  private func total(_ side: FoundEstimate.Side) -> String {
    guard let estimate = side.estimate, let bounds = side.bounds else { return "no estimate" }
    return bounds.lowerBound == bounds.upperBound
      ? "\(bounds.lowerBound), counted"
      : "\(estimate.fixed(1)) [\(bounds.lowerBound), \(bounds.upperBound)]"
  }

  private func recall(_ estimate: FoundEstimate) -> String {
    switch (estimate.recall, estimate.recallInterval) {
    case (let recall?, let interval?):
      estimate.basis == .complete
        ? "\(notation.known(recall)), counted"
        : "\(notation.nearest(recall)) \(notation.interval(interval)) (stratified sample, at least 95 %)"
    case (nil, let interval?): "no estimate; \(notation.interval(interval))"
    default:
      estimate.basis == .nothing
        ? "no estimate yet: \(openRound?.graded ?? 0) of the sample's first \(openRound?.items ?? 0) items judged; "
          + "--sample 1 lists them"
        : "no estimate: nothing relevant is known"
    }
  }

  private let notation = ShareNotation.full

  /// The same for programs.
  var record: FoundRecord { FoundRecord(self) }
}

/// What is known about a cut, as JSON.
struct FoundRecord: Encodable {
  /// One side of the cut.
  struct Side: Encodable {
    let items: Int
    let relevant: Int
    let irrelevant: Int
    let estimate: Double?
    let least: Int?
    let most: Int?

    init(_ side: FoundEstimate.Side) {
      items = side.items
      relevant = side.relevant
      irrelevant = side.irrelevant
      estimate = side.estimate
      least = side.bounds?.lowerBound
      most = side.bounds?.upperBound
    }
  }

  let query: String
  let queryID: String
  let scores: String
  let exactness: String
  let threshold: Float
  let above: Side
  let below: Side
  let unscored: Int
  let relevantFrom: Int
  let precision: Double?
  let precisionInterval: Interval?
  let recall: Double?
  let recallInterval: Interval?
  let rounds: Int
  let sampled: Int
  let seed: UInt64
  let target: Double
  let advice: String
  let reason: String

  init(_ report: FoundReport) {
    let estimate = report.assessment.estimate
    query = report.query.text
    queryID = report.query.id.text
    scores = report.found.basis.summary
    exactness = report.found.exactness.summary
    threshold = report.threshold
    above = Side(estimate.above)
    below = Side(estimate.below)
    unscored = report.found.unscored
    relevantFrom = report.level
    precision = estimate.precision?.share
    precisionInterval = estimate.precision?.interval
    recall = estimate.recall
    recallInterval = estimate.recallInterval
    rounds = report.assessment.rounds
    sampled = report.sample.places(ofRounds: report.assessment.rounds).count
    seed = report.seed
    target = report.target
    (advice, reason) = report.assessment.advice.words(target: report.target, in: .full)
  }
}
