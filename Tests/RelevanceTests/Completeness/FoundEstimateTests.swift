import Relevance
import TestSupport
import Testing

@Suite struct FoundEstimateTests {
  /// A catalogue whose every item's relevance is known, of which only some is told.
  private struct World {
    let truth: [Bool]
    let sample: BandSample

    init(_ truth: [Bool], seed: UInt64, unscored: Int = 0) {
      self.truth = truth
      sample = BandSample(
        RankBands(scored: truth.count - unscored, unscored: unscored),
        numbers: PermanentNumbers(seed: seed, query: "q")
      ) { UInt32($0) }
    }

    func estimate(cut: Int, rounds: Int, alsoJudged: some Sequence<Int> = [], unclear: Set<Int> = [])
      -> FoundEstimate
    {
      var verdicts: [Int: Verdict] = [:]
      for place in sample.places(ofRounds: rounds) + alsoJudged {
        verdicts[place] = unclear.contains(place) ? .unclear : truth[place] ? .relevant : .irrelevant
      }
      return FoundEstimate(cut: cut, sample: sample, rounds: rounds, judged: JudgedPlaces(verdicts))
    }

    func recall(cut: Int) -> Double? {
      let all = truth.count { $0 }
      return all == 0 ? nil : Double(truth.prefix(cut).count { $0 }) / Double(all)
    }
  }

  /// Relevance that gets rarer down the ranking, as fast as `decay` says.
  private func world(_ items: Int, decay: Double, floor: Double, seed: UInt64) -> World {
    var random = SeededGenerator(seed: seed &* 7919 &+ 17)
    return World(
      (0..<items).map {
        Double.random(in: 0..<1, using: &random) < max(floor, 0.95 / (1 + Double($0) / decay))
      }, seed: seed)
  }

  /// How often intervals contain the truth over many catalogues and samples, at several cuts.
  @Test(arguments: [(60, 20.0, 0.0), (500, 30, 0.0), (500, 400, 0.1), (3000, 10, 0.002), (3000, 200, 0)])
  func intervalsContainTheTruthAsOftenAsTheySay(items: Int, decay: Double, floor: Double) {
    var (inside, outside, wide) = (0, 0, 0)
    for seed in 0..<160 as Range<UInt64> {
      let world = world(items, decay: decay, floor: floor, seed: seed)
      for (cut, rounds) in [(items / 20, 1), (items / 5, 2), (items / 2, 4), (items * 9 / 10, 8)] {
        let estimate = world.estimate(cut: cut, rounds: min(rounds, world.sample.rounds.count))
        guard let interval = estimate.recallInterval, let truth = world.recall(cut: cut) else { continue }
        if interval.contains(truth) { inside += 1 } else { outside += 1 }
        if interval.low == 0 && interval.high == 1 { wide += 1 }
        #expect(estimate.recall.map(interval.contains) ?? true, "the estimate lies in its own interval")
      }
    }
    #expect(inside + outside > 400)
    // At least 95 % are promised. Six hundred cuts leave a standard error of one in a hundred.
    #expect(Double(inside) >= 0.94 * Double(inside + outside), "\(inside) inside, \(outside) outside")
    #expect(wide < inside / 2, "\(wide) of \(inside) intervals say nothing")
  }

  /// Judging more than the sample, from the top, must not make the interval lie.
  @Test func whatIsJudgedFromTheTopDoesNoHarm() {
    var (inside, all) = (0, 0)
    for seed in 0..<200 as Range<UInt64> {
      let world = world(800, decay: 25, floor: 0.01, seed: seed)
      for cut in [20, 60, 300] {
        let estimate = world.estimate(cut: cut, rounds: 2, alsoJudged: 0..<80)
        guard let interval = estimate.recallInterval, let truth = world.recall(cut: cut) else { continue }
        all += 1
        if interval.contains(truth) { inside += 1 }
        let known = (0..<min(cut, 80)).count { world.truth[$0] }
        #expect(estimate.above.relevant >= known)
        #expect((estimate.above.bounds?.lowerBound ?? 0) >= known)
      }
    }
    #expect(all > 500 && Double(inside) >= 0.94 * Double(all), "\(inside) of \(all)")
  }

  /// The mean over all samples that can be drawn is the truth: on each side of a cut between two bands.
  @Test func totalsAreUnbiased() throws {
    var random = SeededGenerator(seed: 8)
    let truth = (0..<100).map { Int.random(in: 0..<60, using: &random) > $0 }
    var (above, below) = (0.0, 0.0)
    let draws = 3000
    for seed in 0..<UInt64(draws) {
      let estimate = World(truth, seed: seed).estimate(cut: 25, rounds: 1)
      above += try #require(estimate.above.estimate) / Double(draws)
      below += try #require(estimate.below.estimate) / Double(draws)
    }
    // One sample of 5 of 75 has a standard error of about 16, their mean one of 0.3.
    #expect(abs(above - Double(truth[..<25].count { $0 })) < 0.5)
    #expect(abs(below - Double(truth[25...].count { $0 })) < 1.2)
  }

  @Test func nothingJudgedIsNoEstimate() {
    let world = world(300, decay: 30, floor: 0, seed: 1)
    let estimate = world.estimate(cut: 40, rounds: 0)
    #expect(estimate.basis == .nothing && estimate.recall == nil && estimate.recallInterval == nil)
    #expect(estimate.precision == nil && estimate.below.bounds == nil && estimate.below.estimate == nil)
    // Nor is the whole of what is above, while nothing below is.
    let top = world.estimate(cut: 40, rounds: 0, alsoJudged: 0..<40)
    #expect(top.recall == nil && top.recallInterval == nil)
    #expect(top.above.estimate == Double(world.truth[..<40].count { $0 }))
    #expect(top.precision?.share == top.above.estimate.map { $0 / 40 })
    #expect(top.precision.map { $0.interval.low == $0.interval.high } == true, "all of it was counted")
  }

  @Test func everythingJudgedIsTheTruth() {
    let world = world(300, decay: 30, floor: 0.05, seed: 2)
    for cut in [0, 1, 25, 77, 300] {
      let estimate = world.estimate(cut: cut, rounds: 0, alsoJudged: 0..<300)
      #expect(estimate.basis == .complete && estimate.recall == world.recall(cut: cut))
      #expect(estimate.recallInterval.map { $0.low == $0.high } == true)
    }
  }

  @Test func allOrNoneRelevant() {
    let all = World([Bool](repeating: true, count: 400), seed: 3).estimate(cut: 100, rounds: 3)
    #expect(all.recall == 0.25 && all.recallInterval?.contains(0.25) == true)
    let none = World([Bool](repeating: false, count: 400), seed: 3).estimate(cut: 100, rounds: 3)
    #expect(none.recall == nil, "there is nothing to have found")
    #expect(none.recallInterval == Interval(low: 0, high: 1))
  }

  @Test func oneItemAndNone() {
    let one = World([true], seed: 4)
    #expect(one.estimate(cut: 1, rounds: 0).recall == nil)
    #expect(one.estimate(cut: 1, rounds: 1).recall == 1)
    #expect(one.estimate(cut: 0, rounds: 1).recall == 0)
    #expect(one.estimate(cut: 0, rounds: 1).recallInterval == Interval(low: 0, high: 0))
    let none = World([], seed: 4).estimate(cut: 0, rounds: 0)
    #expect(none.recall == nil && none.basis == .complete)
  }

  @Test func itemsWithoutAScoreCountAsMissed() throws {
    // Ten items have a score and are relevant, as half of the ninety without one are.
    let world = World((0..<100).map { $0 < 10 || $0 % 2 == 0 }, seed: 5, unscored: 90)
    let estimate = world.estimate(cut: 10, rounds: 10)
    #expect(estimate.below.items == 90)
    #expect(try #require(estimate.recallInterval).contains(10.0 / 55))
    #expect(try #require(estimate.recall) < 0.3)
  }

  @Test func whatNobodyCanTellWidensBothWays() throws {
    let world = world(400, decay: 60, floor: 0.05, seed: 6)
    let places = Set(world.sample.places(ofRounds: 4).filter { $0 >= 100 }.prefix(6))
    let clear = try #require(world.estimate(cut: 100, rounds: 4).below.bounds)
    let unclear = try #require(world.estimate(cut: 100, rounds: 4, unclear: places).below.bounds)
    #expect(unclear.lowerBound <= clear.lowerBound && unclear.upperBound >= clear.upperBound)
    #expect(unclear != clear)
    let mute = world.estimate(cut: 100, rounds: 1, unclear: Set(world.sample.places(ofRounds: 1)))
    #expect(mute.recall == nil, "a sample about which nobody can tell tells nothing")
  }
}
