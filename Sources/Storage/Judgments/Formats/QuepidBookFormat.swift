package import Relevance

/// A book of Quepid's: the judgments of several people, as JSON with notes or as a table with a column for each judge.
///
/// "Not rateable" is "can't tell", "judge later" is a flag and an explanation is a note. The table holds ratings only and
/// is written when the file's name ends with `.csv`.
package struct QuepidBookFormat: JudgmentFormat {
  package let name = "quepid-book"
  package let summary = "a Quepid book: JSON with notes, or CSV with a column for each judge"
  package let keepsAssessors = true

  package func carriesScale(_ options: FormatOptions) -> Bool { !options.wantsTable }

  /// There is one.
  package init() {}

  package func read(_ bytes: [UInt8], options: FormatOptions) throws(LineError) -> FormatReading {
    if JSONDocument.isLikely(bytes) { return try QuepidBookDocument.read(bytes) }
    return try QuepidBookTable.read(bytes)
  }

  package func write(
    _ judgments: [ExportedJudgment], options: FormatOptions
  ) throws(FormatRefusal) -> FormatOutput {
    try QueryTexts.check(judgments)
    if options.wantsTable { return try QuepidBookTable.write(judgments) }
    return QuepidBookDocument.write(judgments, options: options)
  }
}
