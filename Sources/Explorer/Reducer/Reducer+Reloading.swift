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
    sought = current?.card.id
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
    guard let id = sought, let ranking, !isWaiting else { return }
    sought = nil
    cursor =
      ranking.cards.firstIndex { $0.id == id }.flatMap { columns[focusedColumn].row(ofIndex: $0) } ?? cursor
  }
}
