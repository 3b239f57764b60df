import Explorer
import Foundation
import Testing

@Suite struct ReadmeTests {
  private static let path = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("README.md")
  private static let begin = "<!-- keys:begin -->\n"
  private static let end = "<!-- keys:end -->"

  /// The table comes from the keymap; `RECORD=1 swift test --filter ReadmeTests` writes it anew.
  @Test func listsTheKeysThatTheProgramHas() throws {
    let text = try String(contentsOf: Self.path, encoding: .utf8)
    let start = try #require(text.range(of: Self.begin)).upperBound
    let stop = try #require(text.range(of: Self.end)).lowerBound
    let table = Keymap.standard.markdown
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      let recorded = text[..<start] + table + text[stop...]
      try Data(recorded.utf8).write(to: Self.path)
    } else {
      #expect(text[start..<stop] == table, "run RECORD=1 swift test --filter ReadmeTests")
    }
  }

  @Test func staysShort() throws {
    let text = try String(contentsOf: Self.path, encoding: .utf8)
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 250)
  }
}
