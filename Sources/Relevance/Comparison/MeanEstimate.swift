/// A mean over queries with the interval that other queries of the kind would have moved it in.
package struct MeanEstimate: Hashable, Sendable, Codable {
  /// The mean; 0 over no queries.
  package let mean: Double
  /// Its interval, or `nil` over fewer than two queries.
  package let interval: Interval?

  /// Estimates the mean of one value for each query.
  package init(_ values: [Double], by bootstrap: Bootstrap) {
    mean = Sample.mean(values) ?? 0
    interval = bootstrap.interval(ofMean: values)
  }

  /// Takes what is known already.
  package init(mean: Double, interval: Interval?) {
    self.mean = mean
    self.interval = interval
  }
}
