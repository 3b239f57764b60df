/// A measure of everything that was retrieved as a set: `set_P`, `set_recall`, `set_map` and `set_F` of trec_eval.
///
/// All are 0 when nothing relevant was retrieved. Values lie in 0…1.
package struct SetMeasure: Measure, Hashable {
  /// What is computed from the set.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case precision, recall, averagePrecision, balance
  }

  /// What is computed.
  package let kind: Kind

  /// Makes the measure.
  package init(_ kind: Kind) {
    self.kind = kind
  }

  package var name: String {
    switch kind {
    case .precision: "set_P"
    case .recall: "set_recall"
    case .averagePrecision: "set_map"
    case .balance: "set_F"
    }
  }

  package var title: String {
    switch kind {
    case .precision: "SetP"
    case .recall: "SetR"
    case .averagePrecision: "SetAP"
    case .balance: "SetF"
    }
  }

  package var definition: String {
    switch kind {
    case .precision: "relevant retrieved items, divided by retrieved items"
    case .recall: "relevant retrieved items, divided by relevant items"
    case .averagePrecision: "the product of the set's precision and recall"
    case .balance: "the harmonic mean of the set's precision and recall"
    }
  }

  package func score(_ topic: JudgedRanking) -> Double {
    let found = Double(topic.relevantPlaces.count)
    guard found > 0 else { return 0 }
    let (precision, recall) = (found / Double(topic.count), found / Double(topic.relevantCount))
    return switch kind {
    case .precision: precision
    case .recall: recall
    case .averagePrecision: precision * recall
    case .balance: 2 * precision * recall / (precision + recall)
    }
  }

  /// The measures as names describe them, in trec_eval's order.
  package static let families = Kind.allCases.map { kind in
    let measure = SetMeasure(kind)
    return MeasureFamily(names: [measure.title], trecName: measure.name, about: measure.definition) {
      _ throws(MeasureNameError) in measure
    }
  }
}
