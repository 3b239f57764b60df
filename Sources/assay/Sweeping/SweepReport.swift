internal import Relevance
internal import Retrieval
internal import TerminalUI

/// A sweep as it is printed.
struct SweepReport {
  let index: String
  let itemCount: Int
  let qrels: String
  /// How long the measured rankings are.
  let depth: Int
  let measures: [any Measure]
  let result: SweepResult
  /// What the rows are ordered by; as measured when `nil`.
  let order: SweepCost?

  private let best: [SweepCost: [Set<SweepConfiguration>]]

  init(
    index: String, itemCount: Int, qrels: String, depth: Int, measures: [any Measure], result: SweepResult,
    order: SweepCost?
  ) {
    self.index = index
    self.itemCount = itemCount
    self.qrels = qrels
    self.depth = depth
    self.measures = measures
    self.result = result
    self.order = order
    best = SweepCost.allCases.reduce(into: [:]) { best, cost in
      best[cost] = result.measures.indices.map { measure in
        Set(result.ordered(by: cost, measure: measure).filter(\.isBest).map(\.point.configuration))
      }
    }
  }

  /// Whether nothing of its mode that costs as much or less is worth as much.
  func isBest(_ point: SweepPoint, by cost: SweepCost, measure: Int) -> Bool {
    best[cost]?[measure].contains(point.configuration) ?? false
  }

  /// A table for each measure.
  var table: String {
    let heading = [
      """
      \(Diagnostics.spelledOut(index)): \(Numerals.counted(itemCount, "item")), \(Numerals.counted(result.queryCount, "judged query", plural: "judged queries")) of \
      \(Diagnostics.spelledOut(qrels)); the best \(depth) of each
      """
    ]
    let few =
      result.queryCount < ComparisonMethod.trustedCount
      ? [
        "! \(result.queryCount) queries are fewer than \(ComparisonMethod.trustedCount): intervals say little"
      ] : []
    let blocks = [heading + few] + result.measures.indices.map(block) + [footnotes]
    return blocks.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private func block(_ measure: Int) -> [String] {
    var table = TextTable([
      .words(""), .number("bytes"), .number("ms"), .number(result.measures[measure]), .words("interval"),
      .number("retained"), .words("interval"), .number("judged@\(result.coverageCutoff)"), .words("best at"),
    ])
    let points = order.map { result.ordered(by: $0, measure: measure).map(\.point) } ?? result.points
    for point in points {
      let score = point.scores[measure]
      let marks = [(SweepCost.bytes, "bytes"), (.milliseconds, "ms")]
        .filter { isBest(point, by: $0.0, measure: measure) }.map(\.1)
      table.add([
        point.configuration.label,
        point.configuration.dense == nil ? "–" : Numerals.grouped(point.configuration.bytes),
        point.milliseconds?.fixed(2) ?? "–", score.mean.mean.fixed(4), score.mean.interval?.text(3) ?? "–",
        score.retention.map { ($0.mean * 100).fixed(1) + " %" } ?? "–",
        score.retention?.interval.map {
          Interval(low: $0.low * 100, high: $0.high * 100).text(1)
        } ?? "–",
        point.coverage.fixed(3), marks.joined(separator: " "),
      ])
    }
    return table.lines
  }

  private var footnotes: [String] {
    measures.map { "\($0.title): \($0.definition)" } + [
      """
      intervals: \((100 * result.bootstrap.level).fixed(0)) % percentile bootstrap over queries, \
      \(Numerals.grouped(result.bootstrap.resamples)) samples, seed \(result.bootstrap.seed), the same draws in every row
      """,
      "retained: of the same mode at full length in float32; interval of the quotient of means over the same draws",
      "bytes: of one vector, postings not counted; ms: median of one search by a new query, its encoding not counted",
      "best at bytes, ms: nothing of the mode that costs as much or less scores as much",
    ]
  }

  /// A line for each configuration and measure.
  var csv: String {
    let heading = CSVText.line([
      "configuration", "mode", "dimensions", "precision", "bytes", "milliseconds", "measure", "queries",
      "mean",
      "mean_low", "mean_high", "retention", "retention_low", "retention_high", "coverage", "best_at_bytes",
      "best_at_ms",
    ])
    let lines = result.measures.indices.flatMap { measure in
      let points = order.map { result.ordered(by: $0, measure: measure).map(\.point) } ?? result.points
      return points.map { line($0, measure: measure) }
    }
    return heading + lines.joined()
  }

  private func line(_ point: SweepPoint, measure: Int) -> String {
    func text(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }
    let score = point.scores[measure]
    return CSVText.line([
      point.configuration.label, point.configuration.mode.rawValue,
      point.configuration.dimensions.map(String.init) ?? "", point.configuration.precision?.rawValue ?? "",
      "\(point.configuration.bytes)", text(point.milliseconds), result.measures[measure],
      "\(result.queryCount)", text(score.mean.mean), text(score.mean.interval?.low),
      text(score.mean.interval?.high), text(score.retention?.mean), text(score.retention?.interval?.low),
      text(score.retention?.interval?.high), text(point.coverage),
      "\(isBest(point, by: .bytes, measure: measure))",
      "\(isBest(point, by: .milliseconds, measure: measure))",
    ])
  }
}
