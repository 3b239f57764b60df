import Retrieval
import TestSupport
import Testing

/// Lists, scores, ranks and explanations against the definition, over fields, phrases, prefixes, filters and odd
/// parameters.
@Suite struct LexicalTopTests {
  /// A query in every form that the index understands, with what the definition says of each part.
  struct Form: CustomTestStringConvertible, Sendable {
    let words: [String]
    let phrases: [[String]]
    let prefix: String?

    var text: String {
      let quoted = phrases.map { "\"" + $0.joined(separator: " ") + "\"" }
      return (quoted + words + [prefix].compactMap(\.self)).joined(separator: " ")
    }

    var testDescription: String { text }

    func score(_ item: Int, _ oracle: BM25FOracle) -> Double {
      oracle.score(of: item, query: words)
        + phrases.reduce(0) { $0 + oracle.score(of: item, phrase: $1) }
        + (prefix.map { oracle.score(of: item, prefix: $0) } ?? 0)
    }
  }

  private static let forms = [
    Form(words: ["a", "e"], phrases: [], prefix: nil),
    Form(words: ["b", "b", "cab"], phrases: [], prefix: nil),
    Form(words: [], phrases: [["a", "b"]], prefix: nil),
    Form(words: ["abc"], phrases: [["ab", "ab"], ["a", "abc", "a"]], prefix: nil),
    Form(words: ["d"], phrases: [["a"]], prefix: "ab"),
    Form(words: [], phrases: [["a", "a"], ["a", "a"]], prefix: "c"),
  ]

  private static let parameters: [(k1: Double, b: Double, weight: Double)] = [
    (1.2, 0.75, 5), (0, 0, 1), (0, 1, 0), (1e6, 0.5, 2), (2.5, 1, 0.001), (0.3, 0.2, 1000),
  ]

  @Test(arguments: forms, [1, 3, 4, 5, 9, 270])
  func equalsTheDefinition(form: Form, fieldCount: Int) {
    let data = FieldedCorpus(seed: UInt64(fieldCount), items: 24, fields: fieldCount)
    for parameter in Self.parameters {
      let weights = Dictionary(
        uniqueKeysWithValues: data.fields.enumerated().map {
          ($1, $0.isMultiple(of: 2) ? parameter.weight : 1)
        })
      let lane = LexicalLane(k1: parameter.k1, b: parameter.b, fieldWeights: weights)
      let oracle = BM25FOracle(fieldNames: data.fields, corpus: data.corpus, lane: lane)
      let expected = (0..<24).map { form.score($0, oracle) }
      let eligible = ItemSet((0..<24).filter { $0 % 3 != 1 }, universe: 24)
      for within in [nil, eligible] {
        expect(data.index, form, lane: lane, within: within, scores: expected)
      }
    }
  }

  private func expect(
    _ index: LexicalIndex, _ form: Form, lane: LexicalLane, within: ItemSet?, scores: [Double]
  ) {
    let query = index.query(form.text, isTyping: form.prefix != nil)
    let list = index.top(index.count, of: query, lane: lane, within: within)
    let isEligible = { (item: Int) in within?.contains(UInt32(item)) ?? true }
    #expect(list.exactness == .scanned)
    #expect(list.matched == list.entries.count)
    #expect(Set(list.entries.map { Int($0.ordinal) }) == Set(BM25FOracle.ranking(scores, within: isEligible)))
    for entry in list.entries {
      #expect(abs(entry.score - scores[Int(entry.ordinal)]) <= 1e-4 * max(1, entry.score), "\(lane)")
      #expect(index.score(of: entry.ordinal, query: query, lane: lane) == entry.score)
      #expect(index.rank(of: entry.ordinal, query: query, lane: lane, within: within) == entry.rank)
      let explanation = index.explanation(of: entry.ordinal, query: query, lane: lane)
      #expect(explanation?.value == entry.score)
      explanation.map { expectSums($0) }
    }
    for (entry, next) in zip(list.entries, list.entries.dropFirst()) {
      #expect((-entry.score, entry.ordinal) < (-next.score, next.ordinal))
    }
    for depth in [0, 1, 5] {
      let top = index.top(depth, of: query, lane: lane, within: within)
      #expect(top.entries == Array(list.entries.prefix(depth)) && top.matched == list.matched)
    }
    for item in 0..<UInt32(index.count) where scores[Int(item)] == 0 {
      #expect(index.score(of: item, query: query, lane: lane) == nil)
      #expect(index.rank(of: item, query: query, lane: lane) == nil)
      #expect(index.explanation(of: item, query: query, lane: lane) == nil)
    }
  }

  /// Enough items for dense and sparse boards, for lists that are cut on the way, and for many ties.
  @Test(arguments: ["a", "rare", "a b c", "rare a", "\"a b\" d", "zz", "a rar", "b ca"])
  func longListsAreTheTopOfFullOnes(text: String) {
    var generator = SeededGenerator(seed: 9)
    var builder = LexicalIndexBuilder(analyzer: Analyzer(stemming: .none), fields: ["title"])
    let count = 3_000
    for item in 0..<count {
      let words = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
        RandomCorpus.vocabulary.randomElement(using: &generator) ?? "a"
      }
      builder.append([(words + (item % 311 == 0 ? ["rare"] : [])).joined(separator: " ")])
    }
    let index = builder.build()
    let query = index.query(text, isTyping: true)
    let lane = LexicalLane()
    for within in [nil, ItemSet(stride(from: 0, to: UInt32(count), by: 7), universe: count)] {
      let scored = (0..<UInt32(count)).filter { within?.contains($0) ?? true }.compactMap { item in
        index.score(of: item, query: query, lane: lane).map { (ordinal: item, score: $0) }
      }
      let expected = scored.sorted { (-$0.score, $0.ordinal) < (-$1.score, $1.ordinal) }
      for depth in [1, 100, 1000, 20_000] {
        let list = index.top(depth, of: query, lane: lane, within: within)
        #expect(list.entries.map(\.ordinal) == expected.prefix(depth).map(\.ordinal), "depth \(depth)")
        #expect(list.entries.map(\.score) == expected.prefix(depth).map(\.score), "depth \(depth)")
        #expect(list.matched == expected.count)
      }
    }
  }

  @Test func moreOccurrencesThanAByteHoldsAreCounted() {
    let sizes = [254, 255, 256, 100_000]
    let corpus =
      sizes.map { [["pad"], Array(repeating: "red", count: $0) + ["mug"], ["red"]] } + [[[], ["mug"], []]]
    var builder = LexicalIndexBuilder(analyzer: Analyzer(stemming: .none), fields: ["a", "b", "c"])
    for item in corpus { builder.append(item.map { $0.joined(separator: " ") }) }
    let index = builder.build()
    let lane = LexicalLane(k1: 50, b: 0.3)
    let oracle = BM25FOracle(fieldNames: ["a", "b", "c"], corpus: corpus, lane: lane)
    for (text, phrase) in [
      ("red", ["red"]), ("\"red red\"", ["red", "red"]), ("\"red mug\"", ["red", "mug"]),
    ] {
      let list = index.top(10, of: index.query(text), lane: lane)
      #expect(list.matched == 4)
      for entry in list.entries {
        let expected = oracle.score(of: Int(entry.ordinal), phrase: phrase)
        #expect(abs(entry.score - expected) <= 1e-4, "\(text), item \(entry.ordinal)")
        #expect(index.score(of: entry.ordinal, query: index.query(text), lane: lane) == entry.score)
      }
    }
    let typed = index.top(10, of: index.query("re", isTyping: true), lane: lane)
    #expect(
      abs(typed.entries[0].score - (0..<5).map { oracle.score(of: $0, prefix: "re") }.reduce(0, max)) <= 1e-4)
  }
}

/// Random texts in any number of fields, of which most are empty when there are many.
struct FieldedCorpus {
  let fields: [String]
  /// Words by item and field.
  let corpus: [[[String]]]
  let index: LexicalIndex

  init(seed: UInt64, items: Int, fields count: Int) {
    var generator = SeededGenerator(seed: seed)
    fields = (0..<count).map { "field\($0)" }
    corpus = (0..<items).map { _ in
      (0..<count).map { _ in
        guard Int.random(in: 0..<max(3, count), using: &generator) < 3 else { return [] }
        return (0..<Int.random(in: 0...9, using: &generator)).map { _ in
          RandomCorpus.vocabulary.randomElement(using: &generator) ?? "a"
        }
      }
    }
    var builder = LexicalIndexBuilder(analyzer: Analyzer(stemming: .none), fields: fields)
    for item in corpus { builder.append(item.map { $0.joined(separator: " ") }) }
    index = builder.build()
  }
}
