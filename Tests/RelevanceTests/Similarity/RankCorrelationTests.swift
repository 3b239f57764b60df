import Relevance
import TestSupport
import Testing

@Suite struct RankCorrelationTests {
  /// Every pair looked at.
  private func slowKendall(_ first: [Int], _ second: [Int]) -> Double? {
    let common = first.filter(second.contains)
    guard common.count > 1 else { return nil }
    var balance = 0
    for (place, item) in common.enumerated() {
      for later in common[(place + 1)...] {
        balance += (second.firstIndex(of: item) ?? 0) < (second.firstIndex(of: later) ?? 0) ? 1 : -1
      }
    }
    return Double(balance) / (Double(common.count) * Double(common.count - 1) / 2)
  }

  /// τ_AP of `list` against a reference, as its authors define it.
  private func slowAP(_ list: [Int], reference: [Int]) -> Double {
    let common = list.filter(reference.contains)
    let shares = common.indices.dropFirst().map { rank in
      let right = common[..<rank].count {
        (reference.firstIndex(of: $0) ?? 0) < (reference.firstIndex(of: common[rank]) ?? 0)
      }
      return Double(right) / Double(rank)
    }
    return 2 * shares.reduce(0, +) / Double(common.count - 1) - 1
  }

  @Test func kendallIsThatOfSciPy() throws {
    for pair in try SciPyReference.recorded().kendall {
      let correlation = try #require(RankCorrelation(pair.first, pair.second))
      #expect(abs(correlation.kendall - pair.tau) < 1e-12)
    }
  }

  @Test func agreesWithLookingAtEveryPair() throws {
    for seed in 0..<60 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let first = Array((0..<20).shuffled(using: &random).prefix(Int.random(in: 0...20, using: &random)))
      let second = Array((0..<20).shuffled(using: &random).prefix(Int.random(in: 0...20, using: &random)))
      let correlation = RankCorrelation(first, second)
      let kendall = slowKendall(first, second)
      #expect((correlation == nil) == (kendall == nil), "seed \(seed)")
      guard let correlation, let kendall else { continue }
      #expect(abs(correlation.kendall - kendall) < 1e-12, "seed \(seed)")
      #expect(correlation.common == Set(first).intersection(second).count)
      let expected = (slowAP(first, reference: second) + slowAP(second, reference: first)) / 2
      #expect(abs(correlation.averagePrecision - expected) < 1e-12, "seed \(seed)")
    }
  }

  @Test func aSwapAtTheTopCountsMore() throws {
    let best = Array(0..<10)
    let top = try #require(RankCorrelation(best, [1, 0] + best.dropFirst(2)))
    let bottom = try #require(RankCorrelation(best, best.dropLast(2) + [9, 8]))
    #expect(top.kendall == bottom.kendall)
    #expect(top.averagePrecision < bottom.averagePrecision)
    #expect(RankCorrelation(best, best.reversed())?.kendall == -1)
    #expect(RankCorrelation(best, best)?.averagePrecision == 1)
  }

  @Test func topsAreComparedAsSets() {
    let overlap = TopOverlap([1, 2, 3, 4], [3, 2, 9], cutoff: 3)
    #expect(overlap.shared == 2 && overlap.united == 4)
    #expect(overlap.overlap == 2.0 / 3 && overlap.jaccard == 0.5)
    // Two short rankings of the same items agree entirely.
    #expect(TopOverlap([1, 2], [2, 1], cutoff: 10).overlap == 1)
    #expect(TopOverlap([1], [Int](), cutoff: 10).overlap == 0)
    #expect(TopOverlap([Int](), [], cutoff: 10).jaccard == nil)
  }

  @Test func meansAreOverAnsweredQueries() throws {
    let similarity = try #require(
      RankingSimilarity(of: [([1, 2, 3], [1, 2, 3]), ([], []), ([1, 2], [])], cutoff: 2))
    #expect(similarity.queryCount == 2 && similarity.correlatedCount == 1)
    #expect(similarity.overlap == 0.5 && similarity.jaccard == 0.5)
    #expect(abs(similarity.rbo - 0.5) < 1e-12 && similarity.kendall == 1 && similarity.common == 3)
    #expect(RankingSimilarity(of: [([Int](), [])]) == nil)
  }
}
