internal import Relevance

/// Everything that `assay compare` says, before it is printed.
struct ComparisonReport {
  /// One measure over all queries and in each slice.
  struct Part {
    let measure: any Measure
    let comparison: MeasureComparison
    let slicings: [Slicing]
    /// How many ranks `coverage` is about.
    let coverageCutoff: Int
    /// The mean share of these ranks that is judged, by column.
    let coverage: [Double]
  }

  /// The slices by one column of the query set.
  struct Slicing {
    let column: QueryColumn
    let slices: [SliceComparison]

    /// Whether some slice is too small to trust without a warning.
    var hasFewQueries: Bool { slices.contains { $0.comparison.pairs.contains(where: \.isSmall) } }
  }

  let columns: [ComparedColumn]
  let queries: ComparedQueries
  let qrelsPath: String
  /// How rankings and grades were read.
  let grading: Evaluation.Reading
  let method: ComparisonMethod
  let parts: [Part]
  /// How alike each column after the first is to the first; `nil` where neither answers anything.
  let similarities: [RankingSimilarity?]
  /// The same columns under other judgments.
  let reversals: [JudgmentReversal]

  /// How many ranks coverage is about where a measure has no cutoff.
  static let customaryCutoff = 10

  init(
    columns: [ComparedColumn], queries: ComparedQueries, qrelsPath: String, measures: [any Measure],
    grading: Evaluation.Reading = Evaluation.Reading(), slicing: [QueryColumn], method: ComparisonMethod,
    similarityCutoff: Int,
    others: [(path: String, qrels: Qrels)]
  ) {
    self.columns = columns
    self.queries = queries
    self.qrelsPath = qrelsPath
    self.grading = grading
    self.method = method
    let table = MeasureTable(
      columns: columns.map(\.run), qrels: queries.qrels, measures: measures, grading: grading)
    parts = measures.indices.map { index in
      let comparison = table.comparison(index, method: method)
      let cutoff = measures[index].cutoff ?? Self.customaryCutoff
      return Part(
        measure: measures[index], comparison: comparison,
        slicings: slicing.map { column in
          Slicing(column: column, slices: comparison.slices { column.value(of: queries.query($0)) })
        },
        coverageCutoff: cutoff, coverage: columns.map { queries.coverage(of: $0.run, cutoff: cutoff) })
    }
    similarities = columns.dropFirst().map { column in
      RankingSimilarity(
        of: queries.queries.map { query in
          (columns[0].run[query.id].map(\.document), column.run[query.id].map(\.document))
        }, cutoff: similarityCutoff)
    }
    reversals = others.map { other in
      JudgmentReversal(
        path: other.path, columns: columns, measures: measures, first: queries.qrels, second: other.qrels,
        grading: grading, method: method)
    }
  }
}

/// The values of several runs by several measures over the same queries.
struct MeasureTable {
  private let evaluations: [Evaluation]

  /// Evaluates every run on every judged query.
  init(columns: [Run], qrels: Qrels, measures: [any Measure], grading: Evaluation.Reading) {
    evaluations = columns.map { Evaluation(run: $0, qrels: qrels, measures: measures, reading: grading) }
  }

  /// The comparison by one of the measures.
  func comparison(_ index: Int, method: ComparisonMethod) -> MeasureComparison {
    MeasureComparison(
      measure: evaluations[0].measures[index].title, queries: evaluations[0].queries,
      values: evaluations.map { $0.values[index] }, method: method)
  }
}

extension ComparedQueries {
  /// The mean of judged@k.
  func coverage(of run: Run, cutoff: Int) -> Double {
    let evaluation = Evaluation(run: run, qrels: qrels, measures: [Judged(cutoff: cutoff)])
    return evaluation.summary(at: 0)
  }
}
