/// Holm's step-down adjustment of several p values (Holm 1979): compared with a level, the adjusted ones keep the
/// probability of *any* false alarm in the whole family below that level, whatever depends on what.
package enum Holm {
  /// Each p adjusted, in the order given: the i-th smallest of n becomes the largest of (n − j + 1) · p₍ⱼ₎ for j ≤ i, at
  /// most 1.
  package static func adjusted(_ values: [Double]) -> [Double] {
    var adjusted = values
    var floor = 0.0
    for (place, index) in values.indices.sorted(by: { (values[$0], $0) < (values[$1], $1) }).enumerated() {
      floor = max(floor, min(1, Double(values.count - place) * values[index]))
      adjusted[index] = floor
    }
    return adjusted
  }

  /// The same where some comparisons have no p: they stay without one and do not count.
  package static func adjusted(_ values: [Double?]) -> [Double?] {
    var known = adjusted(values.compactMap { $0 })[...]
    return values.map { $0 == nil ? nil : known.popFirst() }
  }
}
