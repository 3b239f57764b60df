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
  /// - Complexity: two scores for every possible grade of every item that the measure finds in a ranking, and of one
  ///   of all the others: without a rank that counts, they are alike.
  package func impacts(
    on measure: any Measure, among chosen: Set<DocumentID>? = nil
  ) -> [ImpactfulItem] {
    let items = unjudged.filter { chosen?.contains($0) ?? true }
    let stake = stake(of: measure)
    let returned = Set(stake.returned)
    let normalising = stake.normalising.first.map { swing(of: $0, on: measure) } ?? 0
    return items.enumerated().map { place, item in
      let swing = returned.contains(item) ? swing(of: item, on: measure) : normalising
      return (place, ImpactfulItem(item: item, swing: swing))
    }
    .sorted { ($1.1.swing, $0.0) < ($0.1.swing, $1.0) }
    .map(\.1)
  }

  private func swing(of item: DocumentID, on measure: any Measure) -> Double {
    let differences = possible.map { difference(measure, assigning: [item: $0]) }
    return (differences.max() ?? 0) - (differences.min() ?? 0)
  }
}
