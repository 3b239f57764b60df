/// Where text stands in the room it is given.
package enum Alignment: Hashable, Sendable {
  case left, right, center
}

extension Screen {
  /// Writes one line of text.
  ///
  /// Control characters never reach a cell (`Glyph.safe(_:)`). Text longer than `maxColumns` ends in `…`; what
  /// lies off the screen is clipped; a wide character that does not fit whole is left out. A wide character
  /// that is overwritten by half loses its other half too.
  /// `maxColumns` is the room from `column` on, within which the text is aligned; without it, the room ends at
  /// the screen's edge.
  /// - Returns: The cells the text took.
  @discardableResult
  package mutating func put(
    _ text: String, column: Int, row: Int, style: Style = .plain, maxColumns: Int = .max,
    alignment: Alignment = .left, cut: Fitting.Cut = .anywhere
  ) -> Int {
    let room = min(maxColumns, size.columns - column)
    guard row >= 0, row < size.rows, room > 0, !text.isEmpty else { return 0 }
    let glyphs = Fitting.truncate(Glyph.safe(text), columns: room, cut: cut)
    let width = glyphs.reduce(0) { $0 + $1.columns }
    var start = column
    switch alignment {
    case .left: break
    case .right: start += room - width
    case .center: start += (room - width) / 2
    }
    var position = start
    for glyph in glyphs {
      if position >= 0, position + glyph.columns <= size.columns {
        place(glyph, column: position, row: row, style: style)
      }
      position += glyph.columns
    }
    return width
  }

  /// Fills a rectangle, clipped to the screen, with blanks of one style or with another narrow character.
  package mutating func fill(_ rect: Rect, with text: String = " ", style: Style = .plain) {
    let glyph = Glyph.safe(text).first { $0.columns == 1 } ?? .blank
    for row in max(0, rect.row)..<max(0, rect.row, min(size.rows, rect.maxRow)) {
      for column in max(0, rect.column)..<max(0, rect.column, min(size.columns, rect.maxColumn)) {
        place(glyph, column: column, row: row, style: style)
      }
    }
  }

  private mutating func place(_ glyph: Glyph, column: Int, row: Int, style: Style) {
    let last = column + glyph.columns - 1
    if column > 0, self[column: column, row: row].text.isEmpty {
      self[column: column - 1, row: row].text = " "
    }
    if last + 1 < size.columns, self[column: last + 1, row: row].text.isEmpty {
      self[column: last + 1, row: row].text = " "
    }
    self[column: column, row: row] = Cell(glyph.text, style)
    if glyph.columns == 2 { self[column: last, row: row] = Cell("", style) }
  }
}
