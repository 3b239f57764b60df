import Relevance
import TestSupport
import Testing

@Suite struct BandSampleTests {
  private func sample(_ ordinals: [UInt32], seed: UInt64 = 1, query: QueryID = "q", unscored: Int = 0)
    -> BandSample
  {
    BandSample(
      RankBands(scored: ordinals.count - unscored, unscored: unscored),
      numbers: PermanentNumbers(seed: seed, query: query)
    ) { ordinals[$0] }
  }

  @Test func drawsTheSmallestNumbersOfEachBand() {
    var random = SeededGenerator(seed: 3)
    let ordinals = (0..<700 as Range<UInt32>).shuffled(using: &random)
    let numbers = PermanentNumbers(seed: 9, query: "q")
    let sample = sample(ordinals, seed: 9, unscored: 60)
    #expect(sample.draws.count == sample.bands.ranges.count)
    for (range, draws) in zip(sample.bands.ranges, sample.draws) {
      let sorted = range.sorted { numbers[ordinals[$0]] < numbers[ordinals[$1]] }
      #expect(draws == Array(sorted.prefix(50)))
    }
    #expect(Set(sample.rounds.joined()) == Set(sample.draws.joined()))
    #expect(sample.rounds[0].count == 25 && sample.rounds.count == 10)
    #expect(sample.places(ofRounds: 2) == sample.rounds[0] + sample.rounds[1])
  }

  @Test func anotherRankingSharesWhatItCan() {
    let ordinals = Array(0..<400 as Range<UInt32>)
    var other = ordinals
    other.swapAt(3, 17)
    let drawn = { (sample: BandSample, ordinals: [UInt32]) in
      Set(sample.places(ofRounds: 1).map { ordinals[$0] })
    }
    #expect(drawn(sample(ordinals), ordinals) == drawn(sample(other), other), "the bands have the same items")
    #expect(drawn(sample(ordinals), ordinals) != drawn(sample(ordinals, seed: 2), ordinals))
    #expect(drawn(sample(ordinals), ordinals) != drawn(sample(ordinals, query: "r"), ordinals))
  }

  @Test func aRoundIsCompleteWhenAllOfItIsDecided() {
    let sample = sample(Array(0..<100))
    #expect(sample.complete { _ in false } == 0)
    #expect(sample.complete { _ in true } == sample.rounds.count)
    let missing = sample.rounds[1][2]
    #expect(sample.complete { $0 != missing } == 1)
  }

  /// Every item of a band is drawn about as often as any other, and every pair.
  @Test func everySampleIsAsLikely() {
    var counts = [Int](repeating: 0, count: 25)
    var pairs = 0
    for seed in 0..<4000 as Range<UInt64> {
      let places = sample(Array(0..<25), seed: seed).places(ofRounds: 1)
      for place in places { counts[place] += 1 }
      if places.contains(3) && places.contains(4) { pairs += 1 }
    }
    // 800 ± 5 standard deviations of 25; a pair has a chance of 5 · 4 / (25 · 24).
    #expect(counts.allSatisfy { abs($0 - 800) < 127 }, "\(counts)")
    #expect(abs(pairs - 133) < 58, "\(pairs)")
  }
}
