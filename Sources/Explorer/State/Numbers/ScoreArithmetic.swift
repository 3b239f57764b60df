internal import Relevance

/// What one query's score is made of, and where the rest went.
struct ScoreArithmetic: Hashable, Sendable {
  /// A relevant item that adds nothing.
  struct Missing: Hashable, Sendable {
    /// Its rank, from 1; `nil` when it was not retrieved.
    let rank: Int?
    let grade: Int
    let document: DocumentID
  }

  /// What it was worked out by.
  let measure: MeasureChoice
  let grades: [DocumentID: Int]

  /// Rank by rank; `nil` for a measure that no rank adds to.
  let explanation: MeasureExplanation?
  let score: Double
  /// Where the way to the best possible score goes; `nil` for a measure that does not reward relevance.
  let loss: ScoreLoss?
  /// Between what the score lies, whatever the unjudged of the ranking get; `nil` likewise.
  let bounds: Interval?
  /// How many of the ranks that count are judged, and how many such ranks there are.
  let judged: Int
  let looked: Int
  /// How many items were retrieved at most.
  let depth: Int
  /// The relevant items below the ranks that count, by rank.
  let cut: [Missing]
  /// The relevant items that were not retrieved, the best first.
  let unretrieved: [Missing]

  /// Works everything out.
  /// - Parameters:
  ///   - measure: what is measured.
  ///   - ranking: the items, best first.
  ///   - grades: every judged item of the query.
  ///   - highest: the largest grade that an unjudged item could get.
  ///   - depth: how many items were asked for.
  init(
    _ measure: MeasureChoice, ranking: [DocumentID], grades: [DocumentID: Int], highest: Int, depth: Int
  ) {
    self.measure = measure
    self.grades = grades
    self.depth = depth
    let topic = JudgedRanking(ranking: ranking, grades: grades)
    let definition = measure.measure
    explanation = MeasureExplanation(definition, topic)
    score = definition.score(topic)
    loss = ScoreLoss(definition, topic)
    bounds = UnjudgedBounds.interval(of: definition, topic, highest: max(0, highest))
    let cutoff = definition.cutoff ?? .max
    looked = min(cutoff, ranking.count)
    judged = topic.grades.prefix(looked).count { $0 != nil }
    cut = ranking.enumerated().dropFirst(looked).compactMap { place, document in
      grades[document].flatMap { $0 > 0 ? Missing(rank: place + 1, grade: $0, document: document) : nil }
    }
    let retrieved = Set(ranking)
    unretrieved = grades.filter { $0.value > 0 && !retrieved.contains($0.key) }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { Missing(rank: nil, grade: $0.value, document: $0.key) }
  }
}
