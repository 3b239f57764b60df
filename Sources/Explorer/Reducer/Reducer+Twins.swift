internal import Relevance
internal import Retrieval
internal import TerminalUI

extension ExplorerState {
  /// Goes to the item under the cursor in the next column, in a circle; one that is not listed there is looked for.
  mutating func jumpToTwin() -> [Effect] {
    guard columns.count > 1 else {
      notice = Notice("there is no other column")
      return []
    }
    guard let ranking, let current else { return [] }
    let target = (focusedColumn + 1) % columns.count
    let letter = ColumnHeadPanel.letter(of: target)
    guard let other = columns[target].ranking, other.query == ranking.query else {
      notice = Notice("\(letter) has no answer to this query yet")
      return []
    }
    let ordinal = current.item.ordinal
    guard let index = other.outcome.items.firstIndex(where: { $0.ordinal == ordinal }) else {
      return locate(ordinal, in: target, as: other)
    }
    guard let row = columns[target].row(ofIndex: index) else {
      notice = Notice("\(letter) ranks it \(index + 1), like its neighbours; only differences show")
      return []
    }
    focusColumn(target)
    cursor = row
    detailScroll = 0
    return []
  }

  private mutating func locate(_ ordinal: UInt32, in column: Int, as ranking: Ranking) -> [Effect] {
    generation += 1
    let request = LocateRequest(
      generation: generation, column: column, ordinal: ordinal, query: ranking.query, plan: ranking.plan,
      typing: ranking.typing)
    location = request
    notice = Notice("\(ColumnHeadPanel.letter(of: column)) does not list it; looking where it stands")
    return [.locate(request)]
  }

  /// Says where another column ranks an item, unless that is not asked any more.
  mutating func take(_ reply: LocateReply) {
    guard let request = location, request.generation == reply.generation else { return }
    location = nil
    let letter = ColumnHeadPanel.letter(of: request.column)
    notice =
      switch reply.outcome {
      case .found(let finding): Notice("\(letter) \(finding.sentence)")
      case .failed(let reason): Notice("\(letter): \(reason)", isWarning: true)
      }
  }
}

extension WhyNot {
  /// Where the item stands, as what is said of a column.
  fileprivate var sentence: String {
    let place = rank.map { "ranks it \(Numerals.grouped($0)) of \(Numerals.grouped(matched))" }
    let words =
      switch verdict {
      case .listed: place ?? "lists it"
      case .outranked: (place ?? "ranks it lower") + ", below the \(Numerals.grouped(depth)) listed"
      case .filtered: "leaves it out by a filter"
      case .unscored: "gives it no score"
      case .notShortlisted: "does not pick it in the coarse stage"
      case .beyondLists: "has it in none of the lists that are fused"
      }
    let lanes = lanes.compactMap { standing -> String? in
      guard let score = standing.score else { return nil }
      let rank = standing.rank.map { " #\(Numerals.grouped($0))" } ?? ""
      return "\(standing.lane.rawValue) \(Numerals.score(score))\(rank)"
    }
    return ([words] + lanes).joined(separator: " · ")
  }
}
