import Testing

@testable import Retrieval

@Suite struct FusionTests {
  private let dense = LaneRanking(LaneScores([0.9, 0.5, 0.5, 0.1, .nan]))
  private let lexical = LaneRanking(LaneScores([.nan, 4, 8, .nan, 2]))

  private func contributions(_ fusion: some LaneFusion, _ lane: Lane, _ ranking: LaneRanking) -> [Double?] {
    (0..<UInt32(ranking.scores.count)).map { fusion.contribution(of: lane, ranking: ranking, to: $0) }
  }

  @Test func weightedUsesTheFullRangeOfCosinesAndZeroForNoMatch() throws {
    let fusion = WeightedFusion(lexicalShare: 0.25)
    let cosines = contributions(fusion, .dense, dense)
    #expect(cosines[0] == 0.75 && cosines[3] == 0 && cosines[4] == nil)
    #expect(abs(try #require(cosines[1]) - 0.375) < 1e-12)
    #expect(contributions(fusion, .lexical, lexical) == [nil, 0.125, 0.25, nil, 0.0625])
  }

  @Test func aConstantListIsDefined() {
    let constant = LaneRanking(LaneScores([3, 3, .nan]))
    let fusion = WeightedFusion(lexicalShare: 0.5)
    #expect(contributions(fusion, .dense, constant) == [0, 0, nil], "no preference")
    #expect(contributions(fusion, .lexical, constant) == [0.5, 0.5, nil], "better than no match")
  }

  @Test func reciprocalRanksAreCompetitionRanks() {
    let fusion = ReciprocalRankFusion(k: 60)
    func inverse(_ value: Int?) -> Double? { value.map { 1 / Double($0) } }
    #expect(contributions(fusion, .dense, dense) == [61, 62, 62, 64, nil].map(inverse))
    #expect(contributions(fusion, .lexical, lexical) == [nil, 62, 61, nil, 63].map(inverse))
  }

  @Test func briefNumbersAreShort() {
    let numbers: [Double] = [0.1, 0.15000000000000002, 1.25, 12, -0.5, 0, 1e300, 0.0004, 2.0625]
    #expect(numbers.map(\.brief) == ["0.1", "0.15", "1.25", "12", "-0.5", "0", "1e+300", "0", "2.063"])
  }
}
