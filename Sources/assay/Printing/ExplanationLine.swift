internal import Retrieval

/// An explanation as JSON.
struct ExplanationLine: Encodable {
  let label: String
  let value: Double
  let sums: Bool
  let details: [ExplanationLine]
  let background: [ExplanationLine]

  init(_ node: Explanation) {
    label = node.label
    value = node.value
    sums = node.combines == .sum
    details = node.details.map(ExplanationLine.init)
    background = node.background.map(ExplanationLine.init)
  }
}
