import Retrieval
import TestSupport
import Testing

@Suite("Lists that answer again") struct KeptListsTests {
  private static let count = 700

  /// What columns may ask of one query: lengths, precisions, two stages, filters.
  private static let questions: [(lane: DenseLane, eligible: ItemSet?)] = {
    let half = ItemSet((0..<UInt32(count)).filter { $0 % 2 == 0 }, universe: count)
    let third = ItemSet((0..<UInt32(count)).filter { $0 % 3 == 0 }, universe: count)
    return [
      (DenseLane(dimensions: 64), nil), (DenseLane(dimensions: 64), half), (DenseLane(dimensions: 64), third),
      (DenseLane(dimensions: 16), nil), (DenseLane(dimensions: 64, precision: .int8), nil),
      (DenseLane(dimensions: 64, textShare: 0.9), nil),
      (DenseLane(dimensions: 64, coarse: CoarseStage(dimensions: 16, precision: .int8, shortlist: 90)), half),
    ]
  }()

  @Test("Whatever was asked before, a list is that of an index that was asked nothing", arguments: 0..<4)
  func lists(seed: UInt64) {
    let data = HardVectors(.decaying, count: Self.count, sides: 2, stops: [16, 64], seed: seed)
    let asked = data.index(threads: 2, effort: .default)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      let query = data.queries[Int.random(in: 0..<2, using: &generator)]
      let (lane, eligible) = Self.questions[Int.random(in: 0..<Self.questions.count, using: &generator)]
      let depth = [1, 10, 99, 400].randomElement(using: &generator) ?? 10
      let list = asked.top(depth, of: query, lane: lane, within: eligible)
      let fresh = data.index(threads: 1, effort: .default).top(depth, of: query, lane: lane, within: eligible)
      #expect(list.entries == fresh.entries, "\(lane), depth \(depth), filter \(eligible?.count ?? -1)")
      #expect(list.matched == fresh.matched)
      #expect(list.exactness.isExact == fresh.exactness.isExact)
    }
  }

  @Test func aDeepListAnswersAShallowQuestion() {
    let data = HardVectors(.decaying, count: 3000, sides: 1, stops: [16, 64], seed: 1)
    let index = data.index(threads: 1, effort: .default)
    func exactness(_ depth: Int) -> Exactness {
      index.top(depth, of: data.queries[0], lane: DenseLane(dimensions: 64)).exactness
    }
    let shallow = data.index(threads: 1, effort: .default)
      .top(5, of: data.queries[0], lane: DenseLane(dimensions: 64)).exactness
    let deep = exactness(100)
    #expect(deep != shallow)
    // What is known about the deep list, because nothing was searched for again.
    #expect(exactness(5) == deep)
  }
}
