internal import Relevance
internal import Retrieval
internal import TerminalUI

extension ExplorerState {
  /// Changes which columns there are, how they show, or what is saved of them.
  mutating func arrange(_ command: ColumnCommand) -> [Effect] {
    switch command {
    case .add: return addColumn()
    case .duplicate: return insertColumn(columns[focusedColumn].settings)
    case .remove: return removeColumn()
    case .moveLeft: return moveColumn(by: -1)
    case .moveRight: return moveColumn(by: 1)
    case .takeBack: return takeBackColumns()
    case .switchModel: return switchModel()
    case .link: toggleLink()
    case .onlyDifferences: stepDifferences()
    case .jumpToTwin: return jumpToTwin()
    case .filter:
      columnPrompt = ColumnPrompt(
        purpose: .filter(column: focusedColumn), field: TextField(columns[focusedColumn].settings.filter))
    case .save:
      columnPrompt = ColumnPrompt(purpose: .name, field: TextField(""))
      // Which names are taken is known before one is written.
      return [.readPresets]
    case .open:
      presets = PresetList()
      return [.readPresets]
    case .load, .delete, .accept: break
    }
    return []
  }

  /// What the columns are and which has the focus.
  package var arrangement: ColumnArrangement {
    ColumnArrangement(settings: columns.map(\.settings), focus: focusedColumn)
  }

  // MARK: Which there are

  /// How many changes can be taken back.
  private static let mostFormer = 100

  private mutating func addColumn() -> [Effect] {
    insertColumn(bench.nextColumn(beside: columns.map(\.settings), like: columns[focusedColumn].settings))
  }

  /// Puts a column to the right of the focused one and gives it the focus.
  private mutating func insertColumn(_ settings: RankingSettings) -> [Effect] {
    guard columns.count < ColumnArrangement.most else {
      notice = Notice("\(ColumnArrangement.most) columns are the most; zx removes one")
      return []
    }
    var all = columns.map(\.settings)
    all.insert(settings, at: focusedColumn + 1)
    return change(to: ColumnArrangement(settings: all, focus: focusedColumn + 1))
  }

  private mutating func removeColumn() -> [Effect] {
    guard columns.count > 1 else {
      notice = Notice("one column has to stay")
      return []
    }
    var all = columns.map(\.settings)
    all.remove(at: focusedColumn)
    return change(to: ColumnArrangement(settings: all, focus: min(focusedColumn, all.count - 1)))
  }

  private mutating func moveColumn(by step: Int) -> [Effect] {
    let target = focusedColumn + step
    guard columns.indices.contains(target) else { return [] }
    var all = columns.map(\.settings)
    all.swapAt(focusedColumn, target)
    return change(to: ColumnArrangement(settings: all, focus: target))
  }

  private mutating func takeBackColumns() -> [Effect] {
    guard let former = formerColumns.popLast() else {
      notice = Notice("the columns are those of the beginning")
      return []
    }
    return show(former)
  }

  /// Shows other columns, which `zu` takes back.
  mutating func change(to arrangement: ColumnArrangement) -> [Effect] {
    formerColumns.append(self.arrangement)
    if formerColumns.count > Self.mostFormer { formerColumns.removeFirst() }
    return show(arrangement)
  }

  /// Shows other columns; what one of the present ones answers already is not asked again.
  private mutating func show(_ arrangement: ColumnArrangement) -> [Effect] {
    columns[focusedColumn].place = place(in: focusedColumn)
    var rest = columns
    columns = arrangement.settings.map { settings in
      guard let index = rest.firstIndex(where: { $0.settings == settings }) else {
        // One that is like another has its answer, too.
        return columns.first { $0.settings == settings } ?? ResultColumn(settings: settings)
      }
      return rest.remove(at: index)
    }
    focusedColumn = arrangement.focus
    if !isLinked {
      (cursor, scroll) = (columns[focusedColumn].place.cursor, columns[focusedColumn].place.scroll)
    }
    board.chosenPair = nil
    slider = slider.matters(to: columns[focusedColumn].settings) ? slider : .dimensions
    measureColumns()
    relateColumns()
    // Requests name columns by their places, which are others now.
    return [.forgetHeldSearches]
      + columns.indices.filter { columns[$0].isWaiting || columns[$0].ranking == nil }
      .map { search(column: $0) }
  }

  // MARK: How they show

  /// Compares the next model's vectors in the focused column.
  private mutating func switchModel() -> [Effect] {
    let settings = columns[focusedColumn].settings
    guard !bench.models.isEmpty else {
      notice = Notice("one model is open; assay explore CATALOG --with INDEX opens another's vectors")
      return []
    }
    guard settings.mode != .lexical else {
      notice = Notice("the model does not matter to a lexical column")
      return []
    }
    return reconfigure(settings.comparingNextModel(of: bench))
  }

  private mutating func toggleLink() {
    isLinked.toggle()
    for index in columns.indices where !isLinked { columns[index].place = place(in: focusedColumn) }
    notice = Notice(isLinked ? "all columns scroll together" : "each column scrolls on its own")
  }

  private mutating func stepDifferences() {
    guard columns.count > 1 else {
      notice = Notice("one column differs from nothing")
      return
    }
    let index = columns[focusedColumn].index(ofRow: cursor)
    differences = differences.following
    relateColumns()
    // The item stays under the cursor or, where it shows no more, the one that follows it.
    let column = columns[focusedColumn]
    if let index { cursor = column.listed.map { listed in listed.count { $0 < index } } ?? index }
    notice = Notice(differences.notice)
  }

  /// Compares neighbours anew; called when an answer or the columns changed.
  mutating func relateColumns() {
    for index in columns.indices {
      columns[index].listed = columns[index].ranking.flatMap { ranking in
        let neighbours = [index - 1, index + 1].filter(columns.indices.contains)
        return differences.rows(of: ranking, beside: neighbours.compactMap { columns[$0].ranking })
      }
      columns[index].similarity = similarity(of: index)
    }
  }

  private func similarity(of column: Int) -> RankBiasedOverlap? {
    guard column > 0, !isBrowsing, let left = columns[column - 1].ranking,
      let right = columns[column].ranking, left.query == right.query
    else { return nil }
    let tops = [left, right].map { $0.outcome.items.prefix(Self.boardDepth).map(\.ordinal) }
    return RankBiasedOverlap(tops[0], tops[1])
  }
}

extension Workbench {
  /// The first of the usual columns that is not there yet; without one, a column like another.
  fileprivate func nextColumn(
    beside columns: [RankingSettings], like former: RankingSettings
  ) -> RankingSettings {
    let modes: [RankingMode] = [.dense, .hybrid, .lexical]
    let models: [VectorModel?] = models.isEmpty ? [nil] : models
    let usual = modes.flatMap { mode in models.map { settings(mode, model: $0) } }
    let plans = columns.map { $0.plan(depth: 1) }
    return usual.first { !plans.contains($0.plan(depth: 1)) } ?? former
  }
}
