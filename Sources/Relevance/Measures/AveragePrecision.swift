/// Average precision: `map` and `map_cut_k` of trec_eval.
///
/// The precision at each retrieved relevant document, summed and divided by the number of relevant documents of the
/// query, retrieved or not. 0 without a relevant document. Values lie in 0…1.
package struct AveragePrecision: BinaryMeasure, Hashable {
  package let cutoff: Int?
  /// The smallest relevant grade; the evaluation's own when `nil`.
  package let level: Int?

  /// Makes the measure.
  package init(cutoff: Int? = nil, level: Int? = nil) {
    self.cutoff = cutoff
    self.level = level
  }

  package var name: String { level == nil ? cutoff.map { "map_cut_\($0)" } ?? "map" : title }
  package var title: String { MeasureTitle.spell("AP", level: level, cutoff: cutoff) }
  package var definition: String {
    "Σ precision at each relevant item\(MeasureTitle.depth(cutoff)), divided by the number of relevant items"
  }

  package func score(_ topic: JudgedRanking) -> Double {
    let relevant = topic.relevantCount(from: level)
    guard relevant > 0 else { return 0 }
    var sum = 0.0
    for (found, place) in topic.relevantPlaces(from: level).enumerated() {
      if let cutoff, place >= cutoff { break }
      sum += Double(found + 1) / Double(place + 1)
    }
    return sum / Double(relevant)
  }

  package func terms(_ topic: JudgedRanking) -> MeasureTerms? {
    let precisions = topic.relevantPlaces(from: level).enumerated().map {
      (place: $0.element, value: Double($0.offset + 1) / Double($0.element + 1))
    }
    let depth = min(cutoff ?? topic.count, topic.count)
    return MeasureTerms(
      precisions.filter { $0.place < depth }, count: depth, norm: Double(topic.relevantCount(from: level)))
  }
}

extension AveragePrecision {
  /// Average precision as measure names describe it.
  package static let family = MeasureFamily(
    names: ["AP", "MAP"], trecName: "map", trecCutName: "map_cut", trecCutoffs: MeasureFamily.manyCutoffs,
    cutoffUse: .optional, parameters: ["rel"], about: "precision at each relevant item, averaged"
  ) { arguments throws(MeasureNameError) in
    AveragePrecision(cutoff: arguments.cutoff, level: try arguments.level)
  }
}
