internal import Relevance

/// Whether the order of columns is the same under two sets of judgments, such as a person's and those of clicks.
///
/// Both are measured on the queries that both judge, so that nothing but the judgments differs.
struct JudgmentReversal {
  /// One column against the first, by one measure.
  struct Row {
    let measure: String
    let column: ComparedColumn
    let first: PairedComparison
    let second: PairedComparison

    /// What becomes of the order.
    var verdict: Verdict {
      let signs = (Self.sign(first.delta.mean), Self.sign(second.delta.mean))
      if signs.0 * signs.1 >= 0 { return signs == (0, 0) || signs.0 == signs.1 ? .same : .vanishes }
      return first.isCertain && second.isCertain ? .flips : .flipsWithinNoise
    }

    private static func sign(_ value: Double) -> Int {
      abs(value) <= WinTieLoss.epsilon ? 0 : value < 0 ? -1 : 1
    }
  }

  /// What becomes of the order of two columns under other judgments.
  enum Verdict: String {
    case same = "same order"
    case vanishes = "a difference under one only"
    case flipsWithinNoise = "flips, within the noise"
    case flips = "flips"
  }

  let path: String
  /// How many queries both judge.
  let queryCount: Int
  let rows: [Row]

  init(
    path: String, columns: [ComparedColumn], measures: [any Measure], first: Qrels, second: Qrels,
    grading: Evaluation.Reading, method: ComparisonMethod
  ) {
    let shared = Evaluation.queries(of: first).filter { !second[$0].isEmpty }
    let sides = [first, second].map { qrels in
      MeasureTable(
        columns: columns.map(\.run),
        qrels: Qrels(shared.reduce(into: [:]) { $0[$1] = qrels[$1] }), measures: measures, grading: grading)
    }
    self.path = path
    queryCount = shared.count
    rows = measures.indices.flatMap { index in
      let pairs = sides.map { $0.comparison(index, method: method).pairs }
      return columns.indices.dropFirst().map { column in
        Row(
          measure: measures[index].title, column: columns[column], first: pairs[0][column - 1],
          second: pairs[1][column - 1])
      }
    }
  }
}

extension PairedComparison {
  /// Whether the interval of the difference lies on one side of 0.
  var isCertain: Bool { delta.interval.map { !$0.contains(0) } ?? false }
}
