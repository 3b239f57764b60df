internal import Relevance
internal import Retrieval
internal import TerminalUI

/// The items under the histogram, a line each: the list with the cut among them, or the sample.
struct FoundListPanel {
  private let state: ExplorerState
  private let area: Rect
  private let board: FindAllBoard

  init(_ state: ExplorerState, _ layout: FindAllLayout) {
    self.state = state
    area = layout.list
    board = state.findAll
  }

  func draw(on screen: inout Screen) {
    guard let found = board.found else { return }
    switch board.page {
    case .list: drawList(found.items, on: &screen)
    case .sample: drawSample(on: &screen)
    }
  }

  private func drawList(_ items: ScoredItems, on screen: inout Screen) {
    let last = items.scores.count
    let rankColumns = Numerals.grouped(last).count
    for row in 0..<area.rows {
      let line = board.scroll + row
      let place = Rect(column: area.column, row: area.row + row, columns: area.columns, rows: 1)
      if line == board.cut {
        drawBorder(items, on: &screen, in: place)
      } else if line <= last {
        let item = line < board.cut ? line : line - 1
        FoundRow(
          state, place: item, front: Numerals.grouped(item + 1), frontColumns: rankColumns,
          score: Double(items.scores[item]), isSelected: item == board.cursor
        ).draw(on: &screen, in: place)
      } else if line == last + 1, items.unscored > 0 {
        screen.put(
          items.unscored == 1
            ? "1 item has no score and is below every cut"
            : "\(Numerals.grouped(items.unscored)) items have no score and are below every cut",
          column: place.column + 2, row: place.row, style: Style(.muted), maxColumns: place.columns - 3)
      }
    }
  }

  private func drawBorder(_ items: ScoredItems, on screen: inout Screen, in line: Rect) {
    screen.fill(line, with: "─", style: Style(.accent))
    var words = Segments(" \(Numerals.grouped(board.cut)) above ", Style(.accent, bold: true))
    if board.cut > 0, board.cut < items.scores.count {
      let width = items.scores[board.cut - 1] - items.scores[board.cut]
      words.add("─", Style(.accent))
      words.add(" gap \(Numerals.score(Double(width))) ", Style(.accent))
    }
    words.draw(on: &screen, column: line.column + 3, row: line.row, maxColumns: line.columns - 4)
  }

  private func drawSample(on screen: inout Screen) {
    let sampled = board.sampled
    for row in 0..<area.rows {
      let index = board.sampleScroll + row
      guard sampled.indices.contains(index) else { return }
      FoundRow(
        state, place: sampled[index], front: "\(index + 1)/\(sampled.count)",
        frontColumns: "\(sampled.count)/\(sampled.count)".count, score: nil,
        isSelected: index == board.sampleCursor
      ).draw(
        on: &screen, in: Rect(column: area.column, row: area.row + row, columns: area.columns, rows: 1))
    }
  }
}

/// An item on one line: rank, title, facts, score, grade.
private struct FoundRow {
  private let state: ExplorerState
  private let card: ItemCard?
  private let front: String
  private let frontColumns: Int
  /// `nil` where the score is hidden.
  private let score: Double?
  private let isSelected: Bool

  init(
    _ state: ExplorerState, place: Int, front: String, frontColumns: Int, score: Double?, isSelected: Bool
  ) {
    self.state = state
    card = state.findAll.card(at: place)
    self.front = front
    self.frontColumns = frontColumns
    self.score = score
    self.isSelected = isSelected
  }

  func draw(on screen: inout Screen, in line: Rect) {
    var rest = line
    let mark = rest.takeLeft(1)
    if isSelected { screen.put("▌", column: mark.column, row: mark.row, style: Style(.accent)) }
    let rank = rest.takeLeft(frontColumns + 1)
    screen.put(
      front, column: rank.column, row: rank.row,
      style: Style(isSelected ? .accent : .muted, bold: isSelected), maxColumns: rank.columns - 1,
      alignment: .right)
    _ = rest.takeRight(1)
    let flags = rest.takeRight(3)
    _ = rest.takeRight(1)
    if let score {
      let text = Numerals.score(score)
      let place = rest.takeRight(6)
      screen.put(
        text, column: place.column, row: place.row, maxColumns: place.columns, alignment: .right)
      _ = rest.takeRight(1)
    }
    guard let card, let query = state.findAll.subject?.query else {
      screen.put("…", column: rest.column, row: rest.row, style: Style(.muted))
      return
    }
    drawGrade(of: card, query, on: &screen, in: flags)
    drawText(card, on: &screen, in: rest)
  }

  private func drawText(_ card: ItemCard, on screen: inout Screen, in area: Rect) {
    let used = screen.put(
      card.title, column: area.column, row: area.row, style: Style(.plain, bold: isSelected),
      maxColumns: area.columns, cut: .atWord)
    let facts = (card.facts + [card.id.text]).joined(separator: " · ")
    let room = area.columns - used - 2
    guard room > 7 else { return }
    screen.put(
      facts, column: area.column + used + 2, row: area.row, style: Style(.muted), maxColumns: room,
      cut: .atWord)
  }

  /// The grade, then a shape or a flag.
  private func drawGrade(of card: ItemCard, _ query: Query, on screen: inout Screen, in area: Rect) {
    let own = state.book.grades[query.id, card.id]
    let opinion = state.book.opinion(of: card.id, for: query.id)
    let scale = state.bench.scale
    let reference = own == nil ? state.bench.qrels[query.id, card.id] : nil
    let isOthers = state.book.isOthers(card.id, for: query.id) || reference != nil
    let others = isOthers ? (own ?? reference).map { GradeMark.others($0, on: scale) } : nil
    let mark = others ?? GradeMark.of(own, on: scale, answer: opinion.answer)
    screen.put(mark.text, column: area.column, row: area.row, style: mark.style)
    if state.preferences.hasGradeShapes, !isOthers, let own {
      let shape = GradeMark.shape(of: own, on: scale)
      screen.put(shape.text, column: area.column + 1, row: area.row, style: shape.style)
    }
    let sign = opinion.isFlagged ? GradeMark.flag : opinion.note.isEmpty ? nil : GradeMark.note
    if let sign { screen.put(sign.text, column: area.column + 2, row: area.row, style: sign.style) }
  }
}
