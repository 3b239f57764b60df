/// How many queries are judged: `num_q` of trec_eval.
package struct QueryCount: Measure, Hashable {
  /// Makes the measure.
  package init() {}

  package var name: String { "num_q" }
  package var title: String { "NumQ" }
  package var definition: String { "the number of judged queries" }
  package var summary: MeasureSummary { .queryCount }

  package func score(_ topic: JudgedRanking) -> Double { 1 }

  /// The measure as names describe it.
  package static let family = MeasureFamily(
    names: ["NumQ"], trecName: "num_q", about: "the number of judged queries"
  ) { _ throws(MeasureNameError) in QueryCount() }
}

/// How many documents were retrieved: `num_ret` of trec_eval.
package struct RetrievedCount: Measure, Hashable {
  /// Makes the measure.
  package init() {}

  package var name: String { "num_ret" }
  package var title: String { "NumRet" }
  package var definition: String { "the number of retrieved items" }
  package var summary: MeasureSummary { .sum }

  package func score(_ topic: JudgedRanking) -> Double { Double(topic.count) }

  /// The measure as names describe it; with a grade, only the relevant ones are counted.
  package static let family = MeasureFamily(
    names: ["NumRet"], trecName: "num_ret", parameters: ["rel"], about: "the number of retrieved items"
  ) { arguments throws(MeasureNameError) in
    if let level = try arguments.level { return RelevantRetrievedCount(level: level) }
    return RetrievedCount()
  }
}

/// How many documents are relevant: `num_rel` of trec_eval.
package struct RelevantCount: Measure, Hashable {
  /// The smallest relevant grade; the evaluation's own when `nil`.
  package let level: Int?

  /// Makes the measure.
  package init(level: Int? = nil) {
    self.level = level
  }

  package var name: String { level == nil ? "num_rel" : title }
  package var title: String { MeasureTitle.spell("NumRel", level: level) }
  package var definition: String { "the number of relevant items, retrieved or not" }
  package var summary: MeasureSummary { .sum }

  package func score(_ topic: JudgedRanking) -> Double { Double(topic.relevantCount(from: level)) }

  /// The measure as names describe it.
  package static let family = MeasureFamily(
    names: ["NumRel"], trecName: "num_rel", parameters: ["rel"], about: "the number of relevant items"
  ) { arguments throws(MeasureNameError) in RelevantCount(level: try arguments.level) }
}

/// How many relevant documents were retrieved: `num_rel_ret` of trec_eval.
package struct RelevantRetrievedCount: Measure, Hashable {
  /// The smallest relevant grade; the evaluation's own when `nil`.
  package let level: Int?

  /// Makes the measure.
  package init(level: Int? = nil) {
    self.level = level
  }

  package var name: String { level == nil ? "num_rel_ret" : title }
  package var title: String { level == nil ? "NumRelRet" : MeasureTitle.spell("NumRet", level: level) }
  package var definition: String { "the number of retrieved relevant items" }
  package var summary: MeasureSummary { .sum }

  package func score(_ topic: JudgedRanking) -> Double { Double(topic.relevantPlaces(from: level).count) }

  /// The measure as names describe it.
  package static let family = MeasureFamily(
    names: ["NumRelRet"], trecName: "num_rel_ret", about: "the number of retrieved relevant items"
  ) { _ throws(MeasureNameError) in RelevantRetrievedCount() }
}
