import Embeddings
import Retrieval
import TestSupport
import Testing

/// Random items of every sort: both vectors, one of them, none, duplicates, opposites, empty prefixes.
struct RandomEmbeddings {
  let text: EmbeddingMatrix
  let picture: EmbeddingMatrix
  let queries: [[Float]]

  init(items: Int, dimensions: Int, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    func unit() -> [Float] {
      let vector = (0..<dimensions).map { _ in Float.random(in: -1...1, using: &generator) }
      let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return vector.map { $0 / length }
    }
    let zeros = [Float](repeating: 0, count: dimensions)
    let lastOnly = Array(zeros.dropLast()) + [1]
    var text = EmbeddingMatrix(dimensions: dimensions)
    var picture = EmbeddingMatrix(dimensions: dimensions)
    for item in 0..<items {
      let vector = unit()
      let sides: (text: [Float], picture: [Float]) =
        switch item % 8 {
        case 0: (zeros, vector)
        case 1: (vector, zeros)
        case 2: (zeros, zeros)
        case 3: (vector, vector.map { -$0 })
        case 4: (lastOnly, lastOnly)
        case 5 where item > 8: (Array(text.row(item - 8)), Array(picture.row(item - 8)))
        default: (vector, unit())
        }
      text.append(sides.text)
      picture.append(sides.picture)
    }
    self.text = text
    self.picture = picture
    queries = [unit(), unit(), Array(text.row(7)), lastOnly, zeros]
  }

  var oracle: DenseOracle {
    func rows(_ matrix: EmbeddingMatrix) -> [[Double]] {
      (0..<matrix.count).map { matrix.row($0).map(Double.init) }
    }
    return DenseOracle(text: rows(text), picture: rows(picture))
  }
}

@Suite struct DenseIndexTests {
  /// Lengths that fill sixteen lanes and 64-bit words, and lengths that do not.
  private static let lengths = [[16, 32, 64, 128], [5, 16, 33, 70], [1, 7]]

  @Test(arguments: lengths, VectorPrecision.allCases)
  func scoresEqualTheDefinition(lengths: [Int], precision: VectorPrecision) throws {
    let full = try #require(lengths.last)
    let data = RandomEmbeddings(items: 83, dimensions: full, seed: UInt64(full))
    let index = DenseIndex(text: data.text, picture: data.picture, dimensions: lengths)
    let oracle = data.oracle
    for dimensions in lengths {
      for share in [0, 0.3, 0.5, 0.75, 1] {
        let lane = DenseLane(dimensions: dimensions, precision: precision, textShare: share)
        for (number, query) in data.queries.enumerated() {
          let scores = index.scores(of: query, lane: lane)
          for item in 0..<index.count {
            let expected = oracle.score(of: item, query: query, lane: lane)
            let found = scores[UInt32(item)]
            let context: Comment = "item \(item), query \(number), \(lane)"
            #expect((found == nil) == (expected == nil), context)
            guard let found, let expected else { continue }
            #expect(abs(found - expected) <= 2e-6, context)
          }
        }
      }
    }
  }

  @Test func truncationIsRenormalised() {
    // The second item's prefix is longer, the first one's points where the query points.
    let text = EmbeddingMatrix(dimensions: 3, values: [0.1, 0, 0.995, 0.9, 0.4, 0.173])
    let none = EmbeddingMatrix(dimensions: 3, values: [Float](repeating: 0, count: 6))
    let index = DenseIndex(text: text, picture: none, dimensions: [2, 3])
    let scores = index.scores(of: [0.5, 0, 0.8], lane: DenseLane(dimensions: 2))
    #expect(abs((scores[0] ?? 0) - 1) < 1e-6)
    #expect((scores[1] ?? 1) < 0.95)
  }

  @Test(arguments: VectorPrecision.allCases)
  func equalItemsScoreEqually(precision: VectorPrecision) {
    let data = RandomEmbeddings(items: 64, dimensions: 32, seed: 3)
    let index = DenseIndex(text: data.text, picture: data.picture, dimensions: [16, 32])
    let scores = index.scores(
      of: data.queries[0], lane: DenseLane(dimensions: 16, precision: precision, textShare: 0.3))
    for item in stride(from: UInt32(13), to: 64, by: 8) { #expect(scores[item] == scores[item - 8]) }
  }

  @Test func aCoarseStagePicksTheItemsCompared() {
    let data = RandomEmbeddings(items: 64, dimensions: 32, seed: 4)
    let index = DenseIndex(text: data.text, picture: data.picture, dimensions: [16, 32])
    var lane = DenseLane(dimensions: 32, textShare: 0.3)
    let all = index.scores(of: data.queries[0], lane: lane)
    let coarse = LaneRanking(
      index.scores(
        of: data.queries[0], lane: DenseLane(dimensions: 16, precision: .binary, textShare: 0.3)))
    lane.coarse = CoarseStage(dimensions: 16, precision: .binary, shortlist: 7)
    let some = index.scores(of: data.queries[0], lane: lane)
    for item in UInt32(0)..<64 {
      #expect(some[item] == (coarse.order.prefix(7).contains(item) ? all[item] : nil), "item \(item)")
    }
  }

  @Test(arguments: VectorPrecision.allCases)
  func explanationsSumToTheScore(precision: VectorPrecision) throws {
    let data = RandomEmbeddings(items: 24, dimensions: 70, seed: 9)
    let index = DenseIndex(text: data.text, picture: data.picture, dimensions: [5, 16, 33, 70])
    let lane = DenseLane(dimensions: 33, precision: precision, textShare: 0.3)
    for query in data.queries {
      let scores = index.scores(of: query, lane: lane)
      for item in 0..<UInt32(index.count) {
        let explanation = index.explanation(of: item, query: query, lane: lane)
        #expect(explanation?.value == scores[item])
        guard let explanation else { continue }
        #expect(explanation.details.map(\.label) == ["dims 0–5", "dims 5–16", "dims 16–33"])
        expectSums(explanation)
      }
    }
  }
}
