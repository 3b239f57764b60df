import TerminalUI
import Testing

@Suite struct LayoutTests {
  @Test func cutsOffSides() {
    var rest = Rect(column: 2, row: 3, columns: 10, rows: 8)
    #expect(rest.takeTop(2) == Rect(column: 2, row: 3, columns: 10, rows: 2))
    #expect(rest.takeBottom(1) == Rect(column: 2, row: 10, columns: 10, rows: 1))
    #expect(rest.takeLeft(3) == Rect(column: 2, row: 5, columns: 3, rows: 5))
    #expect(rest.takeRight(4) == Rect(column: 8, row: 5, columns: 4, rows: 5))
    #expect(rest == Rect(column: 5, row: 5, columns: 3, rows: 5))
    #expect(rest.takeLeft(99).columns == 3)
    #expect(rest.isEmpty)
  }

  @Test func dividesEveryWidthWithoutLoss() {
    for width in 0...40 {
      for count in 1...4 {
        let parts = Rect(column: 1, row: 0, columns: width, rows: 1).sideBySide(count)
        #expect(parts.count == count)
        for (left, right) in zip(parts, parts.dropFirst()) {
          #expect(right.column == left.maxColumn + 1)
          #expect((0...1).contains(left.columns - right.columns))
        }
        if width >= count * 2 { #expect(parts.last?.maxColumn == width + 1) }
      }
    }
  }

  @Test func intersects() {
    let rect = Rect(column: 0, row: 0, columns: 5, rows: 5)
    #expect(
      rect.intersection(Rect(column: 3, row: 4, columns: 9, rows: 9))
        == Rect(column: 3, row: 4, columns: 2, rows: 1))
    #expect(rect.intersection(Rect(column: 7, row: 0, columns: 2, rows: 2)).isEmpty)
  }
}
