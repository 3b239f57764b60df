import Embeddings

extension DenseIndex {
  /// Takes an item's score apart by Matryoshka band (`0–16`, `16–32`, …) and, in float32, by text and picture.
  ///
  /// The bands of rounded vectors have no such split: text and picture are blended before they are rounded.
  ///
  /// - Parameters:
  ///   - ordinal: The item.
  ///   - query: The query's vector at full length.
  ///   - lane: The length, precision and share to compare at.
  /// - Returns: An explanation whose details add up to `scores(of:lane:)`, or `nil` when the item has no score.
  /// - Precondition: As for `scores(of:lane:)`; `ordinal` is an item.
  package func explanation(of ordinal: UInt32, query: [Float], lane: DenseLane) -> Explanation? {
    guard let score = scores(of: query, lane: lane)[ordinal] else { return nil }
    let bands =
      lane.precision == .float32
      ? blendedBands(of: Int(ordinal), query: query, lane: lane)
      : roundedBands(of: Int(ordinal), query: query, lane: lane)
    let length = "\(lane.dimensions) of \(text.dimensions) dims"
    return Explanation(
      "dense: cosine, \(length), \(lane.precision.rawValue)", value: score, details: bands)
  }

  private func blendedBands(of item: Int, query: [Float], lane: DenseLane) -> [Explanation] {
    let dots = self.dots(of: query)
    let stop = self.stop(of: lane)
    let blend = norms.blend(of: item, textShare: lane.textShare)
    let length = norms.norm(of: item, stop: stop, blend: blend) * norm(query.prefix(lane.dimensions))
    return (0...stop).map { band in
      func added(_ sums: [Float]) -> Double {
        let below = band == 0 ? 0 : Double(sums[(band - 1) * count + item])
        return Double(sums[band * count + item]) - below
      }
      let sides = [
        Explanation("text × \(blend.text.brief)", value: blend.text * added(dots.text) / length),
        Explanation("picture × \(blend.picture.brief)", value: blend.picture * added(dots.picture) / length),
      ]
      return Explanation(label(ofBand: band), value: sides[0].value + sides[1].value, details: sides)
    }
  }

  private func roundedBands(of item: Int, query: [Float], lane: DenseLane) -> [Explanation] {
    let terms = codes(lane).terms(of: item, query: query.prefix(lane.dimensions))
    return (0...stop(of: lane)).map { band in
      let start = band == 0 ? 0 : dimensions[band - 1]
      return Explanation(label(ofBand: band), value: terms[start..<dimensions[band]].reduce(0, +))
    }
  }

  private func label(ofBand band: Int) -> String {
    "dims \(band == 0 ? 0 : dimensions[band - 1])–\(dimensions[band])"
  }
}
