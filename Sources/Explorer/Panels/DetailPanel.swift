internal import Relevance
internal import Retrieval
internal import TerminalUI

/// The right third: the item under the cursor, as a picture, as fields or as the arithmetic of its score.
struct DetailPanel: Panel {
  func draw(_ state: ExplorerState, _ layout: ExplorerLayout, on screen: inout Screen) {
    guard let pane = layout.detail else { return }
    if pane.column > 0 {
      screen.fill(
        Rect(column: pane.column - 1, row: pane.row, columns: 1, rows: pane.rows), with: "│",
        style: Style(.muted))
    }
    var area = pane
    _ = area.takeLeft(1)
    _ = area.takeRight(1)
    guard let current = state.current else {
      screen.put(
        "no item", column: area.column, row: area.row, style: Style(.muted), maxColumns: area.columns)
      return
    }
    drawTitle(current.card, state, in: &area, on: &screen)
    drawPage(state, current.card, in: area, on: &screen)
  }

  private func drawTitle(
    _ card: ItemCard, _ state: ExplorerState, in area: inout Rect, on screen: inout Screen
  ) {
    for line in Fitting.wrap(card.title, columns: area.columns, maxLines: 3) {
      let row = area.takeTop(1)
      screen.put(line, column: row.column, row: row.row, style: Style(.plain, bold: true))
    }
    let row = area.takeTop(1)
    var line = Segments(Fitting.truncate(card.id.text, columns: area.columns / 2), Style(.muted))
    if !state.isBrowsing { line.join(grades(of: card.id, state)) }
    line.draw(on: &screen, column: row.column, row: row.row, maxColumns: row.columns)
    _ = area.takeTop(1)
  }

  /// The journal's grade and, where the reference knows the item, the reference's.
  private func grades(of item: DocumentID, _ state: ExplorerState) -> Segments {
    let given = state.book.grades[state.query.id, item]
    let mark = GradeMark.of(given)
    var line = Segments(mark.text, mark.style)
    line.add(" " + (given.flatMap { state.bench.scale.name(of: $0) } ?? "not judged"), Style(.muted))
    if let known = state.bench.qrels[state.query.id, item] {
      line.join(Segments("qrels \(known)", Style(.muted)))
    }
    return line
  }

  private func drawPage(_ state: ExplorerState, _ card: ItemCard, in area: Rect, on screen: inout Screen) {
    guard !area.isEmpty else { return }
    let reply = state.inspection.reply
    switch state.detail {
    case .off: break
    case .picture:
      var rest = area
      drawPicture(card, state, in: &rest, on: &screen)
      FieldsPage(fields: reply?.fields ?? []).draw(on: &screen, in: rest, scroll: state.detailScroll)
    case .fields:
      FieldsPage(fields: reply?.fields ?? []).draw(on: &screen, in: area, scroll: state.detailScroll)
    case .explanation:
      guard !state.isBrowsing else {
        screen.put(
          "no query, no score", column: area.column, row: area.row, style: Style(.muted),
          maxColumns: area.columns)
        return
      }
      guard let reply else { return }
      ExplanationPage(root: reply.explanation).draw(on: &screen, in: area, scroll: state.detailScroll)
    }
  }

  /// As large as fits while a third of the pane stays for fields.
  private func drawPicture(
    _ card: ItemCard, _ state: ExplorerState, in area: inout Rect, on screen: inout Screen
  ) {
    guard let shape = CellShape(state.pictures, hasPictures: state.bench.hasPictures) else { return }
    guard let picture = card.picture else {
      let row = area.takeTop(2)
      screen.put(
        "no picture", column: row.column, row: row.row, style: Style(.muted), maxColumns: row.columns)
      return
    }
    let rows = min(shape.rows(forColumns: area.columns), area.rows * 2 / 3)
    guard rows >= shape.leastRows else { return }
    let frame = area.takeTop(rows)
    screen.pictures.append(PicturePlacement(picture: picture, frame: frame))
    _ = area.takeTop(1)
  }
}
