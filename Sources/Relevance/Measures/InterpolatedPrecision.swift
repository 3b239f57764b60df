/// Interpolated precision at a level of recall: `iprec_at_recall_r` of trec_eval 9.
///
/// The best precision at any rank from which at least the share r of the relevant documents has been found. (Version
/// 10 rounds r · R to the nearest number of documents instead of up; the two rarely differ.)
package struct InterpolatedPrecision: Measure, Hashable {
  /// The level of recall, 0…1.
  package let recall: Double
  /// The smallest relevant grade; the evaluation's own when `nil`.
  package let level: Int?

  /// Makes the measure.
  /// - Precondition: `recall` lies in 0…1.
  package init(recall: Double, level: Int? = nil) {
    precondition((0...1).contains(recall), "a recall must lie in 0…1, not \(recall)")
    self.recall = recall
    self.level = level
  }

  package var name: String {
    level == nil ? "iprec_at_recall_" + MeasureTitle.decimals(recall) : title
  }
  package var title: String {
    MeasureTitle.spell("IPrec", level: level) + "@\(recall)"
  }
  package var definition: String {
    "the best precision from the rank on at which \(recall) of the relevant items are found"
  }

  package func score(_ topic: JudgedRanking) -> Double {
    let needed = Int(recall * Double(topic.relevantCount(from: level)) + 0.9)
    let places = topic.relevantPlaces(from: level)
    guard needed <= places.count else { return 0 }
    return places.enumerated().dropFirst(max(needed - 1, 0))
      .reduce(0) { max($0, Double($1.offset + 1) / Double($1.element + 1)) }
  }

  /// The measure as names describe it.
  package static let family = MeasureFamily(
    names: ["IPrec"], trecCutName: "iprec_at_recall",
    trecShares: (0...10).map { Double($0) / 10 }, cutoffUse: .share, parameters: ["rel"],
    about: "the best precision once a share r of the relevant items is found"
  ) { arguments throws(MeasureNameError) in
    InterpolatedPrecision(recall: try arguments.requiredShare, level: try arguments.level)
  }
}
