import Relevance
import Testing

@Suite struct RankBandsTests {
  @Test func bandsGrow() {
    #expect(RankBands(scored: 162).ranges == [0..<25, 25..<100, 100..<162])
    #expect(RankBands(scored: 1000).ranges == [0..<25, 25..<100, 100..<400, 400..<1000])
    #expect(RankBands(scored: 420).ranges == [0..<25, 25..<100, 100..<420], "a short end is no band")
    #expect(RankBands(scored: 10).ranges == [0..<10])
    #expect(RankBands(scored: 0).ranges.isEmpty)
    #expect(RankBands(scored: 30, unscored: 7).ranges == [0..<30, 30..<37])
    #expect(RankBands(scored: 0, unscored: 7).ranges == [0..<7])
    #expect(RankBands(scored: 1_000_000).ranges.count == 9)
  }

  @Test func everyPlaceIsInOneBand() {
    for scored in 0..<700 {
      for unscored in [0, 1, 50] {
        let bands = RankBands(scored: scored, unscored: unscored)
        #expect(bands.ranges.flatMap(\.self) == Array(0..<scored + unscored), "\(scored), \(unscored)")
        #expect(bands.ranges.allSatisfy { !$0.isEmpty } && bands.count == scored + unscored)
      }
    }
  }
}
