import Relevance
import Testing

@Suite struct StopAdviceTests {
  private func advice(
    _ truth: [Bool], cut: Int, rounds: Int, judged: some Sequence<Int> = [],
    target: Double = StopAdvice.target
  ) -> StopAdvice {
    let sample = BandSample(
      RankBands(scored: truth.count), numbers: PermanentNumbers(seed: 1, query: "q")
    ) { UInt32($0) }
    var verdicts: [Int: Verdict] = [:]
    for place in sample.places(ofRounds: rounds) + judged {
      verdicts[place] = truth[place] ? .relevant : .irrelevant
    }
    let places = JudgedPlaces(verdicts)
    return StopAdvice(
      FoundEstimate(cut: cut, sample: sample, rounds: rounds, judged: places),
      irrelevantRun: places.irrelevantRun(from: cut), target: target)
  }

  private let top = (0..<200).map { $0 < 30 }

  @Test func saysNothingWithoutABasis() {
    #expect(advice(top, cut: 40, rounds: 0) == .noBasis)
    #expect(
      advice(top, cut: 40, rounds: 0, judged: 0..<89) == .noBasis, "49 irrelevant items are no long run")
  }

  @Test func aRunIsARuleOfThumb() {
    let advice = advice(top, cut: 40, rounds: 0, judged: 0..<90)
    #expect(advice == .run(50))
    #expect(!advice.isReached(), "and never taken for the target")
  }

  @Test func aRunEndsAtTheFirstGap() {
    var verdicts: [Int: Verdict] = [:]
    for place in 3..<9 { verdicts[place] = .irrelevant }
    verdicts[6] = .unclear
    #expect(JudgedPlaces(verdicts).irrelevantRun(from: 3) == 3)
    #expect(JudgedPlaces(verdicts).irrelevantRun(from: 2) == 0)
  }

  @Test func theLowerEndDecides() {
    guard case .reached(let least) = advice(top, cut: 100, rounds: 10) else {
      Issue.record("\(advice(top, cut: 100, rounds: 10))")
      return
    }
    #expect(least >= 0.8)
    #expect(advice(top, cut: 100, rounds: 10, target: 1.01).isReached(target: 1.01) == false)
    guard case .open(let interval) = advice(top, cut: 100, rounds: 1) else {
      Issue.record("\(advice(top, cut: 100, rounds: 1))")
      return
    }
    #expect(interval.low < 0.8 && interval.high >= 0.8)
  }

  @Test func theUpperEndSaysThatTooLittleWasFound() {
    guard case .missed(let most) = advice(top, cut: 5, rounds: 10) else {
      Issue.record("\(advice(top, cut: 5, rounds: 10))")
      return
    }
    #expect(most < 0.8)
  }

  @Test func everythingJudgedIsKnown() {
    let advice = advice(top, cut: 27, rounds: 0, judged: 0..<200)
    #expect(advice == .known(recall: 0.9) && advice.isReached() && !advice.isReached(target: 0.95))
  }

  @Test func everythingJudgedWithoutAnythingRelevantEndsTheSearch() {
    let advice = advice([Bool](repeating: false, count: 200), cut: 27, rounds: 0, judged: 0..<200)
    #expect(advice == .noneRelevant && advice.isReached() && !advice.wantsSample)
  }

  @Test func nothingRelevantIsSaidSo() {
    #expect(advice([Bool](repeating: false, count: 200), cut: 20, rounds: 2) == .nothingRelevant)
  }
}
