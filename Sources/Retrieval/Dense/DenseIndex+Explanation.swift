extension DenseIndex {
  /// Takes an item's score apart by Matryoshka band (`0–16`, `16–32`, …) and, in float32 and int8, by text and picture.
  ///
  /// Formats of fewer bits have no split by side: text and picture are blended before they are rounded. Bands are
  /// computed in double precision; the rounding of the score itself to float32 goes to the largest of them.
  ///
  /// - Parameters:
  ///   - ordinal: The item.
  ///   - query: The query's vector at full length.
  ///   - lane: The length, precision and share to compare at.
  /// - Returns: An explanation whose details add up to `score(of:query:lane:)`, or `nil` when the item has no score.
  /// - Precondition: As for `score(of:query:lane:)`.
  package func explanation(of ordinal: UInt32, query: [Float], lane: DenseLane) -> Explanation? {
    let stop = self.stop(lane.dimensions)
    guard let score = score(of: ordinal, query: query, lane: lane),
      let scanned = scannedQuery(query, stop: stop)
    else { return nil }
    var bands: [[Double]]
    switch lane.precision {
    case .float32: bands = floatBands(of: ordinal, query: scanned.query, stop: stop, lane: lane)
    case .int8: bands = byteBands(of: ordinal, query: scanned.query, stop: stop, lane: lane)
    case .binary, .asymmetric, .twoBit, .product:
      let terms = codes(lane).terms(of: ordinal, query: scanned.query, stop: stop)
      bands = bounds(upTo: stop).map { [terms[$0].reduce(0, +)] }
    }
    settle(&bands, score: score)
    let length = "\(lane.dimensions) of \(dimensions[dimensions.count - 1]) dims"
    return Explanation(
      "dense: cosine, \(length), \(lane.precision.rawValue)", value: score,
      details: details(bands, of: ordinal, stop: stop, lane: lane))
  }

  private func details(_ bands: [[Double]], of ordinal: UInt32, stop: Int, lane: DenseLane) -> [Explanation] {
    let weights = blend(textShare: lane.textShare).weights(of: ordinal)
    return zip(bounds(upTo: stop), bands).map { bound, values in
      let label = "dims \(bound.lowerBound)–\(bound.upperBound)"
      guard sides.count > 1, values.count > 1 else {
        return Explanation(label, value: values.reduce(0, +))
      }
      let names = zip(sideNames, [weights.first, weights.second]).map { "\($0) × \($1.brief)" }
      return Explanation(
        label, value: values.reduce(0, +), details: zip(names, values).map { Explanation($0, value: $1) })
    }
  }

  /// By band and side, what float32 components add.
  private func floatBands(of ordinal: UInt32, query: RoundedQuery, stop: Int, lane: DenseLane) -> [[Double]] {
    let vectors = sides.map { $0.vector(of: ordinal) }
    return bands(of: ordinal, query: query, stop: stop, lane: lane) { side, component in
      Double(vectors[side][component]) * Double(query.vector[component])
    }
  }

  /// By band and side, what codes add.
  private func byteBands(of ordinal: UInt32, query: RoundedQuery, stop: Int, lane: DenseLane) -> [[Double]] {
    bands(of: ordinal, query: query, stop: stop, lane: lane) { side, component in
      let packed = sides[side]
      let code = Int(packed.code(row: Int(ordinal), component: component))
      let queryCode = Int(query.codes[packed.layout.paddedPosition(of: component)])
      return Double(code * queryCode) * Double(packed.scales[Int(ordinal)]) * query.step
    }
  }

  private func bands(
    of ordinal: UInt32, query: RoundedQuery, stop: Int, lane: DenseLane,
    product: (_ side: Int, _ component: Int) -> Double
  ) -> [[Double]] {
    let blend = blend(textShare: lane.textShare)
    let weights = blend.weights(of: ordinal)
    let length = (blend.length(of: ordinal, stop: stop) ?? .nan) * query.lengths[stop]
    return bounds(upTo: stop).map { components in
      zip(sides.indices, [weights.first, weights.second]).map { side, weight in
        weight * components.reduce(0) { $0 + product(side, $1) } / length
      }
    }
  }

  /// Adds what rounding took from the score to the largest part.
  private func settle(_ bands: inout [[Double]], score: Double) {
    var largest = (band: 0, part: 0)
    for (band, values) in bands.enumerated() {
      for (part, value) in values.enumerated()
      where value.magnitude > bands[largest.band][largest.part].magnitude {
        largest = (band, part)
      }
    }
    let sum = bands.reduce(0) { $0 + $1.reduce(0, +) }
    bands[largest.band][largest.part] += score - sum
  }

  /// The components between the declared lengths up to a stop.
  private func bounds(upTo stop: Int) -> [Range<Int>] {
    let end = sides[0].layout.stops[stop]
    let ends = dimensions.filter { $0 <= end }
    return zip([0] + ends, ends).map { $0..<$1 }
  }
}
