/// A measure as another tool reports it.
package struct ToolMeasure: Measure {
  /// What is computed before rounding.
  package let base: NDCG
  package let name: String
  package let summary: MeasureSummary
  /// To how many decimals each query's score is rounded; not at all when `nil`.
  package let decimals: Int?
  private let tool: SearchTool

  init(_ tool: SearchTool, of base: NDCG, decimals: Int? = nil, summary: MeasureSummary = .mean) {
    self.tool = tool
    self.base = base
    self.name = tool.rawValue + ":" + MeasureTitle.spell("nDCG", cutoff: base.cutoff)
    self.summary = summary
    self.decimals = decimals
  }

  package var cutoff: Int? { base.cutoff }
  package var definition: String {
    base.definition + (decimals.map { "; each score rounded to \($0) decimals" } ?? "")
      + (summary == .meanOfAnswered ? "; queries without an answer are left out of the mean" : "")
  }

  package func score(_ topic: JudgedRanking) -> Double { rounded(base.score(topic)) }
  package func terms(_ topic: JudgedRanking) -> MeasureTerms? { base.terms(topic) }
  package func worth(of grade: Int, in topic: JudgedRanking) -> Double? { base.worth(of: grade, in: topic) }

  /// A score as the tool rounds it.
  func rounded(_ score: Double) -> Double {
    guard let decimals else { return score }
    let unit = (0..<decimals).reduce(1.0) { unit, _ in unit * 10 }
    return (score * unit).rounded() / unit
  }
}
