internal import Relevance
internal import Retrieval
internal import TerminalUI

extension ExplorerState {
  /// Asks for the new build of the index, if there is one.
  mutating func reload() -> [Effect] {
    guard indexNews == .rebuilt else {
      notice = Notice("the index is the one that was opened")
      return []
    }
    notice = Notice("opening the new index")
    return [.reload]
  }

  /// Goes on with another build of the index: query, settings, grades and the item under the cursor stay.
  mutating func take(_ reopened: Workbench) -> [Effect] {
    sought = current.map { SoughtItem(id: $0.card.id) }
    bench = reopened
    indexNews = nil
    notice = Notice("the index was opened anew: \(Numerals.counted(reopened.itemCount, "item"))")
    inspection.clear()
    labelling.reset()
    board.forget()
    curves.forget()
    findAll.forget()
    columns = columns.map { column in
      // An answer names items by their place in the index it came from.
      ResultColumn(settings: column.settings.fitting(reopened))
    }
    return searchAll()
  }

  /// Asks again what waits for a model that is loaded now, or that could not be loaded for a reason.
  mutating func takeModel(at place: Int, failure: String?) -> [Effect] {
    let name = bench.modelName(at: place)
    notice = failure.map { Notice("\(name): \($0)", isWarning: true) } ?? Notice("the model \(name) is ready")
    return columns.indices.filter { columns[$0].lacksModel(at: place) }.map { search(column: $0) }
  }

  /// Searches again with the vector that a server gave, or without the one that it did not give.
  ///
  /// Only what compares vectors of the model at `place` and has none yet.
  mutating func takeServerNews(of place: Int, _ text: String, isFailure: Bool) -> [Effect] {
    notice = Notice(text, isWarning: isFailure)
    return columns.indices.filter { columns[$0].awaitsModel(at: place) }.map { search(column: $0) }
  }

  /// Puts the cursor on the item that it is to go to, such as the one that was under it before the index was opened anew,
  /// where that is listed.
  mutating func returnToSoughtItem() {
    // Where there is no answer, the list is that of something else.
    guard let sought, let ranking, !isWaiting, columns[focusedColumn].failure == nil else { return }
    self.sought = nil
    let index = ranking.cards.firstIndex { $0.id == sought.id }
    if let row = index.flatMap({ columns[focusedColumn].row(ofIndex: $0) }) {
      cursor = row
    } else if let name = sought.name {
      // Another item is under the cursor: whoever grades now has to know.
      notice = Notice(name + missing(isHidden: index != nil, from: ranking), isWarning: true)
    }
  }

  /// Why an item has no row, and what shows it.
  private func missing(isHidden: Bool, from ranking: Ranking) -> String {
    if isHidden {
      return " is not among the rows that differ; \(key(of: .column(.onlyDifferences))) shows others"
    }
    return " is not among the \(Numerals.grouped(ranking.count)) listed"
      + (ranking.listsAll ? "" : "; \(key(of: .bottom)) lists more")
  }
}
