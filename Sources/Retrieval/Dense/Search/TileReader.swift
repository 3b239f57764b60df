import CKernels

/// Reads what bounds the cosines of a search: of all tiles up to a stop, of those that still matter up to longer ones.
struct TileReader: Sendable {
  private static let grain = 256  // tiles

  /// A part of the way to a longer stop.
  struct Leg: Sendable {
    /// The blocks to read, none where bounds follow from what is known.
    let blocks: Range<Int>
    /// What may be missing after them.
    let allowance: Allowance
    /// A tile is read on if one of its rows has a bound of at least this; after the last leg, every such row counts.
    let threshold: Float
  }

  private let search: CertifiedSearch
  private let known: IntegerScores
  private let widths: [UInt32]

  /// Prepares to read on from the sums up to the stop `start`, which are scanned unless they are known.
  init(_ search: CertifiedSearch, from start: Int) {
    self.search = search
    known = search.integerScores(start)
    widths = search.index.sides[0].layout.widths.map(UInt32.init)
  }

  /// For every tile, the greatest bound of a row that is asked about; −∞ for a tile without one.
  /// - Complexity: O(rows).
  func tops(_ allowance: Allowance) -> SharedArray<Float> {
    let tiles = search.index.sides[0].layout.tiles
    return SharedArray(count: tiles) { tops in
      nonisolated(unsafe) let memory = tops.baseAddress  // threads write to tiles of their own
      search.index.pool.concurrently(over: tiles, grain: Self.grain) { tiles in
        withPrefix { prefix in
          assay_tile_tops(&prefix, allowance.memory, tiles.lowerBound, tiles.upperBound, memory)
        }
      }
    }
  }

  /// The rows of some tiles that reach the threshold of the last leg, in the order of the tiles, with their bounds.
  func rows(of tiles: [UInt32], legs: [Leg]) -> [RankKey] {
    // Without codes to read, a few hundred tiles take less time than another thread to wake up.
    let grain = legs.allSatisfy(\.blocks.isEmpty) ? 4096 : Self.grain
    return search.index.pool.keys(over: tiles.count, grain: grain, most: VectorLayout.tileRows) {
      range, keys in
      withReading(legs) { reading in
        tiles.withUnsafeBufferPointer { tiles in
          assay_read_tiles(&reading, tiles.baseAddress.map { $0 + range.lowerBound }, range.count, keys)
        }
      }
    }
  }

  private func withReading(_ legs: [Leg], _ body: (inout assay_reading) -> Int) -> Int {
    let sides = search.index.sides
    let memory = legs.map { leg in
      assay_leg(
        first: leg.blocks.lowerBound, last: leg.blocks.upperBound, allowance: leg.allowance.memory,
        threshold: leg.threshold)
    }
    // The legs keep what their allowances point to.
    return withExtendedLifetime(legs) {
      withPrefix { prefix in
        widths.withUnsafeBufferPointer { widths in
          memory.withUnsafeBufferPointer { memory in
            search.scanned.query.codes.withUnsafeBufferPointer { query in
              func codes(_ side: Int) -> assay_blocks {
                guard side < sides.count else { return assay_blocks() }
                return sides[side].codes.withUnsafeBufferPointer { codes in
                  assay_blocks(
                    codes: codes.baseAddress, tiles: sides[side].layout.tiles, widths: widths.baseAddress,
                    first: 0, last: 0)
                }
              }
              var reading = assay_reading(
                known: prefix, codes: (codes(0), codes(1)), query: query.baseAddress,
                legs: memory.baseAddress, leg_count: memory.count)
              return body(&reading)
            }
          }
        }
      }
    }
  }

  private func withPrefix<Result>(_ body: (inout assay_prefix) -> Result) -> Result {
    func summand(_ side: Int) -> assay_summand {
      guard side < known.sums.sides.count else { return assay_summand() }
      return assay_summand(
        sums: known.sums.sides[side].withUnsafeBufferPointer { $0.baseAddress },
        factors: known.factors.sides[side].withUnsafeBufferPointer { $0.baseAddress })
    }
    func call(_ eligible: UnsafePointer<UInt64>?) -> Result {
      var prefix = assay_prefix(
        side_count: known.sums.sides.count, sides: (summand(0), summand(1)),
        margins: known.factors.margins.withUnsafeBufferPointer { $0.baseAddress }, scale: known.scale,
        rows: search.index.count, eligible: eligible)
      return body(&prefix)
    }
    // The arrays outlive the call that reads them.
    return withExtendedLifetime(self) {
      guard let eligible = search.scan.eligible else { return call(nil) }
      return eligible.words.withUnsafeBufferPointer { call($0.baseAddress) }
    }
  }
}
