import Retrieval
import TestSupport
import Testing

/// Random items over few words, so that words repeat, share prefixes and are missing from some fields.
struct RandomCorpus {
  static let fields = ["title", "body", "brand"]
  static let vocabulary = ["a", "ab", "abc", "abd", "b", "ba", "bad", "c", "cab", "d", "dab", "e"]

  let corpus: [[[String]]]
  let index: LexicalIndex
  var generator: SeededGenerator

  init(seed: UInt64, items: Int) {
    var generator = SeededGenerator(seed: seed)
    corpus = (0..<items).map { _ in
      [0...4, 0...20, 0...1].map { (sizes: ClosedRange<Int>) in
        (0..<Int.random(in: sizes, using: &generator)).map { _ in
          // The smaller of two draws is skewed towards the front, as words are.
          let draws = (0..<2).map { _ in Self.vocabulary.indices.randomElement(using: &generator) ?? 0 }
          return Self.vocabulary[min(draws[0], draws[1])]
        }
      }
    }
    var builder = LexicalIndexBuilder(analyzer: Analyzer(stemming: .none), fields: Self.fields)
    for item in corpus { builder.append(item.map { $0.joined(separator: " ") }) }
    index = builder.build()
    self.generator = generator
  }

  mutating func query() -> [String] {
    (0..<Int.random(in: 1...4, using: &generator)).map { _ in
      Self.vocabulary.randomElement(using: &generator) ?? "a"
    }
  }
}

@Suite struct LexicalIndexTests {
  private static let lanes = [
    LexicalLane(), LexicalLane(k1: 0, b: 0),
    LexicalLane(k1: 2.5, b: 1, fieldWeights: ["title": 3.5, "brand": 0.25]),
    LexicalLane(k1: 0.9, b: 0.4, fieldWeights: ["title": 0, "brand": 0]),
  ]

  @Test(arguments: lanes, [1, 2, 3] as [UInt64])
  func scoresEqualTheDefinition(lane: LexicalLane, seed: UInt64) {
    var data = RandomCorpus(seed: seed, items: [1, 7, 60][Int(seed) - 1])
    let oracle = BM25FOracle(fieldNames: RandomCorpus.fields, corpus: data.corpus, lane: lane)
    for _ in 0..<12 {
      let words = data.query()
      let text = words.joined(separator: " ")
      let scores = data.index.scores(of: data.index.query(text), lane: lane)
      for item in data.corpus.indices {
        let expected = oracle.score(of: item, query: words)
        #expect(abs((scores[UInt32(item)] ?? 0) - expected) <= 1e-4, "item \(item), “\(text)”")
        #expect((scores[UInt32(item)] == nil) == (expected == 0), "item \(item), “\(text)”")
      }
    }
  }

  @Test(arguments: lanes)
  func prefixesAreOnePseudoTerm(lane: LexicalLane) {
    let data = RandomCorpus(seed: 4, items: 30)
    let oracle = BM25FOracle(fieldNames: RandomCorpus.fields, corpus: data.corpus, lane: lane)
    for prefix in ["a", "ab", "abc", "abcd", "ca", "d", "e"] {
      let typed = data.index.query("b \(prefix)", isTyping: true)
      let scores = data.index.scores(of: typed, lane: lane)
      for item in data.corpus.indices {
        let expected = oracle.score(of: item, query: ["b"]) + oracle.score(of: item, prefix: prefix)
        #expect(abs((scores[UInt32(item)] ?? 0) - expected) <= 1e-4, "item \(item), “b \(prefix)”")
      }
    }
  }

  @Test(arguments: lanes, [false, true])
  func explanationsSumToTheScore(lane: LexicalLane, isTyping: Bool) {
    var data = RandomCorpus(seed: 5, items: 40)
    for _ in 0..<10 {
      let query = data.index.query(data.query().joined(separator: " "), isTyping: isTyping)
      let scores = data.index.scores(of: query, lane: lane)
      for item in 0..<UInt32(40) {
        let explanation = data.index.explanation(of: item, query: query, lane: lane)
        #expect((explanation == nil) == (scores[item] == nil))
        guard let explanation, let score = scores[item] else { continue }
        #expect(explanation.value == score)
        expectSums(explanation)
      }
    }
  }

  @Test func everyWordOfAnEnglishNounIsFoundByItsForms() {
    let index = Self.index(["Running shoes", "A runner's mug", "Café mugs"])
    #expect(Self.found("run", in: index) == [0])
    #expect(Self.found("runners", in: index) == [1])
    #expect(Self.found("CAFE mug", in: index) == [2, 1])
  }

  @Test func typingFindsWordsBeforeTheirStemIsReached() {
    let index = Self.index(["Running shoes", "A runner's mug", "Café mugs"])
    for text in ["runni", "runnin", "running"] {
      #expect(Self.found(text, in: index, isTyping: true) == [0], "\(text)")
    }
    #expect(Self.found("run", in: index, isTyping: true) == [0, 1])
    #expect(Self.found("runni", in: index).isEmpty)
    #expect(Self.found("runni ", in: index, isTyping: true).isEmpty)
  }

  @Test func identifiersAreFoundWholeAndInParts() {
    let index = Self.index(["Bolt M8x20", "Bolt M8x25", "Lamp FJ-6BCFF"])
    #expect(Self.found("m8x20", in: index).first == 0)
    #expect(Self.found("M8x25", in: index).first == 1)
    #expect(Self.found("6bcff", in: index) == [2])
    #expect(Self.found("fj-6b", in: index, isTyping: true).first == 2)
  }

  @Test func stopWordsAreLeftOutUnlessAlone() {
    let index = Self.index(["The Who live", "Who knows", "A mug for the table"], stopWords: "the\nwho\nfor")
    #expect(Self.found("the mug", in: index) == [2])
    #expect(Self.found("the who", in: index) == [0, 1, 2])
    #expect(Self.found("for kn", in: index, isTyping: true) == [1])
  }

  @Test func anIndexWithoutItemsOrTextAnswersNothing() {
    #expect(Self.found("mug", in: Self.index([])).isEmpty)
    #expect(Self.found("mug", in: Self.index(["", "…"])).isEmpty)
  }

  private static func index(_ titles: [String], stopWords: String = "") -> LexicalIndex {
    let analyzer = Analyzer(stopWords: StopWordList(parsing: stopWords))
    var builder = LexicalIndexBuilder(analyzer: analyzer, fields: ["title"])
    for title in titles { builder.append([title]) }
    return builder.build()
  }

  private static func found(_ text: String, in index: LexicalIndex, isTyping: Bool = false) -> [UInt32] {
    let query = index.query(text, isTyping: isTyping)
    return index.top(index.count, of: query, lane: LexicalLane()).entries.map(\.ordinal)
  }
}
