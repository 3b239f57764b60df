extension TextField {
  /// Draws the field on one row: with focus scrolled so that the cursor, which is set, is visible with some text on both
  /// sides; without from the start, shortened where it does not fit.
  ///
  /// Where the text goes on beyond the row, `…` stands. The characters in `marked` stand out; where there are none,
  /// because something is missing there, the cell at that place does.
  package func draw(
    on screen: inout Screen, in rect: Rect, style: Style = .plain, hasFocus: Bool, marked: Range<Int>? = nil
  ) {
    guard !rect.isEmpty else { return }
    guard hasFocus else {
      if marked == nil {
        screen.put(text, column: rect.column, row: rect.row, style: style, maxColumns: rect.columns)
      } else {
        draw(
          on: &screen, in: rect, window: TextWindow(characters, cursor: 0, columns: rect.columns), style,
          marked)
      }
      return
    }
    let window = TextWindow(characters, cursor: cursor, columns: rect.columns)
    draw(on: &screen, in: rect, window: window, style, marked)
    screen.cursor = (rect.column + window.cursorColumn, rect.row)
  }

  /// The column of a character, counted from the left end of a row of `columns` on which the field has the focus; the
  /// nearest end for one that is out of sight.
  package func column(of character: Int, columns: Int) -> Int {
    let window = TextWindow(characters, cursor: cursor, columns: columns)
    let starts = window.starts
    return min(max(0, starts[min(character, starts.count - 1)] - window.first), max(0, columns - 1))
  }

  private func draw(
    on screen: inout Screen, in rect: Rect, window: TextWindow, _ style: Style, _ marked: Range<Int>?
  ) {
    let markStyle = Style(.warning, bold: style.isBold, underlined: true)
    let mark = marked.map { $0.lowerBound..<max($0.upperBound, $0.lowerBound + 1) } ?? 0..<0
    for (index, character) in characters.enumerated() {
      let columns = window.starts[index]..<window.starts[index + 1]
      guard columns.upperBound > window.first else { continue }
      guard columns.lowerBound < window.first + rect.columns else { break }
      // A wide character that is cut in half at an edge is not shown.
      guard columns.lowerBound >= window.first, columns.upperBound <= window.first + rect.columns else {
        continue
      }
      screen.put(
        String(character), column: rect.column + columns.lowerBound - window.first, row: rect.row,
        style: mark.contains(index) ? markStyle : style)
    }
    let end = (window.starts.last ?? 0) - window.first
    // What is missing at the end is marked on the cell after it.
    if mark.upperBound > characters.count, end < rect.columns {
      screen.put(" ", column: rect.column + end, row: rect.row, style: markStyle)
    }
    // What stands out beyond an edge makes the edge stand out.
    if window.hidesStart {
      let isMarked = !mark.isEmpty && window.starts[min(mark.lowerBound, characters.count)] <= window.first
      screen.put("…", column: rect.column, row: rect.row, style: isMarked ? markStyle : Style(.muted))
    }
    if window.hidesEnd { screen.put("…", column: rect.maxColumn - 1, row: rect.row, style: Style(.muted)) }
  }
}

/// The part of a long line that a row shows; follows from the cursor alone, and moves by half a row at a time.
struct TextWindow {
  /// The column at which each character begins, and the one behind the last.
  let starts: [Int]
  /// The first column that is shown.
  let first: Int
  private let cursor: Int
  private let columns: Int

  /// - Parameters:
  ///   - characters: The whole line.
  ///   - cursor: How many of them stand before the cursor.
  ///   - columns: The room, at least 1.
  init(_ characters: [Character], cursor: Int, columns: Int) {
    var starts = [0]
    starts.reserveCapacity(characters.count + 1)
    for character in characters {
      let width = character.isASCII ? 1 : DisplayWidth.of(String(character))
      starts.append(starts[starts.count - 1] + width)
    }
    self.starts = starts
    self.cursor = cursor
    self.columns = columns
    // The cursor needs a cell of its own, and sees some of what follows it.
    let following = min(columns / 4, starts[characters.count] - starts[cursor])
    let overhang = starts[cursor] - (columns - 1 - following)
    let step = max(1, columns / 2)
    first = overhang > 0 ? (overhang + step - 1) / step * step : 0
  }

  /// Where the cursor stands on the row.
  var cursorColumn: Int { starts[cursor] - first }

  /// Whether there is room for marks that more follows, without covering the cursor.
  private var hasRoomForMarks: Bool { columns >= 4 }

  /// Whether something before the first column is out of sight.
  var hidesStart: Bool { hasRoomForMarks && first > 0 && cursorColumn > 0 }

  /// Whether something after the last column is out of sight.
  var hidesEnd: Bool {
    hasRoomForMarks && (starts.last ?? 0) > first + columns && cursorColumn < columns - 1
  }
}
