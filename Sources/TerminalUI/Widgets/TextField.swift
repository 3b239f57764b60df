/// One line of editable text with a cursor between grapheme clusters.
package struct TextField: Hashable, Sendable {
  /// A change of the text or of the cursor.
  package enum Edit: Hashable, Sendable, CaseIterable {
    case left, right, wordLeft, wordRight, start, end
    case deleteLeft, deleteRight, deleteWordLeft, deleteToStart, deleteToEnd
  }

  private var characters: [Character]
  /// How many characters stand before the cursor.
  package private(set) var cursor: Int

  /// Makes a field with the cursor after the text.
  package init(_ text: String = "") {
    self.characters = Array(Self.oneLine(text))
    self.cursor = characters.count
  }

  /// The whole text.
  package var text: String { String(characters) }

  /// Puts text in at the cursor, as one line: line ends and tabs become blanks, other controls go.
  package mutating func insert(_ text: String) {
    // Segmented anew, because a combining mark joins the character before it.
    let head = String(characters[..<cursor]) + Self.oneLine(text)
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

  /// Draws the field on one row: with focus scrolled so that the cursor, which is set, is visible; without from the
  /// start, shortened where it does not fit.
  package func draw(on screen: inout Screen, in rect: Rect, style: Style = .plain, hasFocus: Bool) {
    guard !rect.isEmpty else { return }
    guard hasFocus else {
      screen.put(text, column: rect.column, row: rect.row, style: style, maxColumns: rect.columns)
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
    var position = rect.column
    for glyph in Glyph.safe(String(characters[first...])) {
      guard position + glyph.columns <= rect.maxColumn else { break }
      position += screen.put(glyph.text, column: position, row: rect.row, style: style)
    }
    screen.cursor = (rect.column + before - skipped, rect.row)
  }
}
