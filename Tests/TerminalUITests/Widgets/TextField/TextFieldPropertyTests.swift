import TestSupport
import Testing

@testable import TerminalUI

/// Long random sessions, compared key by key with a slow oracle, in texts that are hard to take apart.
@Suite struct TextFieldPropertyTests {
  private static let pieces = [
    "a", "b", "z", "7", " ", " ", ":", "\"", "-", "桜", "模", "é", "e", "\u{301}", "👨‍👩‍👧", "👨", "\u{200d}", "🇩",
    "🇪",
    "red mug", "brand:\"a b\"", "ａ", "ไม้", "한", "\u{1112}", "\u{1161}", "x\ny",
  ]

  @Test(arguments: 0..<12)
  func agreesWithTheOracle(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    var field = TextField()
    var oracle = TextFieldOracle()
    var trace: [String] = []
    for round in 0..<600 {
      if Int.random(in: 0..<5, using: &generator) < 2 {
        let piece = try #require(Self.pieces.randomElement(using: &generator))
        field.insert(piece)
        oracle.insert(piece)
        trace.append(piece)
      } else {
        let edit = try #require(TextField.Edit.allCases.randomElement(using: &generator))
        field.apply(edit)
        oracle.apply(edit)
        trace.append("<\(edit)>")
      }
      try #require(
        Array(field.text.unicodeScalars) == Array(oracle.text.unicodeScalars)
          && field.cursor == oracle.cursor,
        "round \(round): “\(field.text)” at \(field.cursor), not “\(oracle.text)” at \(oracle.cursor), after \(trace.suffix(6))"
      )
    }
  }

  /// Wherever the cursor is in a text of any width, its cell is on the row and the row shows the text around it.
  @Test(arguments: 0..<20)
  func keepsTheCursorInSight(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(100 + seed))
    var field = TextField()
    for _ in 0..<Int.random(in: 0..<60, using: &generator) {
      field.insert(try #require(Self.pieces.randomElement(using: &generator)))
    }
    let columns = Int.random(in: 1..<30, using: &generator)
    field.apply(.start)
    for place in 0...field.text.count {
      var screen = Screen(size: Size(columns: columns + 4, rows: 1))
      field.draw(on: &screen, in: Rect(column: 2, row: 0, columns: columns, rows: 1), hasFocus: true)
      let cursor = try #require(screen.cursor).column
      #expect((2..<2 + columns).contains(cursor), "\(place) of “\(field.text)” in \(columns)")
      #expect([0, 1, columns + 2, columns + 3].allSatisfy { screen[column: $0, row: 0].text == " " })
      if place < field.text.count, cursor + 2 < 2 + columns {
        let under = Glyph.safe(String(Array(field.text)[place])).first
        #expect(screen[column: cursor, row: 0].text == under?.text ?? screen[column: cursor, row: 0].text)
      }
      field.apply(.right)
    }
  }

  @Test func joinsWhatIsKilledInARow() {
    var field = TextField("one two three four")
    field.apply(.killBlankWordLeft)
    field.apply(.killBlankWordLeft)
    field.apply(.start)
    field.apply(.killWordRight)
    field.apply(.end)
    field.apply(.yank)
    #expect(field.text == " two one")
    field.apply(.yankEarlier)
    #expect(field.text == " two three four")
    field.apply(.yankEarlier)
    #expect(field.text == " two one", "the ring begins again")
  }

  @Test func undoesAWordAtATime() {
    var field = TextField()
    for character in "red mug" { field.insert(String(character)) }
    field.apply(.undo)
    #expect(field.text == "red")
    field.apply(.undo)
    #expect(field.text.isEmpty)
    field.apply(.undo)
    #expect(field.text.isEmpty)
  }

  @Test func keepsWhatWasKilledWhenTheTextIsExchanged() {
    var field = TextField("steel tumbler")
    field.apply(.killBlankWordLeft)
    field.replace(with: "mug ")
    field.apply(.yank)
    #expect(field.text == "mug tumbler")
    field.apply(.undo)
    field.apply(.undo)
    #expect(field.text == "steel ")
  }

  @Test func exchangesAPartOfTheText() {
    var field = TextField("red bra mug")
    field.replace(4..<7, with: "brand:")
    #expect(field.text == "red brand: mug" && field.cursor == 10)
    field.apply(.undo)
    #expect(field.text == "red bra mug")
  }

  @Test func takesNoEndlessStackOfMarks() {
    var field = TextField("e")
    for _ in 0..<3 { field.insert(String(repeating: "\u{301}", count: 1 << 20)) }
    #expect(field.text.unicodeScalars.count <= TextField.scalarLimit)
    field.apply(.deleteLeft)
    #expect(field.text.isEmpty)
  }
}
