import TestSupport
import Testing

@testable import Retrieval

@Suite struct LexicalIndexSerializationTests {
  private static func index(fields: Int = 2, threads: Int = 2, items: Int = 3) -> LexicalIndex {
    let stopWords = StopWordList(parsing: "# none\nthe\n")
    var builder = LexicalIndexBuilder(
      analyzer: Analyzer(stopWords: stopWords), fields: (0..<fields).map { "field \($0)" }, threads: threads)
    let texts = [
      "The red mugs red", "Camden", "Café crème, 12oz", "FJ-6BCFF", "",
      "red \(String(repeating: "mug ", count: 300))",
    ]
    for item in 0..<items {
      builder.append((0..<fields).map { texts[(item * 7 + $0 * 5) % texts.count] })
    }
    return builder.build()
  }

  @Test(arguments: [1, 2, 6])
  func survivesARoundTrip(fields: Int) throws {
    let index = Self.index(fields: fields)
    let bytes = index.serialized()
    let copy = try LexicalIndex(serialized: bytes)
    #expect(copy.analyzer == index.analyzer)
    #expect(copy.fieldNames == index.fieldNames)
    #expect(copy.serialized() == bytes)
    for text in ["red mug", "cafe", "fj-6bcff", "the", "\"red mug\""] {
      let lane = LexicalLane()
      #expect(
        copy.top(9, of: copy.query(text), lane: lane) == index.top(9, of: index.query(text), lane: lane))
    }
  }

  @Test func anEmptyIndexSurvivesToo() throws {
    let empty = LexicalIndexBuilder(analyzer: Analyzer(), fields: []).build()
    let copy = try LexicalIndex(serialized: empty.serialized())
    #expect(copy.count == 0)
    #expect(copy.top(9, of: copy.query("red", isTyping: true), lane: LexicalLane()).entries.isEmpty)
    #expect(copy.items(containing: "red").ordinals.isEmpty)
  }

  @Test func bytesDoNotDependOnThreads() {
    for items in [1, 1024, 1025, 2500] {
      let bytes = (1...4).map { Self.index(fields: 5, threads: $0, items: items).serialized() }
      #expect(bytes.allSatisfy { $0 == bytes[0] }, "\(items) items")
    }
  }

  @Test func everyTruncationIsRefused() {
    let bytes = Self.index().serialized()
    let needed = bytes.count - 64
    for length in stride(from: 0, to: needed, by: 13) {
      #expect(throws: LexicalIndexError.self, "\(length) bytes") {
        try LexicalIndex(serialized: Array(bytes[..<length]))
      }
    }
  }

  /// Whatever the bytes say, they are refused or harmless: nothing traps, nothing is read out of bounds.
  @Test(arguments: [1, 6])
  func damagedBytesNeverTrap(fields: Int) {
    let bytes = Self.index(fields: fields).serialized()
    var accepted = 0
    for position in stride(from: 0, to: bytes.count, by: 7) {
      var damaged = bytes
      damaged[position] = [0, 0xff, bytes[position] &+ 1][position % 3]
      accepted += exercise(damaged) ? 1 : 0
    }
    #expect(accepted > 0, "some changes, such as another occurrence count, are valid indexes")
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func muchDamagedBytesNeverTrap(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var bytes = Self.index(fields: 5).serialized()
    for _ in 0..<Int.random(in: 1...40, using: &generator) {
      // Behind the section table, so that most of them are accepted.
      let position = Int.random(in: 448..<bytes.count, using: &generator)
      bytes[position] = UInt8.random(in: 0...255, using: &generator)
    }
    _ = exercise(bytes)
  }

  /// Uses an index in every way, if the bytes are accepted.
  private func exercise(_ bytes: [UInt8]) -> Bool {
    guard let index = try? LexicalIndex(serialized: bytes) else { return false }
    // A damaged count of items may be large; what it asks for is not what is tested.
    guard index.count < 1000 else { return true }
    let lane = LexicalLane()
    for (text, isTyping) in [("the red mugs café fj-6bcff c", true), ("\"red mug\" \"mug mug mug\"", false)] {
      let query = index.query(text, isTyping: isTyping)
      for entry in index.top(9, of: query, lane: lane).entries {
        _ = index.explanation(of: entry.ordinal, query: query, lane: lane)
        _ = index.rank(of: entry.ordinal, query: query, lane: lane)
      }
    }
    _ = index.items(containing: "red mug")
    return true
  }

  @Test func anotherVersionIsNamed() {
    var bytes = Self.index().serialized()
    bytes[4] = 1
    #expect(throws: LexicalIndexError.unsupportedVersion(found: 1, supported: 2)) {
      try LexicalIndex(serialized: bytes)
    }
    #expect(throws: LexicalIndexError.notAnIndex) { try LexicalIndex(serialized: [1, 2, 3]) }
  }

  @Test func unalignedMemoryIsRefused() {
    let bytes = SharedArray<UInt8>([0, 0] + Self.index().serialized())
    #expect(throws: LexicalIndexError.self) { try LexicalIndex(image: bytes.part(2..<bytes.count)) }
  }
}
