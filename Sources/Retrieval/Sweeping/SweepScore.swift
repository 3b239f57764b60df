package import Relevance

/// One configuration by one measure.
package struct SweepScore: Hashable, Sendable {
  /// The score of each query, in the sweep's order.
  package let values: [Double]
  /// The mean over the queries, with its interval.
  package let mean: MeanEstimate
  /// The mean as a share of that of the same mode at full length in float32, with the interval of the quotient over
  /// the same draws of queries; `nil` where there is no such configuration or it scores 0.
  package let retention: MeanEstimate?

  init(_ values: [Double], full: [Double]?, bootstrap: Bootstrap) {
    self.values = values
    mean = MeanEstimate(values, by: bootstrap)
    retention = full.flatMap { full in
      guard let whole = Sample.mean(full), whole != 0, let own = Sample.mean(values) else { return nil }
      return MeanEstimate(mean: own / whole, interval: bootstrap.interval(ofRatio: values, to: full))
    }
  }
}
