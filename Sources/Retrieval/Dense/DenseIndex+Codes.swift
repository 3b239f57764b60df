extension DenseIndex {
  /// The items' vectors in the format of a lane that keeps few bits of them; derived on first use.
  func codes(_ lane: DenseLane) -> any CodedVectors {
    var key = lane
    key.coarse = nil
    return recentCodes.value(for: key) { derive(lane) }
  }

  private func derive(_ lane: DenseLane) -> any CodedVectors {
    let stop = self.stop(lane.dimensions)
    let prefixes = BlendedPrefixes(
      blend: blend(textShare: lane.textShare), layout: sides[0].layout, stop: stop, pool: pool)
    let directed = factors(stop: stop, textShare: lane.textShare).directed
    switch lane.precision {
    case .binary: return BitVectors(prefixes, directed: directed, comparison: .bits)
    case .asymmetric: return BitVectors(prefixes, directed: directed, comparison: .floats)
    case .twoBit: return TableVectors(prefixes, quantiser: TwoBitQuantiser())
    case .product: return TableVectors(prefixes, quantiser: ProductQuantiser(training: prefixes))
    case .float32, .int8: preconditionFailure("\(lane.precision) is compared as packed")
    }
  }
}
