import TestSupport
import Testing

@testable import Storage

/// Whatever a text holds, it is read, or refused at a place within it.
@Suite("Any text as TOML")
struct TOMLFuzzTests {
  private static let damage = Damage(pieces: [
    "[", "]", "[[", "]]", "{", "}", "=", ".", ",", "\"", "'", "\"\"\"", "'''", "#", "\n", "\r\n", "\r", "\\",
    "\\u00e9", "\\U0001F600", "inf", "nan", "0x", "0b1", "_", "-", "+", "1979-05-27", "T07:32:00Z",
    "07:32:00",
    "1e999", "a.b = 1\n", "[a.b]\n", "[[a]]\n", "{a={a=", "é", "\u{feff}", "\u{1}",
  ])
  private static let sample = """
    title = "a \\u00e9" # comment
    [owner]
    born.on = 1979-05-27T07:32:00-08:00
    sizes = [1, 2.5, 0xff, {w = 1, h.cm = 2},
      [true]]
    [[part]]
    text = \"""
    x \\
      y\"""
    [part.sub]
    'quoted key' = '''z'''
    """

  private struct Misplaced: Error {
    let error: TOMLError
  }

  @Test func isReadOrRefusedWithinIt() {
    Fuzz.run("toml", cases: 600) { generator in
      let bytes = Self.damage.applied(to: Array(Self.sample.utf8), using: &generator)
      let text = String(decoding: bytes, as: UTF8.self)
      do throws(TOMLError) {
        let table = try TOMLTable(parsing: text)
        guard spelled(table) == spelled(try TOMLTable(parsing: text)) else {
          throw TOMLError(position: TOMLPosition(), reason: "read twice, it differs")
        }
      } catch {
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let line = error.position.line
        guard (1...lines.count).contains(line), error.reason != "read twice, it differs",
          (1...lines[line - 1].count + 1).contains(error.position.column)
        else { throw Misplaced(error: error) }
      }
    }
  }
}
