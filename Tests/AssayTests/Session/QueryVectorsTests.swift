import Embeddings
import Synchronization
import TestSupport
import Testing

@testable import assay

@Suite struct QueryVectorsTests {
  @Test func aSumIsOfDirectionsAndHasLengthOne() throws {
    let sum = try #require(QueryVectors.sum([(1, [2, 0]), (1, [0, 0.5])]))
    let half = Float(0.5).squareRoot()
    #expect(abs(sum[0] - half) < 1e-6 && abs(sum[1] - half) < 1e-6)
    let weighted = try #require(QueryVectors.sum([(3, [1, 0]), (-4, [0, 1])]))
    #expect(abs(weighted[0] - 0.6) < 1e-6 && abs(weighted[1] + 0.8) < 1e-6)
  }

  @Test func aSingleVectorStaysAsItIsUnlessItIsSubtracted() {
    #expect(QueryVectors.sum([(2, [0.1, 0.7])]) == [0.1, 0.7])
    #expect(QueryVectors.sum([(-2, [0, 1])]) == [0, -1])
    #expect(QueryVectors.sum([]) == nil)
  }

  @Test func whatCancelsHasNoDirection() {
    let vector: [Float] = [0.3, -0.2, 0.933]
    #expect(QueryVectors.sum([(1, vector), (-1, vector)]) == [0, 0, 0])
    #expect(QueryVectors.sum([(1, [0, 0]), (-1, [1, 0])]) == [-1, 0])
  }

  @Test func spellingsThatSwiftCallsEqualAreDifferentQueries() throws {
    let encoder = SpellingEncoder()
    let vectors = QueryVectors(encoder: encoder)
    let (composed, decomposed) = ("caf\u{e9}", "cafe\u{301}")
    try #require(composed == decomposed)
    #expect(try vectors.vector(of: composed) == [5, 0])
    #expect(try vectors.vector(of: decomposed) == [6, 0])
    #expect(try vectors.vector(of: composed) == [5, 0])
    #expect(encoder.calls.withLock(\.self) == 2)
  }

  @Test func theLeastRecentlyUsedVectorGoesFirst() {
    let recent = RecentVectors<String>(capacity: 2)
    recent["a"] = [1]
    recent["b"] = [2]
    #expect(recent["a"] == [1])
    recent["c"] = [3]
    #expect(recent["b"] == nil && recent["a"] == [1] && recent["c"] == [3])
  }
}

/// Encodes a text as the count of its bytes, and counts the calls.
private final class SpellingEncoder: Encoder {
  let card = EncoderCard(id: "spelling", fingerprint: "5", dimensions: [2], modalities: [.text])
  let calls = Mutex(0)

  func encode(query: String) -> [Float] {
    calls.withLock { $0 += 1 }
    return [Float(query.utf8.count), 0]
  }

  func encode(item: ItemText) -> [Float] { [1, 0] }
  func encode(picture: PixelImage) -> [Float] { [0, 1] }
}
