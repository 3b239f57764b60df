internal import Relevance
internal import Retrieval
internal import TerminalUI

/// The item under the cursor beside the list: its picture, title, facts and grade.
struct FoundItemPane {
  private let state: ExplorerState
  private let area: Rect

  /// `nil` where there is no room.
  init?(_ state: ExplorerState, _ layout: FindAllLayout) {
    guard let pane = layout.pane else { return nil }
    self.state = state
    area = pane
  }

  func draw(on screen: inout Screen) {
    let rule = Rect(column: area.column - 1, row: area.row, columns: 1, rows: area.rows)
    screen.fill(rule, with: "│", style: Style(.muted))
    var rest = area
    _ = rest.takeLeft(1)
    _ = rest.takeRight(1)
    guard let place = state.findAll.place, let card = state.findAll.card(at: place) else { return }
    for line in lines(of: card, at: place, columns: rest.columns) where rest.rows > 0 {
      line.draw(on: &screen, column: rest.column, row: rest.takeTop(1).row, maxColumns: rest.columns)
    }
    drawPicture(of: card, on: &screen, in: rest)
  }

  private func lines(of card: ItemCard, at place: Int, columns: Int) -> [Segments] {
    var lines = Fitting.wrap(card.title, columns: columns, maxLines: 3).map {
      Segments($0, Style(.plain, bold: true))
    }
    if !card.facts.isEmpty {
      lines.append(
        Segments(Fitting.truncate(card.facts.joined(separator: " · "), columns: columns), Style(.muted)))
    }
    lines.append(Segments(Fitting.truncate(card.id.text, columns: columns), Style(.muted)))
    if state.findAll.page == .sample {
      lines += Fitting.wrap(
        "drawn by chance; rank and score are hidden until the sample is graded", columns: columns, maxLines: 2
      ).map { Segments($0, Style(.muted)) }
    }
    return lines + [Segments()]
  }

  private func drawPicture(of card: ItemCard, on screen: inout Screen, in room: Rect) {
    guard let picture = card.picture,
      let shape = CellShape(state.pictures, hasPictures: state.bench.hasPictures),
      room.rows >= shape.leastRows
    else { return }
    let rows = min(room.rows, shape.rows(forColumns: room.columns))
    let columns = min(room.columns, shape.columns(forRows: rows))
    let frame = Rect(column: room.column, row: room.row, columns: columns, rows: rows)
    screen.pictures.append(PicturePlacement(picture: picture, frame: frame))
  }
}
