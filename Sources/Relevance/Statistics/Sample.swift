/// What is known about some numbers without any assumption: mean, deviation, quantiles.
package enum Sample {
  /// The mean, or `nil` of nothing.
  package static func mean(_ values: some Collection<Double>) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  /// The variance of the population that the values are a sample of, `Σ (x − mean)² / (n − 1)`; `nil` of fewer than
  /// two values.
  package static func variance(_ values: [Double]) -> Double? {
    guard values.count > 1, let mean = mean(values) else { return nil }
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
  }

  /// The value below which a share of the sorted values lies, interpolated linearly between neighbours (type 7 of
  /// Hyndman and Fan 1996, what NumPy and R do unless told otherwise); `nil` of nothing.
  /// - Precondition: `share` lies in 0…1; `sorted` ascends.
  package static func quantile(_ share: Double, ofSorted sorted: [Double]) -> Double? {
    precondition((0...1).contains(share), "a share of \(share)")
    guard let last = sorted.indices.last else { return nil }
    let position = share * Double(last)
    let below = Int(position)
    guard below < last else { return sorted[last] }
    return sorted[below] + (position - Double(below)) * (sorted[below + 1] - sorted[below])
  }

  /// The median, or `nil` of nothing.
  package static func median(_ values: [Double]) -> Double? {
    quantile(0.5, ofSorted: values.sorted())
  }
}
