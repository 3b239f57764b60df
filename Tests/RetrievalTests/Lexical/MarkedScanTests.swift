import Retrieval
import TestSupport
import Testing

/// Lists of a catalogue that is large enough for most items to be passed over, against scores of all items.
@Suite struct MarkedScanTests {
  /// Words from common to rare, so that some alone cannot lift an item into a list; one item repeats a word.
  private static let words = "abcdefghijklmnopqrst".flatMap { ["k\($0)", "m\($0)"] }
  private static let count = 30_000
  private static let index = {
    var generator = SeededGenerator(seed: 41)
    var builder = LexicalIndexBuilder(
      analyzer: Analyzer(stemming: .none), fields: ["title", "brand", "category", "text", "note"])
    for item in 0..<count {
      let lengths = [1...5, 0...1, 0...2, 0...12, 0...1]
      var texts = lengths.map { length in
        (0..<Int.random(in: length, using: &generator)).map { _ in
          // The cube of a uniform number: small numbers, which are common words, are drawn most.
          let share = Double.random(in: 0..<1, using: &generator)
          return words[Int(share * share * share * Double(words.count))]
        }.joined(separator: " ")
      }
      if item == 17_111 { texts[3] += String(repeating: " kk", count: 300) }
      builder.append(texts)
    }
    return builder.build()
  }()

  private static let texts = [
    "ka", "ka ma", "ka mt", "ma kg kp mt", "kk kb kb",
    "\"ka ma\" md", "\"kk kk\" ka", words.joined(separator: " "),
  ]
  private static let lanes = [
    LexicalLane(), LexicalLane(k1: 0, b: 0), LexicalLane(k1: 1e6, b: 1), LexicalLane(k1: 1e12),
    LexicalLane(k1: 0.4, b: 0.3, fieldWeights: ["title": 8, "text": 0.001]),
    LexicalLane(fieldWeights: ["title": 5, "text": 0]), LexicalLane(fieldWeights: ["title": 1e-12]),
  ]

  @Test(arguments: texts)
  func listsAreTheTopOfAllScores(text: String) {
    let index = Self.index
    let query = index.query(text)
    for lane in Self.lanes {
      // A list of everything is never pruned.
      let scores = index.scores(of: query, lane: lane)
      let scored = (0..<UInt32(Self.count)).compactMap { item in
        scores[item].map { (ordinal: item, score: $0) }
      }
      .sorted { (-$0.score, $0.ordinal) < (-$1.score, $1.ordinal) }
      for item in scored.prefix(20) {
        #expect(index.score(of: item.ordinal, query: query, lane: lane) == item.score)
      }
      for within in [nil, ItemSet(stride(from: 5, to: UInt32(Self.count), by: 3), universe: Self.count)] {
        let expected = scored.filter { within?.contains($0.ordinal) ?? true }
        for depth in [0, 1, 100, 1000, 16_384] {
          let list = index.top(depth, of: query, lane: lane, within: within)
          #expect(
            list.entries.map(\.ordinal) == expected.prefix(depth).map(\.ordinal), "\(lane), depth \(depth)")
          #expect(list.entries.map(\.score) == expected.prefix(depth).map(\.score), "\(lane), depth \(depth)")
          #expect(list.matched == expected.count, "\(lane)")
        }
      }
    }
  }
}
