import Retrieval
import TestSupport
import Testing

/// Numbers that no encoder gives, as a damaged file may: they cost their item its score, never the process.
@Suite struct DamagedVectorsTests {
  private static let lanes = VectorPrecision.allCases.flatMap { precision in
    [16, 64].map { DenseLane(dimensions: $0, precision: precision) }
  }

  /// Rows of which some have a component that is no number, though their codes say nothing of it.
  private static func damagedIndex() -> (index: DenseIndex, query: [Float], damaged: Set<UInt32>) {
    let data = HardVectors(.flat, count: 400, sides: 1, stops: [16, 64], seed: 7)
    let packed = PackedVectors.pack(
      SharedArray(data.sides[0].flatMap(\.self)),
      layout: VectorLayout(count: data.count, dimensions: 64, stops: [16, 64]))
    var floats = Array(packed.floats)
    for (row, value) in [(3, Float.nan), (90, .infinity), (91, -.infinity)] { floats[64 * row + 5] = value }
    let damaged = PackedVectors(
      layout: packed.layout, floats: SharedArray(floats), codes: packed.codes, scales: packed.scales,
      squares: packed.squares, residuals: packed.residuals)
    let effort = SearchEffort(shortlistFactor: 1, leastShortlist: 20)
    let index = DenseIndex(
      text: damaged, picture: nil, crosses: nil, dimensions: [16, 64], count: data.count, effort: effort)
    return (index, data.sides[0][3], [3, 90, 91])
  }

  @Test func rowsThatAreNoNumbersHaveNoScoreInFloat32() {
    let (index, query, damaged) = Self.damagedIndex()
    for dimensions in [16, 64] {
      let lane = DenseLane(dimensions: dimensions)
      for depth in [1, 10, 400] {
        let list = index.top(depth, of: query, lane: lane)
        #expect(list.entries.count == min(depth, 397))
        #expect(damaged.isDisjoint(with: list.entries.map(\.ordinal)))
      }
      #expect(index.findAll(atLeast: -1, query: query, lane: lane).count == 397)
      #expect(index.score(of: 3, query: query, lane: lane) == nil)
      #expect(index.rank(of: 4, query: query, lane: lane) != nil)
    }
    for ordinal in damaged { #expect(index.vector(of: ordinal, textShare: 1) == nil) }
  }

  @Test(arguments: lanes)
  func rowsThatAreNoNumbersAreRankedInAnyPrecision(lane: DenseLane) {
    let (index, query, _) = Self.damagedIndex()
    #expect(index.top(10, of: query, lane: lane).entries.count == 10)
  }

  @Test(arguments: lanes)
  func queriesThatAreNoNumbersFindNothing(lane: DenseLane) {
    let (index, query, _) = Self.damagedIndex()
    for value in [Float.nan, .infinity, -.infinity] {
      var query = query
      query[2] = value
      #expect(index.top(10, of: query, lane: lane).entries.isEmpty)
      #expect(index.score(of: 5, query: query, lane: lane) == nil)
      #expect(index.explanation(of: 5, query: query, lane: lane) == nil)
    }
  }
}
