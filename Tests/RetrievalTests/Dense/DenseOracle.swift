import Retrieval

/// The dense lane written down as its definition says, in double precision, one item at a time.
struct DenseOracle {
  let text: [[Double]]
  let picture: [[Double]]

  /// The score of an item, or `nil` when it has no direction.
  func score(of item: Int, query: [Float], lane: DenseLane) -> Double? {
    let vector = unit(Array(blended(item, share: lane.textShare).prefix(lane.dimensions)))
    let query = unit(query.prefix(lane.dimensions).map(Double.init))
    guard let vector, let query else { return nil }
    switch lane.precision {
    case .float32: return dot(vector, query)
    case .int8: return dot(rounded(vector), rounded(query))
    case .binary:
      let distance = zip(vector, query).count { ($0 > 0) != ($1 > 0) }
      return 1 - 2 * Double(distance) / Double(lane.dimensions)
    }
  }

  private func blended(_ item: Int, share: Double) -> [Double] {
    if picture[item].allSatisfy({ $0 == 0 }) { return text[item] }
    if text[item].allSatisfy({ $0 == 0 }) { return picture[item] }
    return zip(text[item], picture[item]).map { share * $0 + (1 - share) * $1 }
  }

  private func unit(_ vector: [Double]) -> [Double]? {
    let length = dot(vector, vector).squareRoot()
    return length > 1e-6 ? vector.map { $0 / length } : nil
  }

  private func rounded(_ vector: [Double]) -> [Double] {
    let step = (vector.map(abs).max() ?? 0) / 127
    return vector.map { ($0 / step).rounded(.toNearestOrAwayFromZero) * step }
  }

  private func dot(_ left: [Double], _ right: [Double]) -> Double {
    zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
