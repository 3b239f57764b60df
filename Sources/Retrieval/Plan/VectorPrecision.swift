/// The number format of the vectors that a dense lane compares.
package enum VectorPrecision: String, CaseIterable, Hashable, Sendable {
  /// IEEE 754 single precision, as encoded.
  case float32
  /// One signed byte per dimension with one scale per vector.
  case int8
  /// One sign bit per dimension, compared by Hamming distance.
  case binary

  /// The size of one vector of `dimensions` components in bytes, with the scale that belongs to it where there is
  /// one, without padding.
  package func bytes(dimensions: Int) -> Int {
    switch self {
    case .float32: 4 * dimensions
    case .int8: dimensions + 4
    case .binary: (dimensions + 7) / 8
    }
  }
}
