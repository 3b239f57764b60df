package import Relevance

/// TREC qrels: `query iteration document grade`, the iteration ignored.
package struct TRECFormat: JudgmentFormat {
  package let name = "trec"
  package let summary = "TREC qrels"
  package let hasTRECColumns = true

  /// There is one.
  package init() {}

  package func read(_ bytes: [UInt8], options: FormatOptions) throws(LineError) -> FormatReading {
    try TRECLines.read(bytes, hasAssessors: false)
  }

  package func write(
    _ judgments: [ExportedJudgment], options: FormatOptions
  ) throws(FormatRefusal) -> FormatOutput {
    FormatOutput(
      bytes: try TRECLines.text(of: judgments) { _ in "0" }, omitted: judgments.omissions())
  }
}
