internal import Relevance
internal import Retrieval
internal import TerminalUI

/// The right third: the item under the cursor, as a picture, as fields or as the arithmetic of its score.
struct DetailPanel: Panel {
  func draw(_ state: ExplorerState, _ layout: ExplorerLayout, on screen: inout Screen) {
    guard let pane = layout.detail else { return }
    if pane.column > 0 {
      let rule = Rect(column: pane.column - 1, row: pane.row, columns: 1, rows: pane.rows)
      screen.fill(rule, with: "│", style: Style(.muted))
    }
    guard let current = state.current, let detail = DetailLayout(state, in: pane) else {
      screen.put("no item", column: pane.column + 1, row: pane.row, style: Style(.muted))
      return
    }
    for (line, words) in detail.title.enumerated() {
      screen.put(words, column: detail.column, row: pane.row + line, style: Style(.plain, bold: true))
    }
    identity(of: current.card, state, columns: detail.page.columns)
      .draw(
        on: &screen, column: detail.column, row: pane.row + detail.title.count,
        maxColumns: detail.page.columns)
    if let frame = detail.picture, let picture = current.card.picture {
      screen.pictures.append(PicturePlacement(picture: picture, frame: frame))
    }
    if state.detail == .explanation, state.isBrowsing {
      screen.put("no query, no score", column: detail.column, row: detail.page.row, style: Style(.muted))
    }
    detail.content?.draw(on: &screen, in: detail.page, scroll: state.detailScroll)
  }

  /// The id, the journal's grade and, where the reference knows the item, the reference's.
  private func identity(of card: ItemCard, _ state: ExplorerState, columns: Int) -> Segments {
    let id = card.id.text
    guard !state.isBrowsing else { return Segments(id, Style(.muted)) }
    var grades = grades(of: card, state, withName: true)
    // The grades stay whole: first the grade's name goes, then the end of the id.
    if DisplayWidth.of(id) + 3 + grades.columns > columns {
      grades = self.grades(of: card, state, withName: false)
    }
    var line = Segments(Fitting.truncate(id, columns: columns - grades.columns - 3), Style(.muted))
    line.join(grades)
    return line
  }

  private func grades(of card: ItemCard, _ state: ExplorerState, withName: Bool) -> Segments {
    let given = state.book.grades[state.query.id, card.id]
    let opinion = state.book.opinion(of: card.id, for: state.query.id)
    let isOthers = state.book.isOthers(card.id, for: state.query.id)
    let others = isOthers ? given.map { GradeMark.others($0, on: state.bench.scale) } : nil
    let mark = others ?? GradeMark.of(given, on: state.bench.scale, answer: opinion.answer)
    var line = Segments(mark.text, mark.style)
    if withName {
      line.add(
        " " + (given.flatMap { state.bench.scale.name(of: $0) } ?? opinion.unjudgedWords), Style(.muted))
    }
    if isOthers { line.add(" by another", Style(.muted)) }
    if let given, !isOthers, state.preferences.hasGradeShapes {
      let shape = GradeMark.shape(of: given, on: state.bench.scale)
      line.join(Segments(shape.text, shape.style), by: " ")
    }
    if opinion.isFlagged { line.join(Segments(GradeMark.flag.text, GradeMark.flag.style), by: " ") }
    if !opinion.note.isEmpty { line.join(Segments(GradeMark.note.text, GradeMark.note.style), by: " ") }
    if let known = state.bench.qrels[state.query.id, card.id] {
      line.join(Segments("qrels \(known)", Style(.muted)))
    }
    return line
  }
}

/// Where everything stands in the detail pane: title, a line of identity, a picture, a page of lines.
struct DetailLayout {
  let column: Int
  let title: [String]
  let picture: Rect?
  let page: Rect
  /// What the page lists; `nil` while nothing is known.
  let content: (any DetailPage)?

  /// `nil` when there is no item to show.
  init?(_ state: ExplorerState, in pane: Rect) {
    guard let card = state.current?.card else { return nil }
    var area = pane
    _ = area.takeLeft(1)
    _ = area.takeRight(1)
    column = area.column
    title = Fitting.wrap(card.title, columns: area.columns, maxLines: 3)
    _ = area.takeTop(title.count + 2)
    picture = state.detail == .picture ? Self.takePicture(from: &area, card, state) : nil
    page = area
    content = Self.content(state, columns: area.columns)
  }

  /// The furthest the page can be scrolled.
  var lastScroll: Int { content?.lastScroll(rows: page.rows) ?? 0 }

  /// As large as fits while a third of the pane stays for fields.
  private static func takePicture(from area: inout Rect, _ card: ItemCard, _ state: ExplorerState) -> Rect? {
    guard card.picture != nil, let shape = CellShape(state.pictures, hasPictures: state.bench.hasPictures)
    else { return nil }
    let rows = min(shape.rows(forColumns: area.columns), area.rows * 2 / 3)
    guard rows >= shape.leastRows else { return nil }
    defer { _ = area.takeTop(1) }
    return area.takeTop(rows)
  }

  private static func content(_ state: ExplorerState, columns: Int) -> (any DetailPage)? {
    guard let reply = state.inspection.reply else { return nil }
    switch state.detail {
    case .off: return nil
    case .picture, .fields: return FieldsPage(fields: reply.fields, columns: columns)
    case .explanation:
      return state.isBrowsing ? nil : ExplanationPage(root: reply.explanation, columns: columns)
    }
  }
}
