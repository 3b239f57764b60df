import Relevance
import TestSupport
import Testing

@testable import Relevance

/// Every interval against trying each assignment of grades.
@Suite struct ContestIntervalTests {
  private static let measures: [any Measure] = [
    NDCG(cutoff: 1), NDCG(cutoff: 2), NDCG(cutoff: 3, gains: .exponential), NDCG(cutoff: nil),
    NDCG(cutoff: 2, ideal: .all), NDCG(cutoff: 3, ideal: .returned), NDCG(cutoff: 3, gains: .esciPaper),
    RecallAtK(cutoff: 2), RecallAtK(cutoff: 10, level: 2), PrecisionAtK(cutoff: 3),
    PrecisionAtK(cutoff: 3, level: 3), PrecisionAtK(cutoff: 3, isShortened: true), ReciprocalRank(),
    ReciprocalRank(cutoff: 2, level: 2), SuccessAtK(cutoff: 1), SuccessAtK(cutoff: 2), AveragePrecision(),
    AveragePrecision(cutoff: 3, level: 2), RPrecision(), ExpectedReciprocalRank(cutoff: 3, highest: 3),
    RankBiasedPrecision(), RankBiasedPrecision(persistence: 0.5, cutoff: 2, highest: 3),
    BinaryPreference(), InferredAP(), Judged(cutoff: 3),
  ]

  private static let scales = [[0, 1], [0, 1, 2, 3], [1, 2, 4], [-1, 0, 2], [0], [2]]

  /// Rankings over few items, so that they share some, with some of the items judged.
  static func randomContest(_ generator: inout SeededGenerator, possible: [Int]) -> Contest {
    let items = (0..<8).map { DocumentID("\($0)") }
    func ranking() -> [DocumentID] {
      Array(items.shuffled(using: &generator).prefix(Int.random(in: 0...5, using: &generator)))
    }
    let (left, right) = (ranking(), ranking())
    var grades: [DocumentID: Int] = [:]
    let share = Double.random(in: 0...1, using: &generator)
    for item in items where Double.random(in: 0..<1, using: &generator) < share {
      grades[item] = Int.random(in: -1...3, using: &generator)
    }
    let others = Array(items.shuffled(using: &generator).prefix(Int.random(in: 0...2, using: &generator)))
    func contest() -> Contest {
      Contest(left: left, right: right, grades: grades, possible: possible, others: others)
    }
    while contest().unjudged.count > 4 { grades[contest().unjudged[0]] = 0 }
    return contest()
  }

  @Test(arguments: measures.indices, scales.indices)
  func neverIsNarrowerThanWhatGradesCanDo(measure: Int, scale: Int) throws {
    let measure = Self.measures[measure]
    var generator = SeededGenerator(seed: 20 + UInt64(scale))
    for _ in 0..<30 {
      let contest = Self.randomContest(&generator, possible: Self.scales[scale])
      let truth = try #require(contest.exhaustiveInterval(measure, patience: .max))
      let interval = contest.interval(of: measure)
      #expect(interval.worst <= truth.worst + 1e-12 && interval.best >= truth.best - 1e-12)
      if interval.isExact {
        #expect(abs(interval.worst - truth.worst) < 1e-12 && abs(interval.best - truth.best) < 1e-12)
      }
      #expect(interval.isExact, "\(measure.name) of few items is exact")
    }
  }

  /// With no patience for trying assignments, what is left must still hold.
  @Test(arguments: scales.indices) func boundsAreSoundWithoutPatience(scale: Int) throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<50 {
      let contest = Self.randomContest(&generator, possible: Self.scales[scale])
      guard !contest.unjudged.isEmpty else { continue }
      for measure in Self.measures {
        let truth = try #require(contest.exhaustiveInterval(measure, patience: .max))
        let bound =
          switch (measure as? any GradeDependent)?.dependence {
          case .weightedGains(let form): GainAssignments(contest, form, patience: 0).interval
          case .rewardsOrder: contest.intervalOfOrder(measure)
          default: truth
          }
        #expect(
          bound.worst <= truth.worst + 1e-12 && bound.best >= truth.best - 1e-12,
          "\(measure.name) \(bound) \(truth)")
      }
    }
  }

  @Test func saysNothingAboutMeasuresItKnowsNothingAbout() {
    struct Odd: Measure {
      let name = "odd"
      let definition = "the sum of all grades times the number of documents"
      func score(_ topic: JudgedRanking) -> Double {
        Double(topic.judgments.values.reduce(0, +) * topic.count)
      }
    }
    let items = (0..<30).map { DocumentID("\($0)") }
    let many = Contest(left: items, right: [], grades: [:], possible: 0...3)
    #expect(many.interval(of: Odd()).verdict == .open && !many.interval(of: Odd()).isExact)
    let few = Contest(left: Array(items.prefix(2)), right: [], grades: [:], possible: 0...3)
    #expect(few.interval(of: Odd()) == DifferenceInterval(worst: 0, best: 12, isExact: true))
  }

  @Test func isExactForNDCGOfFullListsWithNothingJudged() {
    let left = (0..<100).map { DocumentID("l\($0)") }
    let right = (0..<100).map { DocumentID("r\($0)") }
    let interval = Contest(left: left, right: right, grades: [:], possible: 0...3).interval(
      of: NDCG(cutoff: 10))
    #expect(interval == DifferenceInterval(worst: -1, best: 1, isExact: true))
  }

  @Test func isCertainOnceEverythingIsJudged() {
    let (a, b) = (DocumentID("a"), DocumentID("b"))
    let contest = Contest(left: [a, b], right: [b, a], grades: [a: 1, b: 0], possible: 0...3)
    let interval = contest.interval(of: NDCG(cutoff: 2))
    #expect(interval.worst == interval.best && interval.isExact && interval.verdict == .left)
  }
}
