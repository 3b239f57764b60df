import TestSupport
import Testing

@testable import Retrieval

/// Whatever the bytes of a lexical index hold, they are refused or searched without harm.
@Suite("Any bytes as a lexical index")
struct LexicalIndexFuzzTests {
  private static let samples: [[UInt8]] = [(1, 3), (2, 20), (6, 40)].map { fields, items in
    let stopWords = StopWordList(parsing: "the\nof\n")
    var builder = LexicalIndexBuilder(
      analyzer: Analyzer(stopWords: stopWords), fields: (0..<fields).map { "field \($0)" }, threads: 1)
    let texts = [
      "The red mugs red", "Camden red coats", "Café crème, 12oz", "FJ-6BCFF", "",
      "mug mug mug of the red mug",
      "red \(String(repeating: "mug ", count: 300))", "coffee coat colour camera card cardigan",
    ]
    for item in 0..<items {
      builder.append((0..<fields).map { texts[(item * 7 + $0 * 5) % texts.count] })
    }
    return builder.build().serialized()
  }

  @Test("Damaged anywhere") func anywhere() {
    Fuzz.run("lexical-anywhere", cases: 150) { generator in
      guard let sample = Self.samples.randomElement(using: &generator) else { return }
      try exercise(Damage().applied(to: sample, using: &generator))
    }
  }

  /// Most damage elsewhere is refused at once; this reaches the code that reads what a section holds.
  @Test("Damaged within one section") func withinASection() {
    Fuzz.run("lexical-section", cases: 300) { generator in
      guard let sample = Self.samples.randomElement(using: &generator) else { return }
      let section = Int.random(in: 0..<LexicalSection.allCases.count, using: &generator)
      let (start, length) = (
        number(in: sample, at: 24 + 24 * section), number(in: sample, at: 32 + 24 * section)
      )
      try exercise(
        Damage().inPlace(sample, within: start..<start + length, most: 12, using: &generator))
    }
  }

  @Test("Noise behind a valid section table") func noise() {
    Fuzz.run("lexical-noise", cases: 60) { generator in
      guard let sample = Self.samples.randomElement(using: &generator) else { return }
      let table = 16 + 24 * LexicalSection.allCases.count
      let noise = Damage.noise(sample.count - table, using: &generator)
      try exercise(Array(sample[..<table]) + noise)
    }
  }

  private func number(in bytes: [UInt8], at offset: Int) -> Int {
    bytes[offset..<offset + 8].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  private struct Disagreement: Error {
    let what: String
  }

  /// Uses an index in every way, if its bytes are accepted, and checks what must hold for any.
  private func exercise(_ bytes: [UInt8]) throws {
    let index: LexicalIndex
    do throws(LexicalIndexError) {
      index = try LexicalIndex(serialized: bytes)
    } catch {
      guard "\(error)".hasSuffix("index the catalogue again") else { throw Disagreement(what: "\(error)") }
      return
    }
    let lane = LexicalLane(fieldWeights: ["field 0": 3, "field 1": 0])
    let some = ItemSet(
      (0..<UInt32(clamping: index.count)).lazy.filter { $0 % 3 == 0 }.prefix(1000), universe: index.count)
    for (text, isTyping) in [
      ("the red mugs café fj-6bcff c", true), ("\"red mug\" \"mug mug mug\"", false), ("the", false),
      ("coat", false),
    ] {
      let query = index.query(text, isTyping: isTyping)
      for eligible in [nil, some] {
        let list = index.top(9, of: query, lane: lane, within: eligible)
        for entry in list.entries {
          guard Int(entry.ordinal) < index.count else { throw Disagreement(what: "an item \(entry.ordinal)") }
          _ = index.explanation(of: entry.ordinal, query: query, lane: lane)?.label
          _ = index.rank(of: entry.ordinal, query: query, lane: lane, within: eligible)
        }
      }
    }
    for text in ["red mug", "mug", "camden"] {
      guard index.items(containing: text).ordinals.allSatisfy({ $0 < index.count }) else {
        throw Disagreement(what: "\(text) in an item that is not there")
      }
    }
  }
}
