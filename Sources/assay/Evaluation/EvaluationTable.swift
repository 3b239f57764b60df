internal import Relevance
internal import TerminalUI

/// An evaluation as tables for people.
struct EvaluationTable {
  let report: EvaluationReport

  /// The measures with what is known about each mean.
  var summary: String {
    let hasResiduals = report.rows.contains { $0.residual != nil }
    let level = Int((report.bootstrap.level * 100).rounded())
    var table = TextTable(
      [.words("measure")]
        + [
          "mean", "\(level) % by queries", "if all were judged", "judged", "lost: order", "cut off",
          "not retrieved",
        ].map { .number($0) } + (hasResiduals ? [.number("residual")] : []))
    for row in report.rows {
      let loss = row.loss
      table.add([
        row.measure.title, Self.value(row.value, of: row.measure), Self.range(row.sampling),
        Self.range(row.unjudged), row.sampling == nil && row.unjudged == nil ? "" : Self.share(row.coverage),
        Self.number(loss?.order), row.measure.cutoff == nil ? "" : Self.number(loss?.cutoff),
        Self.number(loss?.unretrieved), Self.number(row.residual),
      ])
    }
    return table.lines.joined(separator: "\n") + "\n"
  }

  /// The queries with their scores by each measure that has any.
  var queries: String {
    let rows = report.rows.filter(\.measure.summary.hasQueryValues)
    var table = TextTable([.words("query")] + rows.map { .number($0.measure.title) })
    for (place, query) in report.queries.enumerated() {
      table.add(
        [query.text] + rows.map { Self.value($0.queries[place].value, of: $0.measure) })
    }
    return table.lines.joined(separator: "\n") + "\n"
  }

  /// What the columns of the summary are.
  var legend: String {
    let samples = Numerals.grouped(report.bootstrap.resamples)
    var sentences = [
      "by queries: \(samples) bootstrap samples of the queries, seed \(report.bootstrap.seed).",
      "if all were judged: from the worst to the best that grades 0…\(report.highest) for every unjudged item could "
        + "make of the mean.",
      "lost: what a better order within the cutoff, retrieved items below it, and items not retrieved would have added.",
    ]
    if report.rows.contains(where: { $0.residual != nil }) {
      sentences.append("residual: the weight of unjudged ranks and of those after the last.")
    }
    let width = TextOutput.columns
    return sentences.flatMap { Fitting.wrap($0, columns: width) }.map { $0 + "\n" }.joined()
  }

  static func value(_ value: Double, of measure: any Measure) -> String {
    measure.summary.isCount ? String(Int(value)) : value.fixed(4)
  }

  static func number(_ value: Double?) -> String {
    // Rounding leaves sums a hair below zero.
    value.map { max(0, $0).fixed(4) } ?? ""
  }

  static func range(_ interval: Interval?) -> String {
    interval.map { "\($0.low.fixed(4))…\($0.high.fixed(4))" } ?? ""
  }

  private static func share(_ value: Double) -> String { (100 * value).fixed(1) + " %" }
}
