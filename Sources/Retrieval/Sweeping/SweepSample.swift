/// What was measured of one configuration, before anything is concluded from it.
package struct SweepSample: Sendable {
  /// What was measured.
  package let configuration: SweepConfiguration
  /// The values: one array for each measure, one element for each query.
  package let values: [[Double]]
  /// How much of the top is judged, by query, 0…1.
  package let coverage: [Double]
  /// The median time of one query's search in milliseconds, without encoding the query; `nil` when it was not measured.
  package let milliseconds: Double?

  /// Makes a sample.
  package init(
    configuration: SweepConfiguration, values: [[Double]], coverage: [Double], milliseconds: Double?
  ) {
    self.configuration = configuration
    self.values = values
    self.coverage = coverage
    self.milliseconds = milliseconds
  }
}
