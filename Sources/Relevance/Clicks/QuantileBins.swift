/// Ratios of clicks to expected clicks, sorted into the grades of a scale.
///
/// The ratios have no upper end, so they are never grades or gains themselves. A ratio of 0 is the lowest grade; the rest
/// goes to the others.
package struct QuantileBins: Hashable, Sendable {
  /// The largest ratio of each grade above the lowest, but for the highest, which has no end; ascending.
  package let cuts: [Double]
  /// The scale the grades belong to.
  package let scale: Scale

  /// Bins that each hold about as many of the given ratios; equal ratios share a bin.
  package init(of ratios: some Sequence<Double>, scale: Scale) {
    let positive = ratios.filter { $0 > 0 }.sorted()
    let bins = scale.names.count - 1
    self.scale = scale
    cuts =
      bins < 2 || positive.isEmpty
      ? []
      : (1..<bins).map { bin in
        // The smallest value that has at least bin/bins of all values at or below it.
        positive[(bin * positive.count + bins - 1) / bins - 1]
      }
  }

  /// Bins with the given ends, two fewer than the scale has grades; `nil` for another number of cuts, or cuts that don't
  /// ascend from above 0.
  package init?(cuts: [Double], scale: Scale) {
    guard cuts.count == max(0, scale.names.count - 2), cuts.allSatisfy({ $0 > 0 && $0.isFinite }),
      zip(cuts, cuts.dropFirst()).allSatisfy({ $0 < $1 })
    else { return nil }
    self.cuts = cuts
    self.scale = scale
  }

  /// The grade of a ratio.
  package func grade(of ratio: Double) -> Int {
    guard ratio > 0, scale.names.count > 1 else { return scale.lowest }
    return scale.lowest + 1 + cuts.count { $0 < ratio }
  }
}
