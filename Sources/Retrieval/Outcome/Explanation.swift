/// A score taken apart: a value, what it is, and the details it is made of.
///
/// Wherever `combines` is `.sum`, the details add up to `value` within 1e-6 (relative to the larger magnitude).
package struct Explanation: Hashable, Sendable {
  /// How details relate to the value above them.
  package enum Combination: Hashable, Sendable {
    /// The details add up to the value.
    case sum
    /// The details are inputs of a formula that `label` names; they do not add up.
    case inputs
  }

  /// What the value is, in words a search engineer would use, such as `dense: cosine, 64 of 256 dims`.
  package let label: String
  /// The number itself.
  package let value: Double
  /// How `details` make up `value`.
  package let combines: Combination
  /// The numbers one step below; empty for a leaf.
  package let details: [Explanation]
  /// What inputs among the details were in turn made from, to be shown after them; no part of the sum.
  package let background: [Explanation]

  /// Makes a node of an explanation.
  package init(
    _ label: String, value: Double, combines: Combination = .sum, details: [Explanation] = [],
    background: [Explanation] = []
  ) {
    self.label = label
    self.value = value
    self.combines = combines
    self.details = details
    self.background = background
  }
}
