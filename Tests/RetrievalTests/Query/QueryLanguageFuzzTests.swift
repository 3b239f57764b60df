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

  @Test("Any text is read or refused at a place within it, and what is read is read back", arguments: 0..<20)
  func anyText(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "\"", "\"\"", " ", "  ", "-", "+", " - ", " + ", "*", "2*", "0.5*", "(", ")", ":", ",", "..", "<", ">=",
      "id:",
      "like:", "image:", "brand:", "price:", "in_stock:", "true", "50", "-1", "red", "é", "e\u{301}",
      "\u{301}",
      "🇩🇪", "\u{0}", "\u{1b}[2J", "\t", "\n", "\r\n", "\u{a0}", "\u{200d}", "\u{feff}", "acme", "x", ".",
      "1e9",
      "\u{10ffff}", "2*(", "-\"", "nan", "1e999",
    ]
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 0...24, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
      for isTyping in [false, true] {
        let query: ParsedQuery
        do {
          query = try parser.parse(text, isTyping: isTyping)
        } catch {
          #expect(error.range.upperBound <= text.count && !error.message.isEmpty, "\(text.debugDescription)")
          continue
        }
        let again = try parser.parse(query.tree.description)
        #expect(again.tree == query.tree, "\(text.debugDescription) as \(query.tree)")
        for index in query.tree.parts.indices {
          #expect(query.range(ofPart: index).upperBound <= text.count)
        }
      }
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
