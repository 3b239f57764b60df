import TerminalUI
import TestSupport
import Testing

@Suite struct TextFieldTests {
  @Test func takesNoMoreThanItsLimit() {
    var field = TextField(String(repeating: "a", count: TextField.limit - 1))
    #expect(!field.isFull)
    field.apply(.start)
    field.insert("xyz")
    #expect(field.isFull && field.text.hasPrefix("xa") && field.cursor == 1)
    field.insert("y")
    #expect(field.text.count == TextField.limit && field.cursor == 1)
  }

  @Test(arguments: [(2..<4, [2, 3]), (1..<1, [1]), (5..<5, [5]), (9..<12, [5]), (0..<5, [0, 1, 2, 3, 4])])
  func marksCharacters(range: Range<Int>, cells: [Int]) {
    for hasFocus in [true, false] {
      var screen = Screen(size: Size(columns: 12, rows: 1))
      TextField("mug 5").draw(
        on: &screen, in: Rect(column: 0, row: 0, columns: 12, rows: 1), hasFocus: hasFocus, marked: range)
      #expect((0..<12).filter { screen[column: $0, row: 0].style.isUnderlined } == cells)
    }
  }

  @Test func marksWhatIsInSightOfALongText() {
    var screen = Screen(size: Size(columns: 6, rows: 1))
    TextField("0123456789").draw(
      on: &screen, in: Rect(column: 0, row: 0, columns: 6, rows: 1), hasFocus: true, marked: 2..<7)
    // In sight are …789; the sign that there is more stands for what is marked.
    #expect((0..<6).filter { screen[column: $0, row: 0].style.isUnderlined } == [0])
  }

  /// A field written with `|` for the cursor.
  private func field(_ text: String) -> TextField {
    let parts = text.split(separator: "|", omittingEmptySubsequences: false)
    var field = TextField(parts.joined())
    for _ in 0..<parts[1].count { field.apply(.left) }
    return field
  }

  private func shown(_ field: TextField) -> String {
    field.text.prefix(field.cursor) + "|" + field.text.dropFirst(field.cursor)
  }

  @Test(arguments: [
    ("red mu|g", TextField.Edit.left, "red m|ug"), ("|mug", .left, "|mug"), ("mug|", .right, "mug|"),
    ("red mug|", .wordLeft, "red |mug"), ("red  |mug", .wordLeft, "|red  mug"),
    ("|red mug", .wordRight, "red| mug"), ("brand:\"a b|", .wordLeft, "brand:\"a |b"),
    ("brand|:velvet", .wordRight, "brand:velvet|"), ("桜 模様|", .wordLeft, "桜 |模様"),
    ("red m|ug", .start, "|red mug"), ("red m|ug", .end, "red mug|"), ("red m|ug", .deleteLeft, "red |ug"),
    ("|mug", .deleteLeft, "|mug"), ("red m|ug", .deleteRight, "red m|g"), ("mug|", .deleteRight, "mug|"),
    ("red striped |mug", .killBlankWordLeft, "red |mug"), ("brand:velvet|", .killWordLeft, "brand:|"),
    ("brand:velvet|", .killBlankWordLeft, "|"), ("red| mug", .killWordRight, "red|"),
    ("red m|ug", .killToStart, "|ug"), ("red m|ug", .killToEnd, "red m|"),
    ("mgu|", .transpose, "mug|"), ("m|gu", .transpose, "gm|u"), ("|mug", .transpose, "|mug"),
    ("m|", .transpose, "m|"), ("e\u{301}a|", .transpose, "ae\u{301}|"), ("red|", .yank, "red|"),
    ("cafe\u{301}|", .deleteLeft, "caf|"), ("👨‍👩‍👧|", .deleteLeft, "|"),
  ])
  func edits(before: String, edit: TextField.Edit, after: String) {
    var field = field(before)
    field.apply(edit)
    #expect(shown(field) == after)
  }

  @Test(arguments: [
    ("mu|", "g", "mug|"), ("a|c", "b", "ab|c"), ("cafe|s", "\u{301}", "cafe\u{301}|s"),
    ("|", "one\ntwo\tthree", "one two three|"), ("|", "a\u{1B}[31mb\r\n", "a[31mb |"),
  ])
  func inserts(before: String, text: String, after: String) {
    var field = field(before)
    field.insert(text)
    #expect(shown(field) == after)
  }

  @Test(arguments: [
    ("short|", "short   ", 5), ("a much longer query|", "… query ", 7), ("|a much longer", "a much …", 0),
    ("a much longer| query", "…nger q…", 5), ("桜模様の赤い縞|", "… い縞  ", 6),
  ])
  func scrollsSoThatTheCursorShows(text: String, row: String, cursor: Int) {
    var screen = Screen(size: Size(columns: 10, rows: 1))
    field(text).draw(on: &screen, in: Rect(column: 1, row: 0, columns: 8, rows: 1), hasFocus: true)
    #expect((1..<9).map { screen[column: $0, row: 0].text }.joined() == row)
    #expect(screen.cursor?.column == cursor + 1)
    #expect(screen[column: 9, row: 0].text == " ")
  }

  @Test(arguments: [("mug|", "mug       "), ("a much longer query|", "a much lo…")])
  func showsItsStartAndNoCursorWithoutFocus(text: String, row: String) {
    var screen = Screen(size: Size(columns: 10, rows: 1))
    field(text).draw(on: &screen, in: Rect(column: 0, row: 0, columns: 10, rows: 1), hasFocus: false)
    #expect((0..<10).map { screen[column: $0, row: 0].text }.joined() == row)
    #expect(screen.cursor == nil)
  }
}
