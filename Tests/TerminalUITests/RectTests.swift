import Testing
import TerminalUI

@Suite struct RectTests {
  @Test func negativeExtentsAreEmpty() {
    #expect(Rect(column: 3, row: 4, columns: -1, rows: 5).isEmpty)
    #expect(Rect(column: 3, row: 4, columns: 2, rows: 5).maxColumn == 5)
  }
}
