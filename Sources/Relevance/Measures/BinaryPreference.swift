/// Binary preference: `bpref` of trec_eval, made for incomplete judgments.
///
/// For each retrieved relevant document 1 minus the share of judged irrelevant documents above it, both counts limited
/// to R, summed and divided by R; unjudged documents are passed over. Values lie in 0…1. See Buckley and Voorhees,
/// "Retrieval evaluation with incomplete information", SIGIR 2004.
package struct BinaryPreference: BinaryMeasure, Hashable {
  /// The smallest relevant grade; the evaluation's own when `nil`.
  package let level: Int?

  /// Makes the measure.
  package init(level: Int? = nil) {
    self.level = level
  }

  package var name: String { level == nil ? "bpref" : title }
  package var title: String { MeasureTitle.spell("Bpref", level: level) }
  package var definition: String {
    "for each relevant item 1 − min(n, R) ÷ min(N, R), n of the N judged irrelevant items standing above it; ÷ R"
  }

  package func score(_ topic: JudgedRanking) -> Double {
    let relevant = topic.relevantCount(from: level)
    guard relevant > 0 else { return 0 }
    return preferences(topic).reduce(0) { $0 + $1.value } / Double(relevant)
  }

  package func terms(_ topic: JudgedRanking) -> MeasureTerms? {
    MeasureTerms(preferences(topic), count: topic.count, norm: Double(topic.relevantCount(from: level)))
  }

  /// The share of kept preferences at each relevant document's place.
  func preferences(_ topic: JudgedRanking) -> [(place: Int, value: Double)] {
    let level = level ?? topic.level
    let relevant = topic.relevantCount(from: level)
    let limit = min(topic.idealGrades.count - relevant, relevant)
    var above = 0
    var values: [(place: Int, value: Double)] = []
    for (place, grade) in topic.grades.enumerated() {
      guard let grade, grade >= 0 else { continue }
      if grade < level {
        above += 1
      } else {
        values.append((place, above == 0 ? 1 : 1 - Double(min(above, relevant)) / Double(limit)))
      }
    }
    return values
  }

  /// Binary preference as measure names describe it.
  package static let family = MeasureFamily(
    names: ["Bpref", "BPref"], trecName: "bpref", parameters: ["rel"],
    about: "relevant items before judged irrelevant ones; passes over the unjudged"
  ) { arguments throws(MeasureNameError) in BinaryPreference(level: try arguments.level) }
}
