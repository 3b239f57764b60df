import TestSupport
import Testing

@testable import Relevance

@Suite struct ColumnSplittingTests {
  /// Against the plain definition, over all mixtures of separators and text.
  @Test func columnsAreThePartsBetweenWhiteSpace() {
    var generator = SeededGenerator(seed: 3)
    let pieces = [" ", "\t", "\r", "\u{b}", "a", "é", "桜", "e\u{301}", "0", "\u{a0}"]
    for _ in 0..<2000 {
      let line = (0..<Int.random(in: 0...9, using: &generator))
        .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let expected = line.utf8.split { $0 == 0x20 || (9...13).contains($0) }.map { String(Substring($0)) }
      #expect(line[...].whitespaceSeparatedColumns.map(String.init) == expected, "\(line.debugDescription)")
    }
  }
}
