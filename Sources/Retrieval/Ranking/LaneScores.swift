/// What one lane thinks of every item: a score, or nothing.
package struct LaneScores: Hashable, Sendable {
  /// Scores by ordinal; negative infinity marks an item that the lane did not score.
  private let values: [Double]

  /// Wraps scores by ordinal.
  ///
  /// `NaN` and negative infinity mean "not scored"; −0 becomes 0, so that equal scores have equal bits.
  /// - Complexity: O(n).
  package init(_ values: [Double]) {
    self.values = values.map { $0.isNaN ? Self.absent : $0 + 0 }
  }

  /// How many items there are, scored or not.
  package var count: Int { values.count }

  /// The score of an item, or `nil` when the lane did not score it.
  package subscript(ordinal: UInt32) -> Double? {
    let value = values[Int(ordinal)]
    return value == Self.absent ? nil : value
  }

  private static let absent = -Double.infinity
}
