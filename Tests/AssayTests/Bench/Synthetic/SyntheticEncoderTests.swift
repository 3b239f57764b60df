import Embeddings
import Testing

@testable import assay

@Suite struct SyntheticEncoderTests {
  static let encoder = SyntheticEncoder(dimensions: 192, seed: 2)

  @Test func vectorsHaveUnitLengthAndAreTheSameForTheSameText() throws {
    for text in ["red mug", "a", "blue chair 7"] {
      let vector = try Self.encoder.encode(query: text)
      #expect(vector.count == 192)
      #expect(abs(vector.reduce(0) { $0 + $1 * $1 } - 1) < 1e-5)
      #expect(try SyntheticEncoder(dimensions: 192, seed: 2).encode(query: text) == vector)
      #expect(try SyntheticEncoder(dimensions: 192, seed: 3).encode(query: text) != vector)
    }
    #expect(try Self.encoder.encode(query: " ") == [Float](repeating: 0, count: 192))
  }

  @Test func earlyComponentsSayMore() throws {
    var energy = [0.0, 0, 0]
    for number in 0..<200 {
      let vector = try Self.encoder.encode(item: ItemText(title: "item \(number)"))
      for (index, value) in vector.enumerated() { energy[index / 64] += Double(value * value) }
    }
    #expect(energy[0] > 1.5 * energy[1])
    #expect(energy[1] > energy[2])
  }

  @Test func itemsLieInClusters() throws {
    let vectors = try (0..<120).map { try Self.encoder.encode(item: ItemText(title: "item \($0)")) }
    let nearest = vectors.map { vector in
      vectors.filter { $0 != vector }.map { zip($0, vector).reduce(0) { $0 + $1.0 * $1.1 } }.max() ?? 0
    }
    // A large share of the items has a neighbour in its own cluster, far closer than the common mean makes all.
    #expect(nearest.count { $0 > 0.75 } > 12)
    #expect(nearest.count { $0 < 0.95 } > 100)
  }

  @Test func theNameSaysThatTheVectorsAreMadeUp() throws {
    #expect(Self.encoder.card.id == "synthetic-192-2")
    #expect(Self.encoder.card.dimensions == [64, 128, 192])
    #expect(SyntheticEncoder(dimensions: 100, seed: 2).card.dimensions == [64, 100])
    #expect(try #require(SyntheticEncoder(id: "synthetic-192-2")).card == Self.encoder.card)
    for id in [
      "assay-default-1", "synthetic", "synthetic-0-1", "synthetic-x-1", "synthetic-8-1-2", "synthetic--8-1",
    ] {
      #expect(SyntheticEncoder(id: id) == nil, "\(id)")
    }
  }
}
