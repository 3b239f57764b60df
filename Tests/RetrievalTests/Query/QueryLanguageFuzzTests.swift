import TestSupport
import Testing

@testable import Retrieval

@Suite("Any text as a query")
struct QueryLanguageFuzzTests {
  private typealias Random = RandomFilters<SeededGenerator>
  private let parser = QueryParser(fields: Random.fields)

  @Test("A tree is read back from its canonical spelling", arguments: 0..<20)
  func roundTrip(seed: UInt64) throws {
    var random = Random(generator: SeededGenerator(seed: seed))
    for _ in 0..<200 {
      let tree = QueryTree(
        parts: parts(using: &random),
        filters: (0..<Int.random(in: 0...3, using: &random.generator)).map { _ in filter(using: &random) })
      let spelling = tree.description
      #expect(try parser.parse(spelling).tree == tree, "\(spelling)")
    }
  }

  @Test("Any text is read or refused at a place within it, and what is read is read back")
  func anyText() {
    Fuzz.run("query-language", cases: 6000) { generator in
      try check(hostileText(using: &generator))
    }
  }

  @Test(
    "A long text of one piece costs no more than its length",
    arguments: [
      "\"", "-", "+ ", "- ", "2*(", "2*\"", "a:", "brand:", "brand:a,", "brand:\",", "price:<", "like:", ") ",
      "( ",
      "é", "\u{301}", "\u{200d}", "bramd:x ", "-x ", "1.", "a ", "\r\n", "🇩🇪", "x\"",
    ])
  func longText(piece: String) throws {
    let text = String(repeating: piece, count: QueryParser.lengthLimit / piece.utf8.count)
    try check(text)
    try check("2*(a " + text.dropLast(10))
    try check("\"a " + text.dropLast(10))
  }

  private func hostileText(using generator: inout SeededGenerator) -> String {
    let pieces = [
      "\"", "\"\"", " ", "  ", "-", "+", " - ", " + ", "*", "2*", "0.5*", "(", ")", ":", ",", "..", "<", ">=",
      "id:",
      "like:", "image:", "brand:", "price:", "in_stock:", "true", "50", "-1", "red", "é", "e\u{301}",
      "\u{301}",
      "🇩🇪", "\u{0}", "\u{1b}[2J", "\t", "\n", "\r\n", "\u{a0}", "\u{200d}", "\u{feff}", "acme", "x", ".",
      "1e9",
      "\u{10ffff}", "2*(", "-\"", "nan", "1e999",
    ]
    return (0..<Int.random(in: 0...24, using: &generator)).map { _ in
      pieces.randomElement(using: &generator) ?? ""
    }.joined()
  }

  /// Reads a text, finished and unfinished, and what it was read as.
  private func check(_ text: String) throws {
    for isTyping in [false, true] {
      let query: ParsedQuery
      do {
        query = try parser.parse(text, isTyping: isTyping)
      } catch {
        if error.range.upperBound > text.count || error.message.isEmpty {
          Issue.record("\(text.debugDescription): \(error)")
        }
        continue
      }
      // Quotes and signs make the canonical spelling longer, and too long a text is refused.
      let spelling = query.tree.description
      guard spelling.utf8.count <= QueryParser.lengthLimit else { continue }
      let again = try parser.parse(spelling)
      if again.tree != query.tree { Issue.record("\(text.debugDescription) as \(spelling.debugDescription)") }
      let places = query.tree.parts.indices.map { query.range(ofPart: $0) }
      if places.contains(where: { $0.upperBound > text.count }) {
        Issue.record("\(text.debugDescription): \(places)")
      }
      let words = query.tree.parts.reduce(0) { count, part in
        if case .text(let units) = part.content { count + units.count } else { count }
      }
      if words > text.unicodeScalars.count { Issue.record("\(text.debugDescription): \(words) words") }
    }
  }

  private func parts(using random: inout Random) -> [QueryPart] {
    (0..<Int.random(in: 0...4, using: &random.generator)).map { _ in
      let weight: Double = [1, 1, 0.5, 2, 0.001, 1000].randomElement(using: &random.generator) ?? 1
      let isNegative = Bool.random(using: &random.generator)
      let name = ["p1", "a \"b\"", "x,y", "<", "5\"", "é"].randomElement(using: &random.generator) ?? ""
      switch Int.random(in: 0..<5, using: &random.generator) {
      case 0: return QueryPart(.picture(path: name), isNegative: isNegative, weight: weight)
      case 1: return QueryPart(.like(identifier: name), isNegative: isNegative, weight: weight)
      case 2: return QueryPart(.item(identifier: name), isNegative: isNegative)
      default: return QueryPart(.text(units(using: &random)), isNegative: isNegative, weight: weight)
      }
    }
  }

  private func units(using random: inout Random) -> [TextUnit] {
    (0..<Int.random(in: 1...4, using: &random.generator)).map { _ in
      let word =
        ["red", "t-shirt", "C++", "16:9", "5\"", "2*4", "--"].randomElement(using: &random.generator) ?? ""
      return Bool.random(using: &random.generator) ? .word(word) : .phrase(word + " - \"brand:x")
    }
  }

  private func filter(using random: inout Random) -> QueryFilter {
    let first = random.comparison()
    var conditions = [first.condition]
    for _ in 0..<Int.random(in: 0...2, using: &random.generator) {
      let other = random.comparison()
      if other.field == first.field { conditions.append(other.condition) }
    }
    return QueryFilter(first.field, conditions, isNegated: Bool.random(using: &random.generator))
  }
}
