import Retrieval

/// The dense lane written down as its definition says, in double precision, one item at a time.
struct DenseOracle {
  let text: [[Double]]
  let picture: [[Double]]

  /// The score of an item, or `nil` when it has no direction; product quantisation, whose codebooks are trained, has
  /// no such definition.
  func score(of item: Int, query: [Float], lane: DenseLane) -> Double? {
    let full = query.map(Double.init)
    let vector = Array(blended(item, share: lane.textShare).prefix(lane.dimensions))
    let query = Array(full.prefix(lane.dimensions))
    guard hasDirection(item, lane), length(query) > 0 else { return nil }
    switch lane.precision {
    case .float32, .product: return cosine(vector, query)
    case .int8:
      let text = Array(rounded(text[item]).prefix(lane.dimensions))
      let picture = Array(rounded(picture[item]).prefix(lane.dimensions))
      let codes = Array(rounded(full).prefix(lane.dimensions))
      let (first, second) = weights(item, share: lane.textShare)
      return (first * dot(text, codes) + second * dot(picture, codes)) / (length(vector) * length(query))
    case .binary: return cosine(signs(vector), signs(query))
    case .asymmetric: return cosine(signs(vector), query)
    case .twoBit:
      let deviation = length(vector) / Double(vector.count).squareRoot()
      return cosine(vector.map { level($0 / deviation) }, query)
    }
  }

  private func blended(_ item: Int, share: Double) -> [Double] {
    let (first, second) = weights(item, share: share)
    return zip(text[item], picture[item]).map { first * $0 + second * $1 }
  }

  private func weights(_ item: Int, share: Double) -> (Double, Double) {
    if length(picture[item]) == 0 { return (1, 0) }
    if length(text[item]) == 0 { return (0, 1) }
    return (share, 1 - share)
  }

  /// How far a score may be off where the two sides partly cancel: stored squares are rounded to float32.
  func tolerance(of item: Int, lane: DenseLane) -> Double {
    let part = uncancelled(item, lane)
    return 2e-6 / (part * part)
  }

  /// Whether a prefix is there and more than 1/256 as long as it would be if the sides were orthogonal.
  private func hasDirection(_ item: Int, _ lane: DenseLane) -> Bool { uncancelled(item, lane) > 1 / 256 }

  /// The length of a blended prefix over that if the sides were orthogonal.
  private func uncancelled(_ item: Int, _ lane: DenseLane) -> Double {
    let vector = blended(item, share: lane.textShare).prefix(lane.dimensions)
    let (first, second) = weights(item, share: lane.textShare)
    let text = first * length(Array(text[item].prefix(lane.dimensions)))
    let picture = second * length(Array(picture[item].prefix(lane.dimensions)))
    let uncorrelated = (text * text + picture * picture).squareRoot()
    return uncorrelated > 0 ? length(Array(vector)) / uncorrelated : 0
  }

  private func rounded(_ vector: [Double]) -> [Double] {
    let step = (vector.map(abs).max() ?? 0) / 127
    return step == 0 ? vector : vector.map { ($0 / step).rounded(.toNearestOrEven) * step }
  }

  private func signs(_ vector: [Double]) -> [Double] { vector.map { $0 > 0 ? 1 : -1 } }

  private func level(_ value: Double) -> Double {
    let magnitude = abs(value) > 0.9816 ? 1.510 : 0.4528
    return value > 0 ? magnitude : -magnitude
  }

  private func cosine(_ left: [Double], _ right: [Double]) -> Double {
    dot(left, right) / (length(left) * length(right))
  }

  private func length(_ vector: [Double]) -> Double { dot(vector, vector).squareRoot() }

  private func dot(_ left: [Double], _ right: [Double]) -> Double {
    zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
