/// Inferred average precision: `infAP` of trec_eval, for pools of which only a sample was judged.
///
/// A grade below 0 means "in the pool, but not judged"; a document without a grade is outside the pool. The precision
/// at a relevant document is estimated from the judged ones above it. See Yilmaz and Aslam, "Estimating average
/// precision with incomplete and imperfect judgments", CIKM 2006.
package struct InferredAP: BinaryMeasure, Hashable {
  private static let epsilon = 0.000_01

  /// The smallest relevant grade; the evaluation's own when `nil`.
  package let level: Int?

  /// Makes the measure.
  package init(level: Int? = nil) {
    self.level = level
  }

  package var name: String { level == nil ? "infAP" : title }
  package var title: String { MeasureTitle.spell("infAP", level: level) }
  package var definition: String {
    "average precision estimated from a judged sample of the pool; grades below 0 are pooled but unjudged"
  }

  package func score(_ topic: JudgedRanking) -> Double {
    let relevant = topic.relevantCount(from: level)
    guard relevant > 0 else { return 0 }
    return precisions(topic).reduce(0) { $0 + $1.value } / Double(relevant)
  }

  package func terms(_ topic: JudgedRanking) -> MeasureTerms? {
    MeasureTerms(precisions(topic), count: topic.count, norm: Double(topic.relevantCount(from: level)))
  }

  /// The expected precision at each relevant document's place.
  func precisions(_ topic: JudgedRanking) -> [(place: Int, value: Double)] {
    let level = level ?? topic.level
    var (relevant, irrelevant, unjudged) = (0.0, 0.0, 0.0)
    var values: [(place: Int, value: Double)] = []
    for (place, grade) in topic.grades.enumerated() {
      guard let grade else { continue }
      if grade < 0 {
        unjudged += 1
      } else if grade < level {
        irrelevant += 1
      } else {
        let above = Double(place)
        let pooled = (relevant + irrelevant + unjudged) / max(above, 1)
        let share = (relevant + Self.epsilon) / (relevant + irrelevant + 2 * Self.epsilon)
        values.append((place, place == 0 ? 1 : 1 / (above + 1) + above / (above + 1) * pooled * share))
        relevant += 1
      }
    }
    return values
  }

  /// Inferred average precision as measure names describe it.
  package static let family = MeasureFamily(
    names: ["infAP"], trecName: "infAP", parameters: ["rel"],
    about: "average precision estimated from a judged sample of a pool"
  ) { arguments throws(MeasureNameError) in InferredAP(level: try arguments.level) }
}
