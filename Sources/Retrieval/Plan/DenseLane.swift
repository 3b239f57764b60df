/// How embeddings are compared: truncated to how many dimensions, at which precision, with how much text.
package struct DenseLane: Hashable, Sendable {
  /// The length of the prefix compared, renormalised after truncation; one the encoder declares.
  package var dimensions: Int
  /// The number format that the compared components are rounded to.
  package var precision: VectorPrecision
  /// The weight of the text vector in an item's vector, 0…1; the picture's vector has the rest.
  ///
  /// An item that lacks one of the two is represented by the other alone, whatever the share.
  package var textShare: Double
  /// The cheaper comparison that picks the items compared, or `nil` when all are.
  package var coarse: CoarseStage?
  /// Whose vectors are compared, where several models' are open side by side: 0 is the first.
  package var model: Int

  /// Makes a dense lane.
  /// - Precondition: `dimensions` is positive and `textShare` lies in 0…1.
  package init(
    dimensions: Int, precision: VectorPrecision = .float32, textShare: Double = 0.5,
    coarse: CoarseStage? = nil, model: Int = 0
  ) {
    precondition(dimensions > 0, "dimensions must be positive, not \(dimensions)")
    precondition((0...1).contains(textShare), "text share must lie in 0…1, not \(textShare)")
    self.dimensions = dimensions
    self.precision = precision
    self.textShare = textShare
    self.coarse = coarse
    self.model = model
  }

  /// The bytes that one vector takes under this lane, in both stages where there are two.
  package var bytes: Int {
    precision.bytes(dimensions: dimensions)
      + (coarse.map { $0.precision.bytes(dimensions: $0.dimensions) } ?? 0)
  }
}
