/// In which order the items of a pool are put before an assessor.
package enum LabellingOrder: String, CaseIterable, Hashable, Sendable {
  /// In the order of the pool: highest ranks first.
  case pool
  /// First what the rankings disagree about most.
  case disagreement
  /// First what changes the measured difference of the first two rankings most.
  case impact
  /// Shuffled, by assessor and query.
  case random
}

extension LabellingOrder {
  /// The unjudged items among the first `depth` of the rankings, in this order.
  ///
  /// The order is total: equals stand in the order of the pool.
  /// - Parameters:
  ///   - rankings: what is compared; impact looks at the first two, or at the first against an empty one.
  ///   - depth: how many items of each ranking are in the pool.
  ///   - grades: every judged document of the query.
  ///   - measure: what the impact is on.
  ///   - possible: the grades an item may get; not empty.
  ///   - blind: the shuffled order of the assessor and the query.
  /// - Returns: each unjudged item of the pool once.
  package func items(
    of rankings: [[DocumentID]], depth: Int, grades: [DocumentID: Int], measure: any Measure,
    possible: some Sequence<Int>, blind: BlindOrder
  ) -> [PooledItem] {
    let pool = Pool(of: rankings, depth: depth).unjudged(by: grades)
    switch self {
    case .pool: return pool
    case .disagreement:
      return pool.sorted {
        $0.disagreement == $1.disagreement
          ? PooledItem.isHigher($0, $1) : $0.disagreement > $1.disagreement
      }
    case .impact:
      let contest = Contest(
        left: rankings.first ?? [], right: rankings.count > 1 ? rankings[1] : [], grades: grades,
        possible: possible)
      let impacts = contest.impacts(on: measure, among: Set(pool.map(\.item))).map(\.item)
      return Self.sorted(pool, by: impacts)
    case .random: return Self.sorted(pool, by: blind.sorted(pool.map(\.item)))
    }
  }

  /// The items in the order in which `order` names them; what it does not name comes last, as it stands.
  private static func sorted(_ pool: [PooledItem], by order: [DocumentID]) -> [PooledItem] {
    let places = Dictionary(order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return pool.enumerated().sorted {
      (places[$0.element.item] ?? .max, $0.offset) < (places[$1.element.item] ?? .max, $1.offset)
    }.map(\.element)
  }
}
