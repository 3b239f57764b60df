import Foundation
import Testing

@testable import Retrieval

@Suite struct AnalyzerTests {
  @Test(arguments: [
    ("english", "running shoes", ["run", "shoe"]),
    ("german", "Kinderschuhe für Häuser", ["kinderschuh", "fur", "haus"]),
    ("french", "chaussures élégantes", ["chaussur", "eleg"]), ("spanish", "zapatos rojos", ["zapat", "roj"]),
    ("russian", "красные платья", ["красн", "плат"]), ("none", "running shoes", ["running", "shoes"]),
  ])
  func languagesStemTheirOwnWay(language: String, text: String, terms: [String]) throws {
    let analyzer = Analyzer(stemming: try Stemming(language: language))
    #expect(analyzer.terms(of: text) == terms)
  }

  @Test func anUnknownLanguageNamesTheKnownOnes() {
    #expect(Stemming(rawValue: "klingon") == nil)
    let error = #expect(throws: LexicalIndexError.self) { try Stemming(language: "klingon") }
    let message = error.map { "\($0)" } ?? ""
    #expect(message.contains("“klingon”") && message.contains("none, ") && message.contains("portuguese"))
  }

  @Test(arguments: Stemming.allCases)
  func everyLanguageFindsItsOwnWords(stemming: Stemming) {
    let title = "Running shoes laufende Schuhe chaussures zapatos обувь παπούτσια 鞋 जूते ١٢ A-17b"
    var builder = LexicalIndexBuilder(analyzer: Analyzer(stemming: stemming), fields: ["title"])
    builder.append([title])
    let index = builder.build()
    for word in title.split(separator: " ") {
      #expect(index.top(1, of: index.query(String(word)), lane: LexicalLane()).matched == 1, "\(word)")
    }
  }

  @Test(arguments: ["dutch", "english", "french", "german", "italian", "portuguese", "spanish"])
  func listsAreOfLanguagesThatAreStemmed(language: String) throws {
    let list = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Assets/stopwords/\(language).txt").standardizedFileURL
    let words = StopWordList(parsing: try String(contentsOf: list, encoding: .utf8)).words
    #expect(words.count > 50 && Stemming(rawValue: language) != nil)
  }

  /// Words without end, fields without end, marks without end: each is indexed, found again, and read in linear time.
  @Test func hostileTextIsIndexed() {
    let texts = [
      String(repeating: "x", count: 300_000), String(repeating: "a1", count: 50_000),
      String(repeating: "é-1", count: 30_000), String(repeating: "mug ", count: 100_000),
      "e" + String(repeating: "\u{301}\u{323}", count: 20_000), String(repeating: "'s", count: 50_000),
      String(repeating: "\u{202e}\u{200b}\u{feff}", count: 10_000), "\u{0}\u{fffd}\u{10ffff}",
    ]
    var builder = LexicalIndexBuilder(analyzer: Analyzer(), fields: ["title"])
    for text in texts { builder.append([text]) }
    let index = builder.build()
    let found = { (text: String) in
      index.top(9, of: index.query(text), lane: LexicalLane()).entries.map { Int($0.ordinal) }
    }
    #expect(found(texts[0]) == [0])
    #expect(found(String(repeating: "x", count: 255)) == [0])
    #expect(found("mugs") == [3])
    #expect(index.items(containing: "mug mug mug").ordinals == [3])
    #expect(index.query(texts[3] + "x", isTyping: true).terms.count <= 2)
  }
}
