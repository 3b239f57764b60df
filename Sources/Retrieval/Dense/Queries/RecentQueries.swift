import Synchronization

/// The newest queries and what has been scanned for them, within a budget of bytes.
final class RecentQueries: Sendable {
  /// A small catalogue's sums take next to nothing; finding a query among many would cost more than its scan.
  private static let most = 32

  private let budget: Int
  private let queries = Mutex<[ScannedQuery]>([])

  /// Makes an empty store.
  /// - Parameter budget: How many bytes the sums of all stored queries may take; one query's may exceed it.
  init(budget: Int) {
    self.budget = budget
  }

  /// The stored form of a query, which becomes the newest.
  func query(_ vector: [Float], layout: VectorLayout) -> ScannedQuery {
    let known = queries.withLock { queries -> ScannedQuery? in
      guard let index = queries.firstIndex(where: { $0.query.vector == vector }) else { return nil }
      let query = queries.remove(at: index)
      queries.insert(query, at: 0)
      return query
    }
    if let known { return known }
    let query = ScannedQuery(RoundedQuery(vector, layout: layout))
    queries.withLock { $0.insert(query, at: 0) }
    trim()
    return query
  }

  /// A query's stored form if no other was asked after it.
  func newest(_ vector: [Float]) -> ScannedQuery? {
    queries.withLock { queries in
      queries.first.flatMap { $0.query.vector == vector ? $0 : nil }
    }
  }

  /// Whether another query was asked after this one.
  func isOvertaken(_ query: ScannedQuery) -> Bool {
    queries.withLock { $0.first !== query }
  }

  /// Whether as many bytes may be kept at all.
  func hasRoom(for bytes: Int) -> Bool { bytes <= budget }

  /// Forgets the oldest queries until the rest fit the budget; the newest stays.
  func trim() {
    queries.withLock { queries in
      var bytes = 0
      let fitting = queries.prefix(Self.most).prefix { query in
        bytes += query.bytes
        return bytes <= budget
      }
      queries.removeLast(queries.count - min(queries.count, max(1, fitting.count)))
    }
  }
}
