package import Relevance

/// TREC's `qrels_jg`: qrels whose second column says which assessor, or group of assessors, judged.
///
/// trec_eval reads them with `-R qrels_jg`; as plain qrels an item that two assessors judged is there twice, an error.
package struct TRECAssessorsFormat: JudgmentFormat {
  package let name = "trec-jg"
  package let summary = "TREC qrels_jg: qrels with the assessor in the second column"
  package let keepsAssessors = true
  package let hasTRECColumns = true

  /// There is one.
  package init() {}

  package func read(_ bytes: [UInt8], options: FormatOptions) throws(LineError) -> FormatReading {
    try TRECLines.read(bytes, hasAssessors: true)
  }

  package func write(
    _ judgments: [ExportedJudgment], options: FormatOptions
  ) throws(FormatRefusal) -> FormatOutput {
    FormatOutput(
      bytes: try TRECLines.text(of: judgments) { $0.assessor }, omitted: judgments.omissions())
  }
}
