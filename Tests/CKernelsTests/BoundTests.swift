import CKernels
import TestSupport
import Testing

@Suite("Bounds of tiles")
struct BoundTests {
  private static let tiles = 300
  private static let rows = tiles * 16 - 5
  private static let widths: [UInt32] = [8, 4, 12]

  /// A leg by its numbers; no rest means that no rests are given.
  private struct Leg {
    let blocks: Range<Int>
    let slack: Float
    let rest: Float?
    let threshold: Float
  }

  /// Random sides with the sums over the first block; some rows and a whole tile have no score, the last is not full.
  private final class Case {
    let scans: [ScanTests.Case]
    let known: [HeldArray<Int32>]
    let factors: [HeldArray<Float>]
    let margins: HeldArray<Float>
    let rests: HeldArray<Float>
    let widths = HeldArray(BoundTests.widths)
    let codes: [HeldArray<UInt8>]
    let query: HeldArray<Int8>
    let words: HeldArray<UInt64>?
    let scale: Float = 0.0007

    init(sides: Int, isFiltered: Bool) {
      var generator = SeededGenerator(seed: UInt64(sides))
      let count = BoundTests.tiles * 16
      let first = ScanTests.Case(tiles: BoundTests.tiles, widths: BoundTests.widths, extreme: false, seed: 7)
      let second = ScanTests.Case(tiles: BoundTests.tiles, widths: BoundTests.widths, extreme: false, seed: 8)
      scans = Array([first, second.comparing(first.query)].prefix(sides))
      known = scans.map { scan in HeldArray((0..<count).map { scan.sum(row: $0, blocks: 0..<1) }) }
      factors = scans.map { _ in
        HeldArray(
          (0..<count).map { row in
            let factor = Float.random(in: 0.001...0.01, using: &generator)
            return row % 13 == 5 || row / 16 == 4 ? .nan : factor
          })
      }
      margins = HeldArray((0..<count).map { _ in Float.random(in: 0...0.02, using: &generator) })
      rests = HeldArray((0..<count).map { _ in Float.random(in: 0...1, using: &generator) })
      codes = scans.map { HeldArray($0.codes) }
      query = HeldArray(first.query)
      words = isFiltered ? HeldArray(SelectTests.set(count, seed: 9)) : nil
    }

    var prefix: assay_prefix {
      func summand(_ side: Int) -> assay_summand {
        guard side < scans.count else { return assay_summand() }
        return assay_summand(sums: known[side].pointer, factors: factors[side].pointer)
      }
      return assay_prefix(
        side_count: scans.count, sides: (summand(0), summand(1)), margins: margins.pointer, scale: scale,
        rows: BoundTests.rows, eligible: words?.pointer)
    }

    func allowance(_ leg: Leg) -> assay_allowance {
      assay_allowance(slack: leg.slack, rest: leg.rest ?? 0, rests: leg.rest == nil ? nil : rests.pointer)
    }

    func read(_ tiles: [UInt32], _ legs: [Leg]) -> [UInt64] {
      func blocks(_ side: Int) -> assay_blocks {
        guard side < scans.count else { return assay_blocks() }
        return assay_blocks(
          codes: codes[side].pointer, tiles: BoundTests.tiles, widths: widths.pointer, first: 0, last: 0)
      }
      let memory = HeldArray(
        legs.map { leg in
          assay_leg(
            first: leg.blocks.lowerBound, last: leg.blocks.upperBound, allowance: allowance(leg),
            threshold: leg.threshold)
        })
      var reading = assay_reading(
        known: prefix, codes: (blocks(0), blocks(1)), query: query.pointer, legs: memory.pointer,
        leg_count: legs.count)
      var keys = [UInt64](repeating: 0, count: tiles.count * 16 + 1)
      let found = withExtendedLifetime((self, memory)) {
        assay_read_tiles(&reading, tiles, tiles.count, &keys)
      }
      return Array(keys[..<found])
    }

    /// A row's bound after a leg, step by step; `nil` for a row that does not count.
    func bound(row: Int, _ leg: Leg) -> Float? {
      guard row < BoundTests.rows, words.map({ $0[row / 64] >> UInt64(row % 64) & 1 == 1 }) ?? true else {
        return nil
      }
      var bound: Float = 0
      for (scan, factors) in zip(scans, factors) {
        let sum = scan.sum(row: row, blocks: 0..<max(1, leg.blocks.upperBound))
        bound += Float(sum) * factors[row] * scale
      }
      bound += leg.slack * margins[row]
      if let rest = leg.rest { bound += rest * rests[row] }
      return bound.isNaN ? nil : bound
    }
  }

  private static func cases() -> [Case] {
    [(1, false), (1, true), (2, false), (2, true)].map { Case(sides: $0, isFiltered: $1) }
  }

  @Test("The top of a tile is the greatest bound of its rows")
  func tops() {
    for test in Self.cases() {
      for rest in [nil, 0.3] as [Float?] {
        let leg = Leg(blocks: 0..<0, slack: 0.7, rest: rest, threshold: 0)
        var tops = [Float](repeating: 7, count: Self.tiles)
        var prefix = test.prefix
        withExtendedLifetime(test) { assay_tile_tops(&prefix, test.allowance(leg), 1, Self.tiles, &tops) }
        let expected = (1..<Self.tiles).map { tile in
          (tile * 16..<tile * 16 + 16).compactMap { test.bound(row: $0, leg) }.max() ?? -.infinity
        }
        #expect(tops == [7] + expected)
        #expect(expected[3] == -.infinity)
      }
    }
  }

  @Test("Read on leg by leg, tiles without a row that reaches the threshold are dropped")
  func reading() {
    let start = Leg(blocks: 0..<0, slack: 0.7, rest: 0.3, threshold: 0.4)
    let middle = Leg(blocks: 1..<2, slack: 0.5, rest: 0.1, threshold: 0.3)
    let end = Leg(blocks: 2..<3, slack: 0.4, rest: nil, threshold: 0.2)
    let all = (0..<UInt32(Self.tiles)).map(\.self)
    for test in Self.cases() {
      for legs in [[start], [middle, end], [start, middle, end]] {
        for tiles in [[], [7], all, all.filter { $0 % 3 == 1 }] {
          let left = tiles.filter { tile in
            legs.allSatisfy { leg in
              (0..<16).contains { (test.bound(row: Int(tile) * 16 + $0, leg) ?? -.infinity) >= leg.threshold }
            }
          }
          let expected = left.flatMap { tile in
            (Int(tile) * 16..<Int(tile) * 16 + 16).compactMap { row -> UInt64? in
              guard let last = legs.last, let bound = test.bound(row: row, last), bound >= last.threshold
              else {
                return nil
              }
              return SelectTests.key(bound, row)
            }
          }
          #expect(test.read(tiles, legs) == expected)
          if tiles == all { #expect(!left.isEmpty && left.count < Self.tiles) }
        }
      }
    }
  }
}
