/// An unjudged item and how much its grade alone can change.
package struct ImpactfulItem: Hashable, Sendable {
  /// The item.
  package let item: DocumentID
  /// The largest difference its grades make minus the smallest, with all other unjudged items left as they are.
  package let swing: Double

  /// Makes one.
  package init(item: DocumentID, swing: Double) {
    self.item = item
    self.swing = swing
  }
}

extension Contest {
  /// The unjudged items, first those whose grade alone changes the measured difference most.
  ///
  /// Equal ones stand in the order of the pool. A swing of 0 does not say that the grade can never matter: together
  /// with others it may; `interval(of:)` knows.
  ///
  /// With `chosen`, only about those among them.
  /// - Complexity: two scores for every item and possible grade.
  package func impacts(
    on measure: any Measure, among chosen: Set<DocumentID>? = nil
  ) -> [ImpactfulItem] {
    unjudged.filter { chosen?.contains($0) ?? true }.enumerated().map { place, item in
      let differences = possible.map { difference(measure, assigning: [item: $0]) }
      let swing = (differences.max() ?? 0) - (differences.min() ?? 0)
      return (place, ImpactfulItem(item: item, swing: swing))
    }
    .sorted { ($1.1.swing, $0.0) < ($0.1.swing, $1.0) }
    .map(\.1)
  }
}
