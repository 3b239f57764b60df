/// One line of editable text with a cursor between grapheme clusters.
package struct TextField: Hashable, Sendable {
  /// A change of the text or of the cursor.
  package enum Edit: Hashable, Sendable, CaseIterable {
    case left, right, wordLeft, wordRight, start, end
    case deleteLeft, deleteRight, deleteWordLeft, deleteToStart, deleteToEnd
  }

  /// More characters than this are not taken, so that a paste gone wrong can't slow every key that follows.
  package static let limit = 2048

  private var characters: [Character]
  /// How many characters stand before the cursor.
  package private(set) var cursor: Int

  /// Makes a field with the cursor after the text, or after the first `limit` characters of it.
  package init(_ text: String = "") {
    self.characters = Array(Self.oneLine(text).prefix(Self.limit))
    self.cursor = characters.count
  }

  /// The whole text.
  package var text: String { String(characters) }

  /// Puts text in at the cursor, as one line: line ends and tabs become blanks, other controls go.
  ///
  /// Of a text that is too long, as much is taken as keeps the whole within `limit`.
  package mutating func insert(_ text: String) {
    let room = max(0, Self.limit - characters.count)
    // Segmented anew, because a combining mark joins the character before it.
    let head = String(characters[..<cursor]) + Self.oneLine(text).prefix(room)
    let tail = String(characters[cursor...])
    characters = Array(head + tail)
    cursor = min(head.count, characters.count)
  }

  /// Performs an edit; at the text's ends it has no effect.
  package mutating func apply(_ edit: Edit) {
    switch edit {
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(characters.count, cursor + 1)
    case .wordLeft: cursor = wordStart
    case .wordRight: cursor = wordEnd
    case .start: cursor = 0
    case .end: cursor = characters.count
    case .deleteLeft: remove(max(0, cursor - 1)..<cursor)
    case .deleteRight: remove(cursor..<min(characters.count, cursor + 1))
    case .deleteWordLeft: remove(wordStart..<cursor)
    case .deleteToStart: remove(0..<cursor)
    case .deleteToEnd: remove(cursor..<characters.count)
    }
  }

  private var wordStart: Int {
    var index = cursor
    while index > 0, characters[index - 1].isWhitespace { index -= 1 }
    while index > 0, !characters[index - 1].isWhitespace { index -= 1 }
    return index
  }

  private var wordEnd: Int {
    var index = cursor
    while index < characters.count, characters[index].isWhitespace { index += 1 }
    while index < characters.count, !characters[index].isWhitespace { index += 1 }
    return index
  }

  private mutating func remove(_ range: Range<Int>) {
    let head = String(characters[..<range.lowerBound])
    characters = Array(head + String(characters[range.upperBound...]))
    cursor = min(head.count, characters.count)
  }

  private static func oneLine(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\r": continue
      case "\n", "\t", "\u{2028}", "\u{2029}": line.append(" ")
      case _ where scalar.properties.generalCategory == .control: continue
      default: line.append(scalar)
      }
    }
    return String(line)
  }

  /// Whether no more text is taken.
  package var isFull: Bool { characters.count >= Self.limit }

  /// Whether the cursor stands behind the whole text.
  package var isCursorAtEnd: Bool { cursor == characters.count }

  /// Draws the field on one row: with focus scrolled so that the cursor, which is set, is visible; without from the
  /// start, shortened where it does not fit.
  ///
  /// The characters in `marked` stand out; where there are none, because something is missing there, the cell at
  /// that place does.
  package func draw(
    on screen: inout Screen, in rect: Rect, style: Style = .plain, hasFocus: Bool, marked: Range<Int>? = nil
  ) {
    guard !rect.isEmpty else { return }
    guard hasFocus else {
      if marked == nil {
        screen.put(text, column: rect.column, row: rect.row, style: style, maxColumns: rect.columns)
      } else {
        draw(on: &screen, in: rect, from: 0, style: style, marked: marked)
      }
      return
    }
    let before = DisplayWidth.of(String(characters[..<cursor]))
    var skipped = 0
    var first = 0
    // The cursor needs a cell of its own after the text.
    while before - skipped > rect.columns - 1, first < cursor {
      skipped += DisplayWidth.of(String(characters[first]))
      first += 1
    }
    draw(on: &screen, in: rect, from: first, style: style, marked: marked)
    screen.cursor = (rect.column + before - skipped, rect.row)
  }

  private func draw(
    on screen: inout Screen, in rect: Rect, from first: Int, style: Style, marked: Range<Int>?
  ) {
    let markStyle = Style(.warning, bold: style.isBold, underlined: true)
    let mark = markedCharacters(marked).clamped(to: first..<characters.count)
    let runs = [
      (first..<mark.lowerBound, style), (mark, markStyle), (mark.upperBound..<characters.count, style),
    ]
    var position = rect.column
    for (range, style) in runs {
      for glyph in Glyph.safe(String(characters[range])) {
        guard position + glyph.columns <= rect.maxColumn else { return }
        position += screen.put(glyph.text, column: position, row: rect.row, style: style)
      }
    }
    // What is missing at the end is marked on the cell after it.
    if let marked, marked.lowerBound >= characters.count, position < rect.maxColumn {
      screen.put(" ", column: position, row: rect.row, style: markStyle)
    }
  }

  private func markedCharacters(_ marked: Range<Int>?) -> Range<Int> {
    guard let marked else { return 0..<0 }
    return marked.lowerBound..<max(marked.upperBound, marked.lowerBound + 1)
  }
}
