import Foundation
import Relevance
import TestSupport
import Testing

@Suite struct RankBiasedOverlapTests {
  /// Webber, Moffat and Zobel written out by another hand; the lists are those of the reference data.
  static let hand: [(name: String, first: [String], second: [String], p: Double, min: Double, ext: Double)] =
    [
      ("identical10", letters("abcdefghij"), letters("abcdefghij"), 0.9, 0.8556, 1),
      ("disjoint", letters("abc"), letters("xyz"), 0.9, 0, 0),
      ("swap_tail", letters("1234567809"), letters("1234567890"), 0.9, 0.8508, 0.9952),
      ("reversed5", letters("abcde"), letters("edcba"), 0.9, 0.4098, 0.7378),
      ("uneven", letters("NHMACFL"), letters("CGNA"), 0.9, 0.1947, 0.4904),
      ("even4", letters("NHMA"), letters("CGNA"), 0.9, 0.1947, 0.3915),
      ("dlukes#4", letters("123"), letters("1"), 0.4, 0.7662, 1),
    ]

  private static func letters(_ text: String) -> [String] { text.map(String.init) }

  @Test func valuesAreThoseOfTheReference() throws {
    for (name, first, second, p, minimum, extrapolated) in Self.hand {
      for (left, right) in [(first, second), (second, first)] {
        let overlap = try #require(RankBiasedOverlap(left, right, persistence: p))
        #expect(abs(overlap.minimum - minimum) < 5.1e-5, "\(name): \(overlap.minimum)")
        #expect(abs(overlap.extrapolated - extrapolated) < 5.1e-5, "\(name): \(overlap.extrapolated)")
      }
    }
  }

  @Test(.enabled(if: SharedData.path("metrics-golden/rbo.txt") != nil, "\(SharedData.absence)"))
  func valuesAreThoseOfTheFile() throws {
    let path = try #require(SharedData.path("metrics-golden/rbo.txt"))
    var compared = 0
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      let row = try #require(Self.hand.first { $0.name == words[0] }, "\(line)")
      let values = Dictionary(
        uniqueKeysWithValues: stride(from: 1, to: words.count - 1, by: 2).map {
          (words[$0], Double(words[$0 + 1]))
        })
      let p = try #require(values["p"] ?? nil)
      let overlap = try #require(RankBiasedOverlap(row.first, row.second, persistence: p))
      let top = TopOverlap(row.first, row.second, cutoff: 100)
      for (key, value) in [
        ("rbo_min", overlap.minimum), ("rbo_ext", overlap.extrapolated), ("jaccard", top.jaccard ?? .nan),
      ] {
        let golden = try #require(values[key] ?? nil, "\(line)")
        #expect(abs(value - golden) < 5.1e-5, "\(row.name) \(key): \(value), not \(golden)")
      }
      compared += 1
    }
    #expect(compared == Self.hand.count)
  }

  /// The definition, summed so deep that nothing is left.
  private func infinite(_ first: [Int], _ second: [Int], p: Double) -> Double {
    (1...300).reduce(0.0) { sum, depth in
      let shared = Set(first.prefix(depth)).intersection(second.prefix(depth)).count
      return sum + (1 - p) * pow(p, Double(depth - 1)) * Double(shared) / Double(depth)
    }
  }

  /// The list with 300 further items that only it has.
  private func estranged(_ list: [Int], _ sign: Int) -> [Int] { list + (1...300).map { sign * (1000 + $0) } }

  /// Both lists continued so that they agree as early as they can: what one still lacks of the other, then new items.
  private func reconciled(_ first: [Int], _ second: [Int]) -> ([Int], [Int]) {
    var (left, right) = (first, second)
    while left.count != right.count || Set(left) != Set(right) {
      let isLeftShort = left.count <= right.count
      let (short, long) = isLeftShort ? (left, right) : (right, left)
      let missing = long.first { !short.contains($0) } ?? 5000 + long.count
      if isLeftShort { left.append(missing) } else { right.append(missing) }
    }
    let rest = (1...300).map { 7000 + $0 }
    return (left + rest, right + rest)
  }

  @Test func boundsAreWhatTheWorstAndTheBestContinuationGive() throws {
    for seed in 0..<60 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let first = Array((0..<12).shuffled(using: &random).prefix(Int.random(in: 1...9, using: &random)))
      let second = Array((0..<12).shuffled(using: &random).prefix(Int.random(in: 1...9, using: &random)))
      let p = Double.random(in: 0.3...0.9, using: &random)
      let overlap = try #require(RankBiasedOverlap(first, second, persistence: p))
      let common = min(first.count, second.count)
      let least = infinite(
        estranged(Array(first.prefix(common)), 1), estranged(Array(second.prefix(common)), -1), p: p)
      let (left, right) = reconciled(first, second)
      let most = infinite(left, right, p: p)
      #expect(abs(overlap.minimum - least) < 1e-9, "seed \(seed): \(first) \(second) \(p)")
      #expect(abs(overlap.minimum + overlap.residual - most) < 1e-9, "seed \(seed): \(first) \(second) \(p)")
      #expect(overlap.extrapolated >= overlap.minimum - 1e-12, "seed \(seed)")
      #expect(overlap.extrapolated <= overlap.minimum + overlap.residual + 1e-12, "seed \(seed)")
    }
  }

  @Test func emptyRankingsHaveNothingInCommon() throws {
    #expect(RankBiasedOverlap([Int](), []) == nil)
    let overlap = try #require(RankBiasedOverlap([], [1, 2]))
    #expect(overlap.minimum == 0 && overlap.extrapolated == 0)
    #expect(abs(overlap.residual - 1) < 1e-12)
  }
}
