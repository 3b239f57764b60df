internal import Relevance

extension ExplorerState {
  /// Goes to the next item that was flagged: those of the query that shows and of the set, in the set's order, and round
  /// again.
  mutating func goToNextFlag() -> [Effect] {
    let flags = flags
    guard !flags.isEmpty else {
      notice = Notice("no item of these queries is flagged; \(key(of: .toggleFlag)) flags one for later")
      return []
    }
    let here = visitedFlag.flatMap { flag in flag.query.id == query.id ? flags.firstIndex(of: flag) : nil }
    let place = here.map { ($0 + 1) % flags.count } ?? flags.firstIndex { $0.query == query } ?? 0
    let flag = flags[place]
    visitedFlag = flag
    let effects = flag.query == query ? [] : ask(flag.query)
    // Where it is listed, the cursor goes to it, now or when the answer comes.
    sought = flag.item
    notice = Notice("flag \(place + 1) of \(flags.count): \(flag.item) for “\(flag.query.text)”")
    return effects
  }

  private var flags: [FlaggedItem] {
    let queries = (position == nil && !isBrowsing ? [query] : []) + bench.queries
    return queries.flatMap { query in
      book.opinions(for: query.id).filter(\.value.isFlagged).keys.sorted().map {
        FlaggedItem(query: query, item: $0)
      }
    }
  }
}

/// An item that was flagged for a query.
struct FlaggedItem: Hashable, Sendable {
  let query: Query
  let item: DocumentID
}
