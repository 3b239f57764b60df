import Retrieval

/// The float32 lane to the bit: every item is scored by itself, sorted, and cut.
struct FloatOracle {
  /// Row-major vectors by side; one side or two.
  let sides: [[[Float]]]

  var count: Int { sides[0].count }

  /// The scores of all items, `nil` where there is none.
  func scores(of query: [Float], dimensions: Int, textShare: Double) -> [Double?] {
    let length = square(query.prefix(dimensions)).squareRoot()
    return (0..<count).map { item in
      guard length > 0, let norm = norm(of: item, dimensions: dimensions, textShare: textShare) else {
        return nil
      }
      let weights = self.weights(of: item, textShare: textShare)
      let products = sides.map { Double(dot($0[item].prefix(dimensions), query.prefix(dimensions))) }
      let product = zip(weights, products).dropFirst().reduce(weights[0] * products[0]) { $0 + $1.0 * $1.1 }
      return product / (norm * length) + 0
    }
  }

  /// The eligible items in total order.
  func ranking(
    of query: [Float], dimensions: Int, textShare: Double, within eligible: ItemSet? = nil
  ) -> [(ordinal: UInt32, score: Double)] {
    scores(of: query, dimensions: dimensions, textShare: textShare).enumerated()
      .compactMap { item, score in score.map { (ordinal: UInt32(item), score: $0) } }
      .filter { eligible?.contains($0.ordinal) ?? true }
      .sorted { (Float($0.score), $1.ordinal) > (Float($1.score), $0.ordinal) }
  }

  private func weights(of item: Int, textShare: Double) -> [Double] {
    guard sides.count == 2 else { return [1] }
    let isThere = sides.map { Float(square($0[item][...])) > 0 }
    return switch (isThere[0], isThere[1]) {
    case (true, true): [textShare, 1 - textShare]
    case (true, false): [1, 0]
    case (false, true): [0, 1]
    case (false, false): [0, 0]
    }
  }

  private func norm(of item: Int, dimensions: Int, textShare: Double) -> Double? {
    let weights = self.weights(of: item, textShare: textShare)
    let squares = sides.map { Double(Float(square($0[item].prefix(dimensions)))) }
    let parts = zip(weights, squares).map { $0 * $0 * $1 }
    let uncorrelated = parts.dropFirst().reduce(parts[0], +)
    var total = uncorrelated
    if sides.count == 2 {
      let cross = zip(sides[0][item], sides[1][item]).prefix(dimensions).reduce(0.0) {
        $0 + Double($1.0) * Double($1.1)
      }
      total += 2 * weights[0] * weights[1] * Double(Float(cross))
    }
    return total > 0x1p-16 * uncorrelated ? total.squareRoot() : nil
  }

  private func square(_ vector: ArraySlice<Float>) -> Double {
    vector.reduce(0) { $0 + Double($1) * Double($1) }
  }

  /// Sixteen lanes of fused multiply-adds, then their sum, pairwise.
  private func dot(_ left: ArraySlice<Float>, _ right: ArraySlice<Float>) -> Float {
    var lanes = [Float](repeating: 0, count: 16)
    for (index, (a, b)) in zip(left, right).enumerated() {
      lanes[index % 16].addProduct(a, b)
    }
    for half in [8, 4, 2, 1] {
      for lane in 0..<half { lanes[lane] += lanes[lane + half] }
    }
    return lanes[0]
  }
}
