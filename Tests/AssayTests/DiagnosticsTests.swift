import Testing

@testable import assay

@Suite struct DiagnosticsTests {
  @Test func whatCouldSteerATerminalIsSpelledOut() {
    #expect(
      Diagnostics.spelledOut("a\u{1b}[31mb\u{9b}\u{202e}\r\nç") == "a\\u{1b}[31mb\\u{9b}\\u{202e}\\u{d}\nç")
    #expect(Diagnostics.spelledOut("two\nlines") == "two\nlines")
  }
}
