import CKernels
import TestSupport
import Testing

@Suite("Selecting and sorting keys")
struct SelectTests {
  /// Scores with many ties, negative zeros and missing ones.
  static func scores(_ count: Int, seed: UInt64) -> [Float] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      switch Int.random(in: 0..<10, using: &generator) {
      case 0: .nan
      case 1: -0.0
      case 2: 0
      case 3...6: Float(Int.random(in: -20...20, using: &generator)) / 8
      default: Float.random(in: -3...3, using: &generator)
      }
    }
  }

  static func key(_ score: Float, _ ordinal: Int) -> UInt64 {
    let pattern = (score + 0).bitPattern
    let ascending = pattern >> 31 == 1 ? ~pattern : pattern | 0x8000_0000
    return UInt64(~ascending) << 32 | UInt64(ordinal)
  }

  /// The keys of all scores that count, best first: the slow definition.
  static func ranked(_ scores: [Float], _ eligible: [UInt64]?, atLeast threshold: Float = -.infinity)
    -> [UInt64]
  {
    scores.indices
      .filter { scores[$0] >= threshold && isEligible($0, eligible) }
      .map { key(scores[$0], $0) }.sorted()
  }

  static func isEligible(_ ordinal: Int, _ eligible: [UInt64]?) -> Bool {
    guard let eligible else { return true }
    return eligible[ordinal / 64] >> UInt64(ordinal % 64) & 1 == 1
  }

  static func set(_ count: Int, seed: UInt64) -> [UInt64] {
    var generator = SeededGenerator(seed: seed)
    return (0..<(count + 63) / 64).map { _ in generator.next() & generator.next() }
  }

  /// Offers ranges of scores one after the other, to one selection or to one each that are then merged.
  static func select(
    _ wanted: Int, of scores: [Float], _ eligible: [UInt64]?, in ranges: [Range<Int>], capacity: Int,
    apart: Bool
  ) -> [UInt64] {
    func selecting(_ body: (inout assay_selection) -> Void) -> [UInt64] {
      var keys = [UInt64](repeating: 0, count: capacity)
      return keys.withUnsafeMutableBufferPointer { keys in
        var selection = assay_selection(
          keys: keys.baseAddress, capacity: capacity, wanted: wanted, count: 0, worst: .max,
          threshold: -.infinity)
        body(&selection)
        return Array(keys[..<selection.count])
      }
    }
    func offer(_ range: Range<Int>, to selection: inout assay_selection) {
      let part = Array(scores[range])
      assay_select(&selection, part, part.count, UInt32(range.lowerBound), eligible)
    }
    if apart {
      let found = ranges.flatMap { range in selecting { offer(range, to: &$0) } }
      return selecting {
        assay_select_keys(&$0, found, found.count)
        assay_finish_selection(&$0)
      }
    }
    return selecting {
      for range in ranges { offer(range, to: &$0) }
      assay_finish_selection(&$0)
    }
  }

  @Test(
    "The best are those of a full sort, however the offers are divided",
    arguments: [0, 1, 2, 15, 100, 2000], [0, 1, 16, 1000, 5003])
  func best(wanted: Int, count: Int) {
    let scores = Self.scores(count, seed: UInt64(wanted + count))
    for eligible in [nil, Self.set(count, seed: 1)] {
      let expected = Array(Self.ranked(scores, eligible).prefix(wanted))
      let middle = count / 32 * 16
      for ranges in [[0..<count], [middle..<count, 0..<middle]] {
        for (slack, apart) in [(16, false), (700, false), (16, true), (700, true)] {
          let best = Self.select(
            wanted, of: scores, eligible, in: ranges, capacity: wanted + slack, apart: apart)
          #expect(best == expected)
        }
      }
    }
  }

  @Test("Counting and collecting see every score from the threshold up", arguments: [0, 1, 100, 3001])
  func collecting(count: Int) {
    let scores = Self.scores(count, seed: UInt64(count))
    for eligible in [nil, Self.set(count, seed: 2)] {
      for threshold in [-Float.infinity, -0.5, 0, 1.125, 9] as [Float] {
        let expected = Self.ranked(scores, eligible, atLeast: threshold)
        #expect(assay_count(scores, count, 0, eligible, threshold) == expected.count)
        var keys = [UInt64](repeating: 0, count: count + 1)
        let found = assay_collect(scores, count, 0, eligible, threshold, &keys)
        #expect(Array(keys[..<found]) == expected.sorted { $0 & 0xffff_ffff < $1 & 0xffff_ffff })
        var scratch = keys
        assay_sort_ascending_ordinals(&keys, &scratch, found)
        #expect(Array(keys[..<found]) == expected)
      }
    }
  }

  @Test("Keys sort by any bits in which they differ, and come apart into what they were made of")
  func sorting() {
    var generator = SeededGenerator(seed: 5)
    for count in [0, 1, 2, 700, 5000] {
      for range in [0.5...0.5, 0.5...0.500001, 0.25...0.75, -1...1, -1e38...1e38] as [ClosedRange<Float>] {
        let scores = (0..<count).map { _ in Float.random(in: range, using: &generator) }
        var keys = scores.indices.map { Self.key(scores[$0], $0) }
        var scratch = keys
        assay_sort_ascending_ordinals(&keys, &scratch, count)
        #expect(keys == Self.ranked(scores, nil))
        var ordinals = [UInt32](repeating: 0, count: count)
        var split = [Float](repeating: 0, count: count)
        assay_split_keys(keys, count, &ordinals, &split)
        #expect(ordinals == keys.map { UInt32($0 & 0xffff_ffff) })
        #expect(split == ordinals.map { scores[Int($0)] })
      }
    }
  }

  @Test("Scores combine the sides and the margin, and are missing where a factor is")
  func scoring() {
    let count = 37
    var generator = SeededGenerator(seed: 6)
    let sums = (0..<2).map { _ in
      (0..<count).map { _ in Int32.random(in: -9_000_000...9_000_000, using: &generator) }
    }
    var factors = (0..<2).map { _ in (0..<count).map { _ in Float.random(in: 0...1, using: &generator) } }
    factors[1][7] = .nan
    let margins = (0..<count).map { _ in Float.random(in: 0...1, using: &generator) }
    for sides in 1...2 {
      for slack in [nil, 0.25] as [Float?] {
        var scores = [Float](repeating: 7, count: count)
        sums[0].withUnsafeBufferPointer { s0 in
          sums[1].withUnsafeBufferPointer { s1 in
            factors[0].withUnsafeBufferPointer { f0 in
              factors[1].withUnsafeBufferPointer { f1 in
                let summands = [
                  assay_summand(sums: s0.baseAddress, factors: f0.baseAddress),
                  assay_summand(sums: s1.baseAddress, factors: f1.baseAddress),
                ]
                if let slack {
                  assay_score(summands, sides, 0.001, margins, slack, count, &scores)
                } else {
                  assay_score(summands, sides, 0.001, nil, 0, count, &scores)
                }
              }
            }
          }
        }
        for row in 0..<count {
          var expected = Float(sums[0][row]) * factors[0][row] * 0.001
          if sides == 2 { expected += Float(sums[1][row]) * factors[1][row] * 0.001 }
          if let slack { expected += slack * margins[row] }
          #expect(scores[row] == expected || scores[row].isNaN && expected.isNaN)
        }
        #expect(scores[7].isNaN == (sides == 2))
      }
    }
  }
}
