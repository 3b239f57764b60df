/// Where a score was lost: the way from it to the best that any ranking could have, in three steps.
///
/// Each step puts the documents of more worth first: among those within the cutoff (what was badly ordered), among all
/// that were retrieved (what the cutoff cut off), and among all that are judged (what was never retrieved). The score
/// and the three losses add up to the best score, which is below 1 where a query has fewer relevant documents than
/// ranks count, or the definition can't reach it. Unjudged documents are taken for worthless, as the score takes them.
package struct ScoreLoss: Hashable, Sendable {
  /// The score.
  package let score: Double
  /// Lost because documents within the cutoff stand in a bad order.
  package let order: Double
  /// Lost because documents of worth were retrieved below the cutoff; 0 for a measure without one.
  package let cutoff: Double
  /// Lost because documents of worth were not retrieved.
  package let unretrieved: Double

  /// The best score that any ranking could have.
  package var best: Double { score + order + cutoff + unretrieved }

  /// Makes a loss from its parts.
  package init(score: Double, order: Double, cutoff: Double, unretrieved: Double) {
    self.score = score
    self.order = order
    self.cutoff = cutoff
    self.unretrieved = unretrieved
  }

  /// Finds where a query's score was lost; `nil` for a measure that does not reward relevance.
  /// - Complexity: O(n log n + j log j) for n documents and j judgments.
  package init?(_ measure: any Measure, _ topic: JudgedRanking) {
    if let condensing = measure as? JudgedOnly {
      self.init(condensing.measure, topic.condensed())
      return
    }
    guard measure.worth(of: 0, in: topic) != nil else { return nil }
    func worth(_ grade: Int?) -> Double {
      grade.flatMap { $0 < 0 ? nil : measure.worth(of: $0, in: topic) } ?? -1
    }
    /// Sorting keeps the order of equals.
    func sorted(_ places: Range<Int>) -> [Int] {
      places.sorted { worth(topic.grades[$0]) > worth(topic.grades[$1]) }
    }
    let depth = min(measure.cutoff ?? topic.count, topic.count)
    let score = measure.score(topic)
    let ordered = measure.score(topic.reordered(sorted(0..<depth) + Array(depth..<topic.count)))
    let uncut = measure.score(topic.reordered(sorted(0..<topic.count)))
    let ideal = topic.judgments.filter { worth($0.value) > 0 }
      .sorted { (worth($0.value), $1.key) > (worth($1.value), $0.key) }.map(\.key)
    let best = measure.score(JudgedRanking(ranking: ideal, grades: topic.judgments, level: topic.level))
    self.init(score: score, order: ordered - score, cutoff: uncut - ordered, unretrieved: best - uncut)
  }

  /// The mean of some losses, part by part; `nil` of none.
  package static func mean(_ losses: [ScoreLoss]) -> ScoreLoss? {
    guard !losses.isEmpty else { return nil }
    func mean(_ part: (ScoreLoss) -> Double) -> Double {
      losses.reduce(0) { $0 + part($1) } / Double(losses.count)
    }
    return ScoreLoss(
      score: mean(\.score), order: mean(\.order), cutoff: mean(\.cutoff), unretrieved: mean(\.unretrieved))
  }
}
