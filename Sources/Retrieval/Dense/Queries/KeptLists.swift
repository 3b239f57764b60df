/// The lists that one query was answered with last, so that columns which compare the same vectors share one search.
///
/// The beginning of a list does not depend on how deep it is: a deep one answers whatever is shallower.
struct KeptLists: Sendable {
  /// What decides the order of a list.
  struct Question: Hashable, Sendable {
    let lane: DenseLane
    let eligible: ItemSet?
  }

  /// Longer lists are asked for once, to be exported or measured.
  private static let longest = 4096

  /// One for each of the columns that can be compared.
  private let lists = RecentlyUsed<Question, LaneList>(capacity: 4)

  /// The first `depth` entries of the list that answers a question: of one that is kept if it is deep enough, else of
  /// what `compute` returns, which is kept instead unless it is very long.
  func list(_ depth: Int, for question: Question, compute: () -> LaneList) -> LaneList {
    lists.value(
      for: question, ifKept: { $0.entries.count >= min(depth, $0.matched) },
      keepsIf: { $0.entries.count <= Self.longest }, compute: compute
    ).prefix(depth)
  }

  /// The memory that the lists take.
  var bytes: Int { lists.values.reduce(0) { $0 + $1.entries.count * MemoryLayout<LaneList.Entry>.stride } }
}
