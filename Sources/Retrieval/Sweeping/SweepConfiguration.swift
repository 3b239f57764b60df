/// One way to rank that a sweep measures: which lanes, and how the vectors are cut and rounded.
package struct SweepConfiguration: Hashable, Sendable {
  /// Which lanes rank.
  package let mode: RankingMode
  /// How vectors are compared; `nil` exactly when the mode is lexical.
  package let dense: DenseLane?

  /// Makes a configuration with vectors.
  /// - Precondition: `mode` is not lexical.
  package init(_ mode: RankingMode, _ dense: DenseLane) {
    precondition(mode != .lexical, "a lexical configuration has no vectors")
    self.mode = mode
    self.dense = dense
  }

  private init() {
    mode = .lexical
    dense = nil
  }

  /// The one without vectors, which stands beside the others for comparison.
  package static let lexical = SweepConfiguration()

  /// Bytes that one vector takes, 0 without vectors; postings are not counted.
  package var bytes: Int { dense?.bytes ?? 0 }

  /// The length of the compared prefix, or `nil` without vectors.
  package var dimensions: Int? { dense?.dimensions }

  /// The number format of the vectors, or `nil` without any.
  package var precision: VectorPrecision? { dense?.precision }

  /// What it is called: `dense 64 int8`, `hybrid 256 float32`, `lexical`.
  package var label: String {
    guard let dense else { return mode.rawValue }
    let stages = dense.coarse.map { "\($0.summary) → " } ?? ""
    return "\(mode.rawValue) \(stages)\(dense.dimensions) \(dense.precision.rawValue)"
  }
}
