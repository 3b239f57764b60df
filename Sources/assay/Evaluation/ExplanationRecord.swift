internal import Relevance

/// One score opened, as `--explain` prints it in JSON.
struct ExplanationRecord: Encodable {
  /// One rank.
  struct Rank: Encodable {
    let rank: Int
    let item: String?
    let grade: Int?
    let gain: Double?
    let discount: Double?
    let adds: Double?
    let idealGrade: Int?
    let idealAdds: Double?
  }

  let query: String
  let measure: String
  let definition: String
  let score: Double
  let sum: Double?
  let norm: Double?
  let ranks: [Rank]
  let lost: EvaluationRecord.Lost?
  let unjudged: EvaluationRecord.Range?
  let residual: Double?

  init(_ measure: any Measure, _ printer: ExplanationPrinter) {
    let explanation = MeasureExplanation(measure, printer.topic)
    query = printer.query.text
    self.measure = measure.title
    definition = measure.definition
    score = measure.score(printer.topic)
    sum = explanation?.sum
    norm = explanation?.norm
    ranks = (explanation?.rows ?? []).map { row in
      Rank(
        rank: row.rank, item: row.document?.text, grade: row.grade, gain: row.term?.gain,
        discount: row.term?.discount, adds: row.term?.value, idealGrade: row.ideal?.grade,
        idealAdds: row.ideal?.term.value)
    }
    lost = EvaluationRecord.Lost(ScoreLoss(measure, printer.topic))
    residual = measure.residual(printer.topic)
    unjudged = EvaluationRecord.Range(
      UnjudgedBounds.interval(of: measure, printer.uncondensed, highest: printer.highest))
  }
}
