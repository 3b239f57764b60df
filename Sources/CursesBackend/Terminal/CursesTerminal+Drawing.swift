internal import CNcurses
internal import Glibc
package import TerminalUI

/// What one cell of the glass shows.
enum Glyph: Hashable {
  /// The interface's own cell.
  case cell(Cell)
  /// A cell under a painted picture; see `PictureLedger`.
  case sentinel(Int)
  /// A piece of a picture.
  case block(HalfBlock)
}

extension CursesTerminal {
  /// Whether pictures of the last frame are still to be painted.
  package var hasPendingPictures: Bool { !ledger.pending.isEmpty || blocks.isWaiting }

  /// Shows a frame's text, and works out which pictures have to be painted.
  ///
  /// Only rows that differ from the last frame reach ncurses, and only cells that differ reach the terminal. A
  /// picture that stays where it is costs nothing; one that goes is erased by the text that takes its place.
  /// - Parameters:
  ///   - screen: the frame; clipped when it is larger than the window.
  ///   - blockBudget: the most bytes of pictures made of cells that are new on the screen; the rest waits for the next
  ///     frame. `nil` for no limit, 0 for none.
  ///   - pictures: what a placement shows, or `nil` while it is not ready; asked once for each placement of `screen`.
  package func present(
    _ screen: Screen, blockBudget: Int? = nil, pictures: (PicturePlacement, PictureShape) -> RenderedPicture?
  ) {
    blocks.beginFrame()
    var next = compose(screen)
    var overlays: [(placement: PicturePlacement, picture: RenderedPicture, area: Rect)] = []
    for placement in screen.pictures {
      guard renderer != nil, let shape = PictureShape(placement.frame, on: size),
        let picture = pictures(placement, shape)
      else { continue }
      let area = Rect(
        column: placement.frame.column + picture.column, row: placement.frame.row + picture.row,
        columns: picture.columns, rows: picture.rows)
      guard area.maxColumn <= size.columns, area.maxRow < size.rows else { continue }
      switch picture.content {
      case .pieces: overlays.append((placement, picture, area))
      case .cells(let blocks):
        fill(area, of: &next, rows: self.blocks.rows(of: picture, at: placement, budget: blockBudget)) {
          .block(blocks[$0])
        }
      case .sign(let words):
        var sign = Screen(size: area.size)
        sign.put(words, column: 0, row: 0, style: Style(.warning))
        fill(area, of: &next) { .cell(sign.cells[$0]) }
      }
    }
    blocks.endFrame()
    if !ledger.want(overlays) { invalidate() }
    output.write(stored.hide(ledger.takeLeftovers()))
    for entry in ledger.entries { fill(entry.area, of: &next) { _ in .sentinel(entry.sentinel) } }
    draw(next)
    placeCursor(screen.cursor)
    _ = wnoutrefresh(nc_stdscr())
    _ = doupdate()
  }

  /// Paints pictures one after the other, from the top left.
  /// - Parameters:
  ///   - budget: after so many bytes the rest is left for another call; pieces that the renderer made for the same budget
  ///     never exceed it. `nil` for no limit.
  ///   - shouldContinue: asked before each piece; `false` leaves the rest for another call, so that a key that came
  ///     meanwhile is answered first (`!hasInput`).
  /// - Returns: whether all are painted.
  @discardableResult
  package func presentPictures(budget: Int? = nil, shouldContinue: () -> Bool) -> Bool {
    var written = 0
    for entry in ledger.pending {
      for piece in entry.picture.pieces.dropFirst(entry.painted) {
        let cost = piece.graphic.cost + Self.pieceOverhead
        guard shouldContinue(), budget.map({ written == 0 || written + cost <= $0 }) ?? true else {
          return false
        }
        guard let count = paint(piece, of: entry) else { return false }
        written += count
      }
    }
    return true
  }

  /// The most bytes that are written around a piece: where it stands, and the cursor as it was.
  static let pieceOverhead = 48

  /// Paints one piece; `nil` when the terminal went away.
  private func paint(_ piece: RenderedPicture.Piece, of entry: PictureLedger.Entry) -> Int? {
    let (column, row) = (entry.area.column + piece.area.column, entry.area.row + piece.area.row)
    let start = "\u{1b}7\u{1b}[?25l\u{1b}[\(row + 1);\(column + 1)H"
    let end = "\u{1b}8" + (isCursorVisible ? "\u{1b}[?25h" : "")
    var place: StoredPictures.Place?
    var commands: [UInt8]
    switch piece.graphic {
    case .painted(let bytes): commands = bytes
    case .stored(let png): (commands, place) = stored.show(png)
    }
    commands = Array(start.utf8) + commands + Array(end.utf8)
    guard output.write(commands) else { return nil }
    ledger.paint(entry, at: place)
    return commands.count
  }

  /// Makes the next frame write every cell again, in other colours, and paint pictures over themselves.
  func recolour() {
    ledger.eraseAll()
    glyphs = nil
  }

  private func compose(_ screen: Screen) -> [Glyph] {
    var glyphs = [Glyph](repeating: .cell(Cell()), count: size.columns * size.rows)
    for row in 0..<min(size.rows, screen.size.rows) {
      for column in 0..<min(size.columns, screen.size.columns) {
        glyphs[row * size.columns + column] = .cell(screen.cells[row * screen.size.columns + column])
      }
    }
    return glyphs
  }

  private func fill(
    _ area: Rect, of glyphs: inout [Glyph], rows: Int = .max, with glyph: (Int) -> Glyph
  ) {
    for row in 0..<min(rows, area.rows) {
      for column in 0..<area.columns {
        glyphs[(area.row + row) * size.columns + area.column + column] = glyph(row * area.columns + column)
      }
    }
  }

  private func placeCursor(_ cursor: (column: Int, row: Int)?) {
    isCursorVisible = cursor != nil
    _ = curs_set(isCursorVisible ? 1 : 0)
    let (column, row) = cursor ?? (0, 0)
    _ = wmove(
      nc_stdscr(), Int32(clamping: min(row, size.rows - 1)), Int32(clamping: min(column, size.columns - 1)))
  }
}

// MARK: - Cells

extension CursesTerminal {
  /// Hands the rows that changed to ncurses.
  private func draw(_ next: [Glyph]) {
    let last = glyphs?.count == next.count ? glyphs : nil
    let pens = Pens(palette)
    let changed = (0..<size.rows).filter { row in last.map { $0[cells(row)] != next[cells(row)] } ?? true }
    let scrolls =
      last.map { ScrollHazard(last: $0, next: next, columns: size.columns).threatens(changed) } ?? false
    if scrolls { _ = leaveok(nc_stdscr(), true) }
    for row in changed {
      if let last { ledger.textChanges(row: row, isChanged: cells(row).map { last[$0] != next[$0] }) }
      draw(next[cells(row)], row: Int32(row), pens: pens)
      if scrolls {
        _ = wnoutrefresh(nc_stdscr())
        _ = doupdate()
      }
    }
    if scrolls { _ = leaveok(nc_stdscr(), false) }
    glyphs = next
  }

  private func cells(_ row: Int) -> Range<Int> { row * size.columns..<(row + 1) * size.columns }

  private func draw(_ row: ArraySlice<Glyph>, row number: Int32, pens: Pens) {
    var index = row.startIndex
    while index < row.endIndex {
      let column = Int32(index - row.startIndex)
      switch row[index] {
      case .sentinel(let sentinel):
        _ = nc_put(
          number, column, sentinel & 1 == 0 ? NC_NORMAL : NC_BOLD, 0, [sentinel & 2 == 0 ? 0xa0 : 0x2800, 0])
      case .block(let block):
        let pair = alloc_pair(Int32(block.upper), block.lower.map(Int32.init) ?? -1)
        _ = nc_put(number, column, NC_NORMAL, pair, [0x2580, 0])
      case .cell(let cell):
        let isWide =
          index + 1 < row.endIndex && row[index + 1] == .cell(Cell("", cell.style)) && !cell.text.isEmpty
        put(cell, cells: isWide ? 2 : 1, row: number, column: column, pens: pens)
        if isWide { index += 1 }
      }
      index += 1
    }
  }

  private func put(_ cell: Cell, cells: Int, row: Int32, column: Int32, pens: Pens) {
    let pen = pens.pen(for: cell.style)
    let text = CellText(cell.text, cells: cells, support: characters)
    _ = nc_put(row, column, pen.attributes, pen.pair, text.scalars)
    for blank in 0..<text.trailingBlanks {
      _ = nc_put(
        row, column + Int32(cells - text.trailingBlanks + blank), pen.attributes, pen.pair, [0x20, 0])
    }
  }
}

/// The attributes and colour pair of each ink, looked up once for a frame.
///
/// ncurses hands the pair used longest ago to new colours; asking for the inks' in every frame keeps them.
private struct Pens {
  private let inks: [(attributes: attr_t, pair: Int32)]

  init(_ palette: InkPalette) {
    inks = Ink.allCases.map { ink in
      let look = palette.look(of: ink)
      return (look.attributes, look.colour < 0 ? 0 : alloc_pair(look.colour, -1))
    }
  }

  func pen(for style: Style) -> (attributes: attr_t, pair: Int32) {
    var (attributes, pair) = inks[Int(style.ink.rawValue)]
    if style.isBold { attributes |= NC_BOLD }
    if style.isReversed { attributes ^= NC_REVERSE }
    if style.isUnderlined { attributes |= NC_UNDERLINE }
    return (attributes, pair)
  }
}
