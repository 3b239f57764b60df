/// The number format of the vectors that a dense lane compares: a configuration whose loss can be judged at its size.
///
/// The score is the cosine of the query's prefix with what the format keeps of the item's.
package enum VectorPrecision: String, CaseIterable, Hashable, Sendable {
  /// IEEE 754 single precision, as encoded.
  case float32
  /// One signed byte per dimension with one scale per vector, on both sides.
  case int8
  /// One sign bit per dimension on both sides, compared by Hamming distance.
  case binary
  /// One sign bit per dimension of the item, compared with the query in float32.
  case asymmetric
  /// Two bits per dimension of the item: the four levels that lose least of normally distributed components (Max
  /// 1960), compared with the query in float32.
  case twoBit = "2-bit"
  /// Product quantisation: one byte for every eight dimensions of the item, the nearest of 256 centroids (Jégou, Douze
  /// and Schmid 2011), compared with the query in float32.
  case product = "pq"

  /// The size of one vector of `dimensions` components in bytes, with the scale that belongs to it where there is
  /// one, without padding and without what all vectors share.
  package func bytes(dimensions: Int) -> Int {
    switch self {
    case .float32: 4 * dimensions
    case .int8: dimensions + 4
    case .binary, .asymmetric, .product: (dimensions + 7) / 8
    case .twoBit: (dimensions + 3) / 4
    }
  }
}
