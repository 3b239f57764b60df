/// One configuration of a sweep with what it costs and is worth.
package struct SweepPoint: Hashable, Sendable {
  /// What was measured.
  package let configuration: SweepConfiguration
  /// A score for each measure, in the sweep's order.
  package let scores: [SweepScore]
  /// How much of the top is judged on average, 0…1.
  package let coverage: Double
  /// The median time of one query's search in milliseconds; `nil` when it was not measured.
  package let milliseconds: Double?
}
