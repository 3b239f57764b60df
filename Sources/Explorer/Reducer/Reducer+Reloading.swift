internal import Relevance
internal import Retrieval

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
    notice = Notice("the index was opened anew: \(reopened.itemCount) items")
    inspection.clear()
    labelling.reset()
    board.forget()
    curves.forget()
    columns = columns.map { column in
      // An answer names items by their place in the index it came from.
      ResultColumn(settings: column.settings.fitting(reopened))
    }
    return searchAll()
  }

  /// Asks again what could only be answered in part before a model was loaded.
  mutating func takeModel(_ name: String) -> [Effect] {
    notice = Notice("the model \(name) is ready")
    return searchAll()
  }

  /// Puts the cursor on the item that was under it before the index was opened anew, where it is listed.
  mutating func returnToSoughtItem() {
    guard let id = sought, let ranking, !isWaiting else { return }
    sought = nil
    cursor = ranking.cards.firstIndex { $0.id == id } ?? cursor
  }
}

extension RankingSettings {
  /// The settings with lengths that an index has.
  fileprivate func fitting(_ bench: Workbench) -> RankingSettings {
    var settings = self
    if let model { settings.model = bench.others.first { $0.place == model.place } }
    let lengths = bench.dimensions(for: settings)
    if !lengths.contains(dimensions) { settings.dimensions = lengths[lengths.count - 1] }
    if !lengths.contains(coarse.dimensions) {
      settings.coarse.dimensions = settings.model == nil ? bench.coarseStage.dimensions : lengths[0]
    }
    return settings
  }
}
