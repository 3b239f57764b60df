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
    let place = placeOfNext(among: flags)
    let flag = flags[place]
    visitedFlag = flag
    let effects = flag.query == query ? [] : ask(flag.query)
    let name = "flag \(place + 1) of \(flags.count): \(flag.item) for “\(flag.query.text)”"
    // Where it is listed, the cursor goes to it, now or when the answer comes.
    sought = SoughtItem(id: flag.item, name: name)
    notice = Notice(name)
    return effects
  }

  /// The first flag behind the one that was gone to last, also when that was taken back since, or behind the query that
  /// shows; the first of all behind the last.
  private func placeOfNext(among flags: [FlaggedItem]) -> Int {
    let queries = flaggableQueries
    let here = queries.firstIndex(of: query) ?? -1
    let last = visitedFlag.flatMap { $0.query.id == query.id ? $0.item : nil }
    let behind = flags.firstIndex { flag in
      let place = queries.firstIndex(of: flag.query) ?? -1
      return place > here || place == here && (last.map { $0 < flag.item } ?? true)
    }
    return behind ?? 0
  }

  private var flags: [FlaggedItem] {
    flaggableQueries.flatMap { query in
      book.opinions(for: query.id).filter(\.value.isFlagged).keys.sorted().map {
        FlaggedItem(query: query, item: $0)
      }
    }
  }

  /// The query that shows, where it is none of the set, and the set.
  private var flaggableQueries: [Query] {
    (position == nil && !isBrowsing ? [query] : []) + bench.queries
  }
}
