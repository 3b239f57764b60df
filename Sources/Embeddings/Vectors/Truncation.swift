/// A prefix of an embedding that its encoder was trained to make usable by itself.
///
/// Lengths that the encoder doesn't declare can't be made, so a truncation in hand is a meaningful one. Source:
/// Kusupati et al. 2022, "Matryoshka Representation Learning".
package struct Truncation: Hashable, Sendable {
  /// The components kept.
  package let dimensions: Int
  /// The components of the vectors it is applied to.
  package let fullLength: Int

  /// Makes the truncation to `dimensions` components of an encoder's vectors.
  /// - Throws: `UndeclaredTruncation` when the encoder doesn't declare that length.
  package init(to dimensions: Int, of card: EncoderCard) throws(UndeclaredTruncation) {
    guard card.dimensions.contains(dimensions) else {
      throw UndeclaredTruncation(dimensions: dimensions, encoder: card.id, declared: card.dimensions)
    }
    self.dimensions = dimensions
    self.fullLength = card.dimensions[card.dimensions.count - 1]
  }

  /// The prefix, scaled to unit length again; a zero prefix stays zero.
  /// - Precondition: `vector` has `fullLength` components.
  package func applied(to vector: [Float]) -> [Float] {
    precondition(vector.count == fullLength, "a vector of \(vector.count) where \(fullLength) are expected")
    return Array(vector[..<dimensions]).scaledToUnitLength()
  }

  /// Every row's prefix, scaled to unit length again; a zero prefix stays zero.
  /// - Precondition: rows have `fullLength` components.
  package func applied(to matrix: EmbeddingMatrix) -> EmbeddingMatrix {
    var truncated = EmbeddingMatrix(dimensions: dimensions)
    for index in 0..<matrix.count {
      truncated.append(applied(to: Array(matrix.row(index))))
    }
    return truncated
  }
}

/// A length was asked for that the encoder wasn't trained to be cut to.
package struct UndeclaredTruncation: Error, Hashable, Sendable, CustomStringConvertible {
  /// The length asked for.
  package let dimensions: Int
  /// The encoder's id.
  package let encoder: String
  /// The lengths it declares.
  package let declared: [Int]

  package var description: String {
    let choices = declared.map(String.init).joined(separator: ", ")
    return "\(encoder) can't be cut to \(dimensions) dimensions; choose one of \(choices)"
  }
}
