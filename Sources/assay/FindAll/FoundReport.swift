internal import Explorer
internal import Relevance
internal import Retrieval

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
    let (verdict, reason) = assessment.advice.words(target: target)
    return [
      ("query", query.text), ("scores", "\(found.basis.summary); \(found.exactness.summary)"),
      ("threshold", "\(threshold)"), ("above", "\(cut) of \(found.count) items"),
      ("below", "\(found.count - cut), \(found.unscored) of them without a score"),
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
    let share = precision.share.fixed(4)
    return estimate.above.judged == estimate.above.items
      ? "\(share), counted"
      : "\(share) \(words(precision.interval)) of those judged (Wilson, 95 %)"
  }

  private var sampleWords: String {
    let rounds = assessment.rounds
    let items = sample.places(ofRounds: rounds).count
    let next = sample.rounds.dropFirst(rounds).first
    let open = next.map { places in
      let graded = places.count { assessment.judged.verdicts[$0] != nil }
      return "; \(graded) of \(places.count) of round \(rounds + 1)"
    }
    return "\(items) items in \(rounds) \(rounds == 1 ? "round" : "rounds") graded, seed \(seed)\(open ?? "")"
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
        ? "\(recall.fixed(4)), counted"
        : "\(recall.fixed(4)) \(words(interval)) (stratified sample, at least 95 %)"
    case (nil, let interval?): "no estimate; \(words(interval))"
    default:
      estimate.basis == .nothing
        ? "no estimate: no whole round of the sample is judged; --sample lists what to judge"
        : "no estimate: nothing relevant is known"
    }
  }

  private func words(_ interval: Interval) -> String {
    "[\(interval.low.fixed(4)), \(interval.high.fixed(4))]"
  }

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
    (advice, reason) = report.assessment.advice.words(target: report.target)
  }
}
