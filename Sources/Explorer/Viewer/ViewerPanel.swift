internal import Relevance
internal import Retrieval
internal import TerminalUI

/// One item's picture over the whole screen: its title above, what is known of the file below.
struct ViewerPanel {
  func draw(_ state: ExplorerState, _ viewer: PictureViewer, on screen: inout Screen) {
    let layout = ViewerLayout(state.size)
    guard let current = state.current else { return }
    drawTitle(
      of: current.card, rank: current.item.rank, score: current.item.score, state, in: layout.title,
      on: &screen)
    let shape = CellShape(state.pictures, hasPictures: state.bench.hasPictures)
    drawFacts(of: current.card, viewer, state, shape, layout, on: &screen)
    if case .failed(let reason) = viewer.outcome {
      drawMessage(["✗ the picture can't be shown", reason], ink: .warning, in: layout.area, on: &screen)
      return
    }
    guard let picture = current.card.namedPicture, let shape else {
      drawAlone(current.card, state, in: layout.area, on: &screen)
      return
    }
    // The whole picture can be got ready before its size is known, unless it may well not be readable.
    let view = viewer.facts.map { PictureView($0, viewer, in: layout.area, shape: shape) }
    guard view != nil || (viewer.scale == .whole && current.card.picture != nil) else { return }
    screen.pictures.append(
      PicturePlacement(picture: picture, frame: view?.frame ?? layout.area, region: view?.region))
  }

  private func drawTitle(
    of card: ItemCard, rank: Int, score: Double, _ state: ExplorerState, in line: Rect,
    on screen: inout Screen
  ) {
    var end = Segments()
    if !state.isBrowsing {
      end.add(Numerals.score(score) + " ")
      let opinion = state.book.opinion(of: card.id, for: state.query.id)
      let grade = state.book.grades[state.query.id, card.id]
      let isOthers = state.book.isOthers(card.id, for: state.query.id)
      let others = isOthers ? grade.map { GradeMark.others($0, on: state.bench.scale) } : nil
      let mark = others ?? GradeMark.of(grade, on: state.bench.scale, answer: opinion.answer)
      end.add(mark.text, mark.style)
      let words = grade.flatMap { state.bench.scale.name(of: $0) } ?? opinion.unjudgedWords
      if line.columns >= 60 { end.add(" " + words, Style(.muted)) }
      if opinion.isFlagged { end.add(" " + GradeMark.flag.text, GradeMark.flag.style) }
      if !opinion.note.isEmpty { end.add(" " + GradeMark.note.text, GradeMark.note.style) }
    }
    let start = screen.put(
      " \(rank) ", column: line.column, row: line.row, style: Style(.accent, bold: true))
    let room = line.columns - start - end.columns - 3
    screen.put(
      card.title, column: line.column + start, row: line.row, style: Style(.plain, bold: true),
      maxColumns: room, cut: .atWord)
    end.draw(on: &screen, before: line.maxColumn - 1, row: line.row)
  }

  /// Pixels and format, scale, size, what is odd; then place and column at the end.
  private func drawFacts(
    of card: ItemCard, _ viewer: PictureViewer, _ state: ExplorerState, _ shape: CellShape?,
    _ layout: ViewerLayout, on screen: inout Screen
  ) {
    let line = layout.facts
    let column = state.columns[state.focusedColumn]
    let place = Segments(
      "\(state.cursor + 1) of \(Numerals.grouped(column.rowCount)) · "
        + "\(ColumnHeadPanel.letter(of: state.focusedColumn)) \(column.settings.shortName)", Style(.muted))
    var pieces: [Segments] = []
    if let facts = viewer.facts {
      if let shape {
        pieces.append(scale(of: PictureView(facts, viewer, in: layout.area, shape: shape), viewer))
      }
      pieces.append(Segments("\(facts.width)×\(facts.height) \(facts.format)"))
      if let remark = facts.remark { pieces.append(Segments(remark, Style(.warning))) }
      pieces.append(Segments(Self.size(facts.bytes), Style(.muted)))
    } else if card.namedPicture != nil, viewer.outcome == nil {
      pieces.append(Segments("looking at the file …", Style(.muted)))
    }
    let room = line.columns - 2
    let withPlace = room - place.columns - 2
    let left = Segments.fitting(pieces, columns: withPlace)
    left.draw(on: &screen, column: line.column + 1, row: line.row, maxColumns: room)
    place.draw(on: &screen, before: line.maxColumn - 1, row: line.row)
    let rest = withPlace - left.columns - 3
    guard let path = card.namedPicture?.path, rest >= 12 else { return }
    screen.put(
      (left.columns > 0 ? " · " : "") + Fitting.truncate(path, columns: rest, cut: .atFront),
      column: line.column + 1 + left.columns, row: line.row, style: Style(.muted))
  }

  private func scale(of view: PictureView, _ viewer: PictureViewer) -> Segments {
    let percent = "\(Int((view.factor * 100).rounded())) %"
    return Segments(viewer.scale == .whole ? "whole, " + percent : percent, Style(.accent))
  }

  /// A size as people say it: `980 B`, `224 kB`, `1.5 MB`.
  private static func size(_ bytes: Int) -> String {
    if bytes < 1000 { return "\(bytes) B" }
    if bytes < 999_500 { return "\((bytes + 500) / 1000) kB" }
    return Numerals.fixed(Double(bytes) / 1e6, decimals: 1) + " MB"
  }

  /// What there is to say of an item where no picture shows.
  private func drawAlone(_ card: ItemCard, _ state: ExplorerState, in area: Rect, on screen: inout Screen) {
    let reason =
      card.namedPicture == nil
      ? "this item has no picture" : "this terminal shows no pictures; O opens it elsewhere"
    drawMessage([reason] + card.facts + [card.id.text], ink: .muted, in: area, on: &screen)
  }

  private func drawMessage(_ sentences: [String], ink: Ink, in area: Rect, on screen: inout Screen) {
    let lines = sentences.flatMap { Fitting.wrap($0, columns: min(72, area.columns - 4), maxLines: 4) }
    let top = area.row + max(0, area.rows - lines.count) / 2
    for (line, words) in lines.prefix(area.rows).enumerated() {
      screen.put(
        words, column: area.column, row: top + line, style: Style(ink), maxColumns: area.columns,
        alignment: .center)
    }
  }
}
