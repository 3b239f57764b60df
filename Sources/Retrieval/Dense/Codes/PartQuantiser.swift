/// Replaces a few components of a vector at a time by a byte that names an entry of a codebook.
protocol PartQuantiser: Sendable {
  /// How many components one byte stands for, at most `ASSAY_PART`.
  var width: Int { get }

  /// The entries of a part, side by side: `[ASSAY_PART components][256]`, with zeros beyond the part's components.
  func codebook(_ part: Int) -> [Float]

  /// Gives the code of every part of a prefix.
  ///
  /// - Parameters:
  ///   - prefix: The components.
  ///   - dimensions: How many there are.
  ///   - length: Their Euclidean length, above 0.
  ///   - store: Takes each part and its code.
  /// - Returns: The squared length of the reconstruction.
  func encode(
    _ prefix: UnsafePointer<Float>, dimensions: Int, length: Double,
    store: (_ part: Int, _ code: UInt8) -> Void
  ) -> Double
}
