import CKernels

/// Integer inner products of one query's codes with those of rows.
struct ByteScan: Sendable {
  private let sides: [PackedVectors]
  private let query: RoundedQuery
  private let widths: [UInt32]

  /// Prepares to scan the codes of one or two sides.
  init(sides: [PackedVectors], query: RoundedQuery) {
    self.sides = sides
    self.query = query
    widths = sides[0].layout.widths.map(UInt32.init)
  }

  /// Adds the products of a run of blocks to the sums of a side's tiles.
  ///
  /// - Parameters:
  ///   - blocks: The blocks, by the stops at which they end.
  ///   - side: The side.
  ///   - tiles: The rows.
  ///   - sums: One sum for each of these rows, continued.
  ///   - kept: Where given, `[block][padded row]` of the whole side: also gets the sums at the end of each block.
  func add(
    _ blocks: Range<Int>, side: Int, tiles: Range<Int>, to sums: UnsafeMutablePointer<Int32>,
    kept: UnsafeMutablePointer<Int32>? = nil
  ) {
    let packed = sides[side]
    packed.codes.withUnsafeBufferPointer { codes in
      widths.withUnsafeBufferPointer { widths in
        let run = assay_blocks(
          codes: codes.baseAddress, tiles: packed.layout.tiles, widths: widths.baseAddress,
          first: blocks.lowerBound, last: blocks.upperBound)
        assay_scan(run, query.codes, tiles.lowerBound, tiles.upperBound, sums, kept)
      }
    }
  }
}
