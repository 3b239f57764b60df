import Testing

@testable import Retrieval

@Suite struct LexicalIndexSerializationTests {
  private let index: LexicalIndex = {
    let stopWords = StopWordList(parsing: "# none\nthe\n")
    var builder = LexicalIndexBuilder(analyzer: Analyzer(stopWords: stopWords), fields: ["title", "brand"])
    builder.append(["The red mugs", "Camden"])
    builder.append(["Café crème, 12oz", ""])
    builder.append(["", "FJ-6BCFF"])
    return builder.build()
  }()

  @Test func survivesARoundTrip() throws {
    let bytes = index.serialized()
    let copy = try LexicalIndex(serialized: bytes)
    #expect(copy.analyzer == index.analyzer)
    #expect(copy.fields == index.fields)
    #expect(copy.vocabulary == index.vocabulary)
    #expect(copy.postings == index.postings)
    #expect(copy.serialized() == bytes)
    for text in ["red mug", "cafe", "fj-6bcff", "the"] {
      let lane = LexicalLane()
      #expect(
        copy.scores(of: copy.query(text), lane: lane) == index.scores(of: index.query(text), lane: lane))
    }
  }

  @Test func anEmptyIndexSurvivesToo() throws {
    let empty = LexicalIndexBuilder(analyzer: Analyzer(), fields: []).build()
    let copy = try LexicalIndex(serialized: empty.serialized())
    #expect(copy.count == 0)
    #expect(copy.scores(of: copy.query("red", isTyping: true), lane: LexicalLane()).count == 0)
  }

  @Test func everyTruncationIsRefused() {
    let bytes = index.serialized()
    for length in 0..<bytes.count {
      #expect(throws: LexicalIndexError.self, "\(length) bytes") {
        try LexicalIndex(serialized: Array(bytes[..<length]))
      }
    }
  }

  @Test func everyFlippedBitIsRefused() {
    let bytes = index.serialized()
    for position in bytes.indices {
      for bit in 0..<8 {
        var damaged = bytes
        damaged[position] ^= 1 << UInt8(bit)
        #expect(throws: LexicalIndexError.self, "bit \(bit) of byte \(position)") {
          try LexicalIndex(serialized: damaged)
        }
      }
    }
  }

  /// A body that is wrong but carries the right checksum must be refused or be harmless.
  @Test func forgedBodiesNeverTrap() {
    let bytes = index.serialized()
    var accepted = 0
    for position in 8..<bytes.count - 8 {
      for value: UInt8 in [0, 1, 0x7f, 0xff, bytes[position] &+ 1] {
        var forged = Array(bytes.dropLast(8))
        forged[position] = value
        let checksum = LexicalIndex.checksum(forged[...])
        withUnsafeBytes(of: checksum.littleEndian) { forged.append(contentsOf: $0) }
        guard let index = try? LexicalIndex(serialized: forged) else { continue }
        accepted += 1
        let query = index.query("the red mugs café fj-6bcff c", isTyping: true)
        let scores = index.scores(of: query, lane: LexicalLane())
        for ordinal in 0..<UInt32(index.count) where scores[ordinal] != nil {
          _ = index.explanation(of: ordinal, query: query, lane: LexicalLane())
        }
      }
    }
    #expect(accepted > 0, "some changes, such as another occurrence count, are valid indexes")
  }

  @Test func anotherVersionIsNamed() {
    var bytes = index.serialized()
    bytes[4] = 9
    #expect(throws: LexicalIndexError.unsupportedVersion(found: 9, supported: 1)) {
      try LexicalIndex(serialized: bytes)
    }
    #expect(throws: LexicalIndexError.notAnIndex) { try LexicalIndex(serialized: [1, 2, 3]) }
  }
}
