package import Embeddings

/// One side of a catalogue's vectors: float32 rows to refine with, bytes to scan, and what bounds their difference.
///
/// A row of zeros means that the item has no such vector.
package struct PackedVectors: Sendable {
  /// Where everything lies.
  package let layout: VectorLayout
  /// `count × dimensions` components, row-major.
  package let floats: SharedArray<Float>
  /// Signed bytes xor 0x80, in scanning order.
  package let codes: SharedArray<UInt8>
  /// The value of one code step, for each padded row.
  package let scales: SharedArray<Float>
  /// The squared length of every prefix, `[stop][padded row]`; 0 where the prefix has no direction.
  package let squares: SharedArray<Float>
  /// For every stop, an upper bound of the distance of any row's prefix from its codes, in steps of that row.
  ///
  /// In steps, because rows with one outstanding component would loosen the bound of all the others.
  package let residuals: [Float]

  /// Wraps packed memory.
  /// - Precondition: everything has the size the layout gives, and codes are aligned to 64 bytes.
  package init(
    layout: VectorLayout, floats: SharedArray<Float>, codes: SharedArray<UInt8>, scales: SharedArray<Float>,
    squares: SharedArray<Float>, residuals: [Float]
  ) {
    precondition(
      floats.count == layout.floatCount && codes.count == layout.codeCount
        && scales.count == layout.scaleCount
        && squares.count == layout.squareCount && residuals.count == layout.stops.count,
      "packed vectors of other sizes than \(layout.count) × \(layout.dimensions) with stops \(layout.stops)")
    codes.withUnsafeBufferPointer { codes in
      precondition(Int(bitPattern: codes.baseAddress) % 64 == 0, "codes are not aligned to 64 bytes")
    }
    self.layout = layout
    self.floats = floats
    self.codes = codes
    self.scales = scales
    self.squares = squares
    self.residuals = residuals
  }

  /// Packs rows that are already in memory.
  ///
  /// - Parameters:
  ///   - floats: `count × dimensions` finite components, row-major; shared, not copied.
  ///   - layout: How to pack them.
  ///   - pool: The threads to work on.
  /// - Returns: The side, which shares `floats`.
  /// - Complexity: O(count × dimensions).
  package static func pack(
    _ floats: SharedArray<Float>, layout: VectorLayout, on pool: WorkerPool = .shared
  ) -> PackedVectors {
    let packer = VectorPacker(layout)
    var residuals: [Float] = []
    var scales = SharedArray<Float>([])
    var squares = scales
    let codes = SharedArray<UInt8>(count: layout.codeCount) { codes in
      scales = SharedArray(count: layout.scaleCount) { scales in
        squares = SharedArray(count: layout.squareCount) { squares in
          let destination = VectorPacker.Destination(codes: codes, scales: scales, squares: squares)
          residuals = floats.withUnsafeBufferPointer { packer.pack($0, into: destination, on: pool) }
        }
      }
    }
    return PackedVectors(
      layout: layout, floats: floats, codes: codes, scales: scales, squares: squares, residuals: residuals)
  }

  /// Packs the rows of a matrix.
  ///
  /// - Parameters:
  ///   - matrix: The rows.
  ///   - stops: The prefix lengths that can be compared, ascending up to the length of a row.
  /// - Returns: The side.
  /// - Complexity: O(count × dimensions).
  package static func pack(_ matrix: EmbeddingMatrix, stops: [Int]) -> PackedVectors {
    pack(
      SharedArray(matrix.values),
      layout: VectorLayout(count: matrix.count, dimensions: matrix.dimensions, stops: stops))
  }

  /// How many rows there are.
  package var count: Int { layout.count }

  /// The signed code of one component.
  package func code(row: Int, component: Int) -> Int8 {
    Int8(bitPattern: codes[layout.codePosition(row: row, component: component)] ^ 0x80)
  }

  /// The components of one row.
  package func vector(of row: UInt32) -> [Float] {
    precondition(row < count, "row \(row) of \(count)")
    let start = Int(row) * layout.dimensions
    return floats.withUnsafeBufferPointer { Array($0[start..<start + layout.dimensions]) }
  }

  /// The squared length of a row's prefix; 0 when it has no direction.
  package func square(of row: UInt32, stop: Int) -> Float {
    squares[stop * layout.paddedCount + Int(row)]
  }
}
