import CKernels

/// Packs row-major vectors for scanning, into memory the caller owns, such as a mapped file.
///
/// A row's code step is its largest magnitude over 127; its codes are the components over the step, rounded to the
/// nearest integer, halves to even. Ranges of tiles are independent, so that several threads can pack at once; what
/// is written does not depend on how the work was divided or on the machine.
package struct VectorPacker: Sendable {
  /// Memory for the packed form of one side, of the sizes its layout gives.
  package struct Destination {
    /// The codes, in scanning order.
    package let codes: UnsafeMutableBufferPointer<UInt8>
    /// One code step for each padded row.
    package let scales: UnsafeMutableBufferPointer<Float>
    /// The squared lengths of every prefix.
    package let squares: UnsafeMutableBufferPointer<Float>

    /// Names the memory to write to.
    package init(
      codes: UnsafeMutableBufferPointer<UInt8>, scales: UnsafeMutableBufferPointer<Float>,
      squares: UnsafeMutableBufferPointer<Float>
    ) {
      self.codes = codes
      self.scales = scales
      self.squares = squares
    }
  }

  /// How the rows are packed.
  package let layout: VectorLayout
  private let stops: [UInt32]

  /// Prepares to pack rows of the given layout.
  package init(_ layout: VectorLayout) {
    self.layout = layout
    stops = layout.stops.map(UInt32.init)
  }

  /// Packs all rows, on all threads of the pool.
  ///
  /// - Parameters:
  ///   - floats: `count × dimensions` finite components, row-major.
  ///   - destination: Where to write.
  ///   - pool: The threads to work on.
  /// - Returns: For every stop, an upper bound of the distance of any row's prefix from its codes, in code steps.
  /// - Complexity: O(count × dimensions).
  package func pack(
    _ floats: UnsafeBufferPointer<Float>, into destination: Destination, on pool: WorkerPool = .shared
  ) -> [Float] {
    nonisolated(unsafe) let floats = floats  // nobody writes to them
    nonisolated(unsafe) let destination = destination  // threads write to rows of their own
    let partials = pool.accumulate(over: layout.tiles, grain: 64, into: zeroResiduals) { residuals, tiles in
      pack(tiles: tiles, of: floats, into: destination, residuals: &residuals)
    }
    return residuals(partials)
  }

  /// Packs a range of tiles and raises the largest squared residual of every stop, in steps.
  ///
  /// - Parameters:
  ///   - tiles: The rows `16 · lowerBound ..< 16 · upperBound`, those beyond `count` as zeros.
  ///   - floats: All `count × dimensions` finite components.
  ///   - destination: Memory of the whole side.
  ///   - residuals: Begins as `zeroResiduals`; hand all of them to `residuals(_:)` at the end.
  package func pack(
    tiles: Range<Int>, of floats: UnsafeBufferPointer<Float>, into destination: Destination,
    residuals: inout [Double]
  ) {
    check(tiles, floats)
    precondition(
      destination.codes.count == layout.codeCount && destination.scales.count == layout.scaleCount
        && destination.squares.count == layout.squareCount && residuals.count == stops.count,
      "the destination does not have the layout's sizes")
    withLayout { packing in
      residuals.withUnsafeMutableBufferPointer { residuals in
        let packed = assay_packed(
          codes: destination.codes.baseAddress, scales: destination.scales.baseAddress,
          squares: destination.squares.baseAddress, residual: residuals.baseAddress)
        assay_pack(packing, floats.baseAddress, layout.count, tiles.lowerBound, tiles.upperBound, packed)
      }
    }
  }

  /// The squared residuals that every accumulation begins with.
  package var zeroResiduals: [Double] { [Double](repeating: 0, count: stops.count) }

  /// An upper bound, for every stop, of the distance of any row's prefix from its codes, in code steps.
  package func residuals(_ partials: [[Double]]) -> [Float] {
    stops.indices.map { stop in
      let largest = partials.reduce(0) { Double.maximum($0, $1[stop]) }
      // Covers the rounding of a sum of as many squares as there are components.
      let slack = 1 + 4 * Double(layout.dimensions) * Double.ulpOfOne
      return Float((largest * slack).squareRoot()).nextUp
    }
  }

  /// Writes the inner products of every row's prefixes on two sides, `[stop][padded row]`, on all threads of the
  /// pool.
  ///
  /// - Parameters:
  ///   - left: One side's `count × dimensions` components.
  ///   - right: The other side's.
  ///   - products: Memory for `squareCount` products.
  ///   - pool: The threads to work on.
  /// - Complexity: O(count × dimensions).
  package func packCrosses(
    _ left: UnsafeBufferPointer<Float>, _ right: UnsafeBufferPointer<Float>,
    into products: UnsafeMutableBufferPointer<Float>, on pool: WorkerPool = .shared
  ) {
    check(0..<layout.tiles, left)
    check(0..<layout.tiles, right)
    precondition(
      products.count == layout.squareCount, "\(products.count) products, not \(layout.squareCount)")
    nonisolated(unsafe) let (left, right) = (left, right)  // nobody writes to them
    nonisolated(unsafe) let products = products  // threads write to rows of their own
    pool.concurrently(over: layout.tiles, grain: 64) { tiles in
      withLayout { packing in
        assay_pack_crosses(
          packing, left.baseAddress, right.baseAddress, layout.count, tiles.lowerBound, tiles.upperBound,
          products.baseAddress)
      }
    }
  }

  private func check(_ tiles: Range<Int>, _ floats: UnsafeBufferPointer<Float>) {
    precondition(
      tiles.lowerBound >= 0 && tiles.upperBound <= layout.tiles && floats.count == layout.floatCount,
      "tiles \(tiles) of \(floats.count) components, with \(layout.tiles) tiles of \(layout.floatCount)")
  }

  private func withLayout(_ body: (assay_layout) -> Void) {
    stops.withUnsafeBufferPointer { stops in
      body(
        assay_layout(
          tiles: layout.tiles, dimensions: layout.dimensions, stops: stops.baseAddress,
          stop_count: stops.count))
    }
  }
}
