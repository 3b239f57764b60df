/// How long it took to measure a run.
struct MeasuresBenchReport: Encodable {
  let queries: Int
  let results: Int
  /// How many numbers each query has.
  let measures: Int
  /// Milliseconds of each round to sort the rankings and compute every measure of every query.
  let evaluate: [Double]
  /// The median of the rounds.
  let median: Double
  let bar: BenchBar
  /// The mean of each measure, so that others can be compared with what was computed.
  let means: [String: Double]
  /// The load average when all was done.
  let load: Double

  /// The figures in a few lines, for people.
  var table: String {
    """
    \(queries) queries × \(results) results, \(measures) measures
    sort and measure: median \(median.fixed(1)) ms of \(evaluate.count) rounds \
    (\((evaluate.min() ?? 0).fixed(1))…\((evaluate.max() ?? 0).fixed(1))); at most \(bar.limit.fixed(0)) \
    \(bar.passed ? "kept" : "missed"); load \(load.fixed(2))
    """ + "\n"
  }
}
