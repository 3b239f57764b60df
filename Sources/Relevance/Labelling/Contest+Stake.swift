/// The unjudged items whose grades a measured difference depends on, by the way in which it does.
package struct Stake: Hashable, Sendable {
  /// Those that a ranking has among the ranks that count: their grades may change who wins the query.
  package let returned: [DocumentID]
  /// The others, where the measure is normalised by all that is judged: their grades change by how much a query is won,
  /// never by whom, and so who wins the mean over several.
  package let normalising: [DocumentID]
}

extension Contest {
  /// The unjudged items that matter to a measure, each list in the order of `unjudged`.
  ///
  /// What stands below the ranks that count in both rankings, or in neither, is no item to judge for a measure such as
  /// P@10 or RR.
  package func stake(of measure: any Measure) -> Stake {
    let depth = measure.cutoff ?? .max
    let counting = Set(left.prefix(depth)).union(right.prefix(depth))
    let isNormalised = (measure as? any GradeDependent)?.dependence.looksAtUnreturned ?? true
    return Stake(
      returned: unjudged.filter(counting.contains),
      normalising: isNormalised ? unjudged.filter { !counting.contains($0) } : [])
  }
}

extension GradeDependence {
  /// Whether the grade of an item that is not among the ranks that count may change a score.
  fileprivate var looksAtUnreturned: Bool {
    switch self {
    case .weightedGains(let form): if case .constant = form.normaliser { false } else { true }
    case .firstRelevant: false
    case .rewardsOrder: true
    }
  }
}
