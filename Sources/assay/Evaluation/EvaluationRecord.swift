internal import Relevance

/// One measure of an evaluation, for all queries or for one, as `--format json` and `csv` have it.
struct EvaluationRecord: Encodable {
  /// The two ends of an interval.
  struct Range: Encodable {
    let low: Double
    let high: Double

    init?(_ interval: Interval?) {
      guard let interval else { return nil }
      // Sums that ought to be 1 may be a rounding error above.
      (low, high) = (interval.low, interval.high > 1 && interval.high < 1 + 1e-12 ? 1 : interval.high)
    }
  }

  /// Where a score was lost.
  struct Lost: Encodable {
    let order: Double
    let cutoff: Double
    let unretrieved: Double
    let best: Double

    init?(_ loss: ScoreLoss?) {
      guard let loss else { return nil }
      (order, cutoff, unretrieved, best) = (loss.order, loss.cutoff, loss.unretrieved, loss.best)
    }
  }

  let measure: String
  let definition: String?
  /// The query's id; `all` for the summary.
  let query: String
  let value: Double
  /// The share of the items that count which are judged.
  let judged: Double
  /// What other queries would have made of the mean.
  let sampling: Range?
  /// What judging the unjudged could make of the value.
  let unjudged: Range?
  /// The weight of the ranks that nobody judged and of those after the last, where ranks have weights.
  let residual: Double?
  let lost: Lost?

  init(_ row: EvaluationReport.Row) {
    measure = row.measure.title
    definition = row.measure.definition
    query = "all"
    value = row.value
    judged = row.coverage
    sampling = Range(row.sampling)
    unjudged = Range(row.unjudged)
    residual = row.residual
    lost = Lost(row.loss)
  }

  init(_ row: EvaluationReport.QueryRow, of measure: any Measure) {
    self.measure = measure.title
    definition = nil
    query = row.query.text
    value = row.value
    judged = row.coverage
    sampling = nil
    unjudged = Range(row.unjudged)
    residual = row.residual
    lost = Lost(row.loss)
  }

  /// The first line of `--format csv`.
  static let csvHeader = CSVText.line([
    "measure", "query", "value", "judged", "sampling_low", "sampling_high", "unjudged_low", "unjudged_high",
    "lost_order", "lost_cutoff", "lost_unretrieved", "residual",
  ])

  /// The record as a line of `--format csv`; what means nothing is left empty.
  var csv: String {
    func number(_ value: Double?) -> String { value.map { $0.fixed(6) } ?? "" }
    return CSVText.line(
      [measure, query]
        + [
          value, judged, sampling?.low, sampling?.high, unjudged?.low, unjudged?.high, lost?.order,
          lost?.cutoff,
          lost?.unretrieved, residual,
        ].map(number))
  }

  /// The records of a report, each query's before the summary.
  static func all(of report: EvaluationReport, perQuery: Bool) -> [EvaluationRecord] {
    report.rows.flatMap { row in
      (perQuery && row.measure.summary.hasQueryValues
        ? row.queries.map { EvaluationRecord($0, of: row.measure) } : []) + [EvaluationRecord(row)]
    }
  }
}
