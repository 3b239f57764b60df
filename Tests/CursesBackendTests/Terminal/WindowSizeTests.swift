import CursesBackend
import TerminalUI
import Testing

@Suite struct WindowSizeTests {
  @Test func somethingElseThanATerminalHasNoSize() {
    #expect(Size(terminal: -1) == nil)
  }
}
