import Relevance
import TestSupport
import Testing

@testable import Relevance

@Suite struct StoppingPointTests {
  private let measures: [any Measure] = [
    NDCG(cutoff: 3), RecallAtK(cutoff: 3), ReciprocalRank(), AveragePrecision(),
  ]

  /// Over the mean of three queries: a point that is said to be reached is compared with every combination of what
  /// the queries can give, which is every assignment because queries share no grades.
  @Test func isNeverClaimedFalselyOverTheMean() throws {
    var generator = SeededGenerator(seed: 11)
    var (reached, open) = (0, 0)
    for _ in 0..<120 {
      let contests = (0..<3).map { _ in
        ContestIntervalTests.randomContest(&generator, possible: [0, 1, 3])
      }
      for measure in measures {
        let point = StoppingPoint(contests, measure: measure)
        let truths = try contests.map { try #require($0.exhaustiveInterval(measure, patience: .max)) }
        let worst = truths.reduce(0) { $0 + $1.worst } / 3
        let best = truths.reduce(0) { $0 + $1.best } / 3
        #expect(point.interval.worst <= worst + 1e-12 && point.interval.best >= best - 1e-12)
        switch point.interval.verdict {
        case .left: #expect(worst > 0)
        case .right: #expect(best < 0)
        case .tie: #expect(abs(worst) < 1e-8 && abs(best) < 1e-8)
        case .open: open += 1
        }
        if point.isReached { reached += 1 }
        // Where the measure is exact, the point is also never missed.
        if point.interval.isExact, worst > 1e-8 || best < -1e-8 { #expect(point.isReached) }
      }
    }
    #expect(reached > 40 && open > 40, "\(reached) reached, \(open) open: the cases try nothing")
  }

  @Test func isReachedByGradingInOrderOfImpactAndStaysReached() {
    let left = ["a", "b", "c"].map(DocumentID.init)
    let right = ["d", "c", "a"].map(DocumentID.init)
    let truth = ["a": 3, "b": 1, "c": 2, "d": 0].reduce(into: [DocumentID: Int]()) {
      $0[DocumentID($1.key)] = $1.value
    }
    var grades: [DocumentID: Int] = [:]
    var wasReached = false
    while true {
      let contest = Contest(left: left, right: right, grades: grades, possible: 0...3)
      let point = StoppingPoint([contest], measure: NDCG(cutoff: 3))
      #expect(!wasReached || point.isReached)
      wasReached = point.isReached
      guard let next = contest.impacts(on: NDCG(cutoff: 3)).first else { break }
      grades[next.item] = truth[next.item]
    }
    #expect(wasReached)
  }

  @Test func isReachedWithNothingToCompare() {
    let point = StoppingPoint([], measure: NDCG(cutoff: 10))
    #expect(point.isReached && point.difference == 0 && point.unjudged == 0)
  }
}
