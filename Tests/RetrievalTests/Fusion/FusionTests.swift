import Testing

@testable import Retrieval

@Suite struct FusionTests {
  private let dense = LaneList(
    [(0, 0.9), (1, 0.5), (2, 0.5), (3, 0.1)], matched: 4, exactness: .scanned)
  private let lexical = LaneList([(2, 8), (1, 4), (4, 2)], matched: 3, exactness: .scanned)

  private func summands(_ fusion: Fusion, _ lane: Lane, _ list: LaneList, lists: Int = 1) -> [Double] {
    let rule = fusion.rules.rule(for: lane, over: list)
    return list.entries.map { rule.summand(score: $0.score, rank: $0.rank, lists: lists) }
  }

  private func isClose(_ left: [Double], _ right: [Double]) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { abs($0 - $1) < 1e-12 }
  }

  @Test func minMaxReachesFromTheLeastPossibleScoreToTheBestOfTheList() {
    let fusion = Fusion.weighted(lexicalShare: 0.25)
    #expect(isClose(summands(fusion, .dense, dense), [1.9, 1.5, 1.5, 1.1].map { 0.75 * $0 / 1.9 }))
    #expect(summands(fusion, .lexical, lexical) == [0.25, 0.125, 0.0625])
  }

  @Test func deviationsAreThoseOfTheList() {
    // Mean 0.5, deviation √(0.32 / 4).
    let z = 0.4 / 0.08.squareRoot()
    #expect(isClose(summands(.combSUM(.zScore), .dense, dense), [z, 0, 0, -z]))
    let share = (0.4 + 3 * 0.08.squareRoot()) / (6 * 0.08.squareRoot())
    #expect(isClose(summands(.combSUM(.dbsf), .dense, dense), [share, 0.5, 0.5, 1 - share]))
  }

  @Test func whatLiesBeyondThreeDeviationsIsCut() {
    let outlier = LaneList(
      [(0, 100)] + (1...99).map { (UInt32($0), 0) }, matched: 100, exactness: .scanned)
    #expect(summands(.combSUM(.dbsf), .dense, outlier).first == 1)
    #expect((summands(.combSUM(.zScore), .dense, outlier).first ?? 0) > 9)
  }

  @Test func constantAndSingleItemListsAreDefined() {
    let constant = LaneList([(0, 3), (1, 3)], matched: 2, exactness: .scanned)
    let single = LaneList([(0, 0.7)], matched: 1, exactness: .scanned)
    let opposite = LaneList([(0, -1)], matched: 1, exactness: .scanned)
    #expect(summands(.weighted(lexicalShare: 0.5), .lexical, constant) == [0.5, 0.5], "better than no match")
    #expect(summands(.combSUM(.minMax), .dense, opposite) == [0], "no score is worse")
    #expect(summands(.combSUM(.zScore), .lexical, constant) == [0, 0])
    #expect(summands(.combSUM(.dbsf), .lexical, constant) == [0.5, 0.5], "each is the mean")
    #expect(summands(.combSUM(.minMax), .dense, single) == [1])
    #expect(summands(.combSUM(.minMax), .lexical, single) == [1])
    #expect(summands(.combSUM(.zScore), .dense, single) == [0])
    #expect(summands(.combSUM(.dbsf), .dense, single) == [0.5])
  }

  /// As the codes of a damaged file can make them; a sum of them would be no number, and have no rank.
  @Test(arguments: Normalisation.allCases)
  func scoresWithoutEndHaveNoScale(normalisation: Normalisation) {
    let endless = LaneList([(0, .infinity), (1, 0.5)], matched: 2, exactness: .scanned)
    let scaled = summands(.combSUM(normalisation), .dense, endless)
    #expect(scaled.allSatisfy { $0.isFinite })
  }

  @Test func reciprocalRanksAreCompetitionRanks() {
    #expect(summands(.reciprocalRank(k: 60), .dense, dense) == [61, 62, 62, 64].map { 1 / $0 })
    #expect(summands(.reciprocalRank(k: 0), .lexical, lexical) == [1, 1 / 2, 1 / 3])
  }

  @Test func combMNZMultipliesByTheListsThatHaveTheItem() {
    let sums = summands(.combSUM(), .dense, dense)
    #expect(summands(.combMNZ(), .dense, dense, lists: 1) == sums)
    #expect(summands(.combMNZ(), .dense, dense, lists: 2) == sums.map { 2 * $0 })
  }

  @Test func briefNumbersAreShort() {
    let numbers: [Double] = [0.1, 0.15000000000000002, 1.25, 12, -0.5, 0, 1e300, 0.0004, 2.0625]
    #expect(numbers.map(\.brief) == ["0.1", "0.15", "1.25", "12", "-0.5", "0", "1e+300", "0", "2.063"])
  }
}
