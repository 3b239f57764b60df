import TerminalUI
import Testing

@testable import CursesBackend

// wcwidth goes by the process's locale, which the terminal's tests set too: all run one after the other.
extension CursesTerminalTests {
  @Suite struct CellTextTests {
    private func shown(_ text: String, cells: Int, _ support: CharacterSupport) -> String {
      let text = CellText(text, cells: cells, support: support)
      return String(
        text.scalars.dropLast().compactMap { Unicode.Scalar(UInt32(bitPattern: $0)) }.map(Character.init)
          + repeatElement(" ", count: text.trailingBlanks))
    }

    @Test(arguments: [
      ("a", 1, "a"), ("ä", 1, "a"), ("Ø", 1, "O"), ("…", 1, "."), ("漢", 2, "? "), ("▏", 1, "|"),
      ("①", 1, "1"),
      ("e\u{301}", 1, "e"), ("", 1, " "), ("\u{1b}", 1, "?"), ("Ř", 1, "R"), ("я", 1, "?"),
    ])
    func withoutUTF8LookalikesStandIn(_ text: String, _ cells: Int, _ expected: String) {
      #expect(shown(text, cells: cells, .ascii) == expected)
    }

    @Test(arguments: [
      ("e\u{301}", 1, "e\u{301}"), ("漢", 2, "漢"), ("漢", 1, "\u{fffd}"), ("x", 2, "x "),
      ("\u{301}", 1, "\u{fffd}"),
      ("👩‍👧", 2, "👩"), ("❤\u{fe0f}", 2, "❤ "), ("a\u{200b}", 1, "a"), ("\u{9d}", 1, "\u{fffd}"),
    ])
    func clustersKeepToTheirCells(_ text: String, _ cells: Int, _ expected: String) {
      #expect(CharacterSupport.settingLocale(from: ["LC_ALL": "C.UTF-8"]) == .unicode)
      #expect(shown(text, cells: cells, .unicode) == expected)
    }

    @Test func localesDecideWhatIsWritten() {
      #expect(CharacterSupport.settingLocale(from: [:]) == .unicode)
      #expect(CharacterSupport.settingLocale(from: ["LC_ALL": "C"]) == .unicode)
      #expect(CharacterSupport.settingLocale(from: ["LANG": "no_SUCH.UTF-8"]) == .unicode)
    }
  }
}
