/// The queries that were asked before, in this session and earlier ones.
package struct QueryHistory: Hashable, Sendable {
  /// As many queries as are remembered; the oldest are forgotten.
  package static let capacity = 10_000

  /// The oldest first, none twice.
  package private(set) var queries: [String]

  /// Remembers queries, the oldest first; of equal ones the last counts.
  package init(_ queries: [String] = []) {
    var seen: Set<[UInt8]> = []
    let kept = queries.reversed().filter { !$0.trimmed.isEmpty && seen.insert(Array($0.utf8)).inserted }
    self.queries = kept.prefix(Self.capacity).reversed()
  }

  /// Remembers a query as the latest.
  /// - Returns: whether there was something to note: no query is noted when it is blank or the latest already.
  mutating func add(_ query: String) -> Bool {
    guard !query.isEmpty, queries.last.map({ !$0.utf8.elementsEqual(query.utf8) }) ?? true else {
      return false
    }
    queries.removeAll { $0.utf8.elementsEqual(query.utf8) }
    queries.append(query)
    if queries.count > Self.capacity { queries.removeFirst() }
    return true
  }

  /// The first of the places whose query contains a text, whatever its case; an empty text is contained in none.
  func first(containing text: String, at places: some Sequence<Int>) -> Int? {
    let wanted = Array(text.lowercased().utf8)
    guard !wanted.isEmpty else { return nil }
    return places.first { Array(queries[$0].lowercased().utf8).contains(wanted) }
  }
}

extension [UInt8] {
  /// Whether the bytes of `part` stand somewhere in these, in a row.
  fileprivate func contains(_ part: [UInt8]) -> Bool {
    guard count >= part.count else { return false }
    return (0...count - part.count).contains { start in
      self[start] == part[0] && self[start..<start + part.count].elementsEqual(part)
    }
  }
}
