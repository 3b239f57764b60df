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
    // With fewer items than centroids, product quantisation keeps every vector.
    for dimensions in lengths {
      for share in [0, 0.3, 0.5, 1] {
        let lane = DenseLane(dimensions: dimensions, precision: precision, textShare: share)
        for (number, query) in data.queries.enumerated() {
          let scores = index.scores(of: query, lane: lane)
          for item in stride(from: number, to: index.count, by: 3) {
            let expected = oracle.score(of: item, query: query, lane: lane)
            let found = scores[UInt32(item)]
            let context: Comment = "item \(item), query \(number), \(lane)"
            #expect((found == nil) == (expected == nil), context)
            #expect(found == index.score(of: UInt32(item), query: query, lane: lane), context)
            guard let found, let expected else { continue }
            #expect(abs(found - expected) <= oracle.tolerance(of: item, lane: lane), context)
          }
        }
      }
    }
  }

  @Test(arguments: VectorPrecision.allCases)
  func everyQuestionIsAnsweredFromTheScores(precision: VectorPrecision) {
    let data = RandomEmbeddings(items: 200, dimensions: 40, seed: 6)
    let some = ItemSet((0..<200).filter { $0 % 3 != 1 }, universe: 200)
    for threads in [1, 3] {
      let index = DenseIndex(
        text: data.text, picture: data.picture, dimensions: [5, 16, 40], pool: WorkerPool(threads: threads))
      for (dimensions, filter) in [(5, nil), (16, some), (40, nil), (40, ItemSet(universe: 200))] {
        let lane = DenseLane(dimensions: dimensions, precision: precision, textShare: 0.3)
        for query in data.queries {
          let scores = index.scores(of: query, lane: lane)
          let ranked = (0..<200).filter { filter?.contains($0) ?? true }
            .compactMap { item in scores[item].map { (ordinal: item, score: $0) } }
            .sorted { (Float($0.score), $1.ordinal) > (Float($1.score), $0.ordinal) }
          for depth in [1, 20, 200] {
            let list = index.top(depth, of: query, lane: lane, within: filter)
            #expect(
              list
                == LaneList(Array(ranked.prefix(depth)), matched: ranked.count, exactness: list.exactness))
          }
          let found = index.findAll(atLeast: 0.1, query: query, lane: lane, within: filter)
          #expect(found.ordinals == ranked.filter { Float($0.score) >= 0.1 }.map(\.ordinal))
          for item in stride(from: UInt32(0), to: 200, by: 47) {
            let rank = scores[item].flatMap { score in
              filter?.contains(item) ?? true
                ? ranked.count { Float($0.score) > Float(score) } + 1 : nil
            }
            #expect(index.rank(of: item, query: query, lane: lane, within: filter) == rank)
          }
        }
      }
    }
  }

  @Test func productCodesKeepMostOfManyVectors() throws {
    let data = RandomEmbeddings(items: 600, dimensions: 32, seed: 8)
    let lane = DenseLane(dimensions: 32, precision: .product, textShare: 0.3)
    let lists = [1, 3].map { threads in
      DenseIndex(
        text: data.text, picture: data.picture, dimensions: [32], pool: WorkerPool(threads: threads)
      ).scores(of: data.queries[0], lane: lane)
    }
    #expect(lists[0] == lists[1])
    var errors: [Double] = []
    for item in 0..<600 {
      if let score = lists[0][UInt32(item)] {
        errors.append(
          score - (try #require(data.oracle.score(of: item, query: data.queries[0], lane: lane))))
      }
    }
    // Two bits for each dimension would be four times as many bytes; one byte for eight keeps less.
    let deviation = (errors.reduce(0) { $0 + $1 * $1 } / Double(errors.count)).squareRoot()
    #expect(deviation > 0.001 && deviation < 0.1)
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
    let first = DenseLane(dimensions: 16, precision: .binary, textShare: 0.3)
    let coarse = index.top(7, of: data.queries[0], lane: first).entries.map(\.ordinal)
    lane.coarse = CoarseStage(dimensions: 16, precision: .binary, shortlist: 7)
    let some = index.scores(of: data.queries[0], lane: lane)
    for item in UInt32(0)..<64 {
      #expect(some[item] == (coarse.contains(item) ? all[item] : nil), "item \(item)")
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
        let isSplit = precision == .float32 || precision == .int8
        #expect(explanation.details.allSatisfy { $0.details.count == (isSplit ? 2 : 0) })
        expectSums(explanation)
      }
    }
  }
}
