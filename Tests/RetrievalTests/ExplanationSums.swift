import Retrieval
import Testing

/// Expects that, wherever an explanation says so, its details add up.
func expectSums(_ explanation: Explanation, sourceLocation: SourceLocation = #_sourceLocation) {
  for detail in explanation.details { expectSums(detail, sourceLocation: sourceLocation) }
  guard explanation.combines == .sum, !explanation.details.isEmpty else { return }
  let sum = explanation.details.reduce(0) { $0 + $1.value }
  let magnitude = explanation.details.map { abs($0.value) }.max() ?? 0
  #expect(
    abs(sum - explanation.value) <= 1e-6 * max(magnitude, abs(explanation.value)),
    "\(explanation.label): \(sum) instead of \(explanation.value)", sourceLocation: sourceLocation)
}
