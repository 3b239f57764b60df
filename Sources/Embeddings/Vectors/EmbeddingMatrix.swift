/// Embeddings of many items: `count` rows of `dimensions` float32 components, row-major and contiguous.
///
/// A row is unit length, or all zeros for an item that has no such vector (no text, no picture).
package struct EmbeddingMatrix: Hashable, Sendable {
  /// Components of one row.
  package let dimensions: Int
  /// `count × dimensions` components.
  package private(set) var values: [Float]

  /// How many rows there are.
  package var count: Int { values.count / dimensions }

  /// Makes an empty matrix of the given width.
  /// - Precondition: `dimensions` is positive.
  package init(dimensions: Int) {
    precondition(dimensions > 0, "dimensions must be positive, not \(dimensions)")
    self.dimensions = dimensions
    self.values = []
  }

  /// Wraps row-major components.
  /// - Precondition: the count of `values` is a multiple of `dimensions`, which is positive.
  package init(dimensions: Int, values: [Float]) {
    precondition(
      dimensions > 0 && values.count.isMultiple(of: dimensions),
      "\(values.count) components do not make rows of \(dimensions)")
    self.dimensions = dimensions
    self.values = values
  }

  /// Adds a row at the end.
  /// - Precondition: the row has `dimensions` components.
  package mutating func append(_ row: [Float]) {
    precondition(row.count == dimensions, "a row of \(row.count) in a matrix of \(dimensions)")
    values.append(contentsOf: row)
  }

  /// The components of one row.
  /// - Precondition: `index` is a row.
  package func row(_ index: Int) -> ArraySlice<Float> {
    values[index * dimensions..<(index + 1) * dimensions]
  }
}
