import Synchronization

/// The lists that one query was answered with last, so that columns which compare the same vectors share one search.
///
/// The beginning of a list does not depend on how deep it is: a deep one answers whatever is shallower.
final class KeptLists: Sendable {
  /// What decides the order of a list.
  struct Question: Equatable, Sendable {
    let lane: DenseLane
    let eligible: ItemSet?
  }

  /// One for each of the columns that can be compared.
  private static let most = 4
  /// Longer lists are asked for once, to be exported or measured.
  private static let longest = 4096

  private let lists = Mutex<[(question: Question, list: LaneList)]>([])

  /// The first `depth` entries of the list that answers a question: of one that is kept if it is deep enough, else of
  /// what `compute` returns, which is kept instead.
  ///
  /// Two threads that miss the same list both compute it; what they find is equal.
  func list(_ depth: Int, for question: Question, compute: () -> LaneList) -> LaneList {
    if let kept = kept(question), kept.entries.count >= min(depth, kept.matched) { return kept.prefix(depth) }
    let list = compute()
    if list.entries.count <= Self.longest { keep(list, question) }
    return list
  }

  /// The memory that the lists take.
  var bytes: Int {
    lists.withLock { $0.reduce(0) { $0 + $1.list.entries.count * MemoryLayout<LaneList.Entry>.stride } }
  }

  private func kept(_ question: Question) -> LaneList? {
    lists.withLock { lists in lists.first { $0.question == question }?.list }
  }

  private func keep(_ list: LaneList, _ question: Question) {
    lists.withLock { lists in
      lists.removeAll { $0.question == question }
      lists.insert((question, list), at: 0)
      if lists.count > Self.most { lists.removeLast() }
    }
  }
}
