internal import Relevance

extension ComparisonReport {
  /// A line for each measure, slice and column; the slice of all queries is called `all`.
  var csv: String {
    let heading = CSVText.line([
      "measure", "slice", "queries", "column", "name", "mean", "mean_low", "mean_high", "coverage", "delta",
      "delta_low", "delta_high", "p", "p_is_exact", "p_t", "p_holm", "wins", "ties", "losses",
    ])
    return heading
      + parts.map { part in
        lines(part, slice: "all", part.comparison, coverage: part.coverage)
          + part.slicings.flatMap { slicing in
            slicing.slices.map {
              lines(part, slice: "\(slicing.column.rawValue)=\($0.name)", $0.comparison, coverage: nil)
            }
          }.joined()
      }.joined()
  }

  /// A line for each measure, query and column.
  var queryCSV: String {
    let heading = CSVText.line(["measure", "query", "kind", "split", "column", "name", "value", "delta"])
    return heading
      + parts.flatMap { part in
        part.comparison.queries.enumerated().flatMap { index, id in
          columns.enumerated().map { position, column in
            let value = part.comparison.values[position][index]
            return CSVText.line([
              part.measure.title, id.text, queries.query(id).kind ?? "", queries.query(id).split ?? "",
              column.letter, column.name,
              "\(value)", position == 0 ? "" : "\(value - part.comparison.values[0][index])",
            ])
          }
        }
      }.joined()
  }

  private func lines(
    _ part: Part, slice: String, _ comparison: MeasureComparison, coverage: [Double]?
  ) -> String {
    columns.enumerated().map { index, column in
      let mean = comparison.means[index]
      let lead =
        [
          part.measure.title, slice, "\(comparison.queries.count)", column.letter, column.name,
          "\(mean.mean)",
        ]
        + Self.ends(mean.interval) + [coverage.map { "\($0[index])" } ?? ""]
      guard index > 0 else { return CSVText.line(lead + Array(repeating: "", count: 10)) }
      let pair = comparison.pairs[index - 1]
      return CSVText.line(
        lead + ["\(pair.delta.mean)"] + Self.ends(pair.delta.interval)
          + [
            pair.randomisation.map { "\($0.p)" } ?? "", pair.randomisation.map { "\($0.isExact)" } ?? "",
            pair.tTest.map { "\($0.p)" } ?? "", pair.adjustedP.map { "\($0)" } ?? "",
            "\(pair.record.wins)", "\(pair.record.ties)", "\(pair.record.losses)",
          ])
    }.joined()
  }

  private static func ends(_ interval: Interval?) -> [String] {
    interval.map { ["\($0.low)", "\($0.high)"] } ?? ["", ""]
  }
}
