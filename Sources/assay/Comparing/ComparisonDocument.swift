internal import Relevance

/// A comparison as one JSON object.
struct ComparisonDocument: Encodable {
  struct Column: Encodable {
    let column: String
    let name: String
    let description: String
    let formulas: [String]
  }

  struct Mean: Encodable {
    let column: String
    let mean: Double
    let interval: Interval?
    let coverage: Double?
  }

  struct Difference: Encodable {
    let column: String
    let delta: Double
    let interval: Interval?
    let p: Double?
    let isExact: Bool?
    let tTest: PairedTTest?
    let holm: Double?
    let wins: Int
    let ties: Int
    let losses: Int

    init(_ pair: PairedComparison, column: String) {
      self.column = column
      delta = pair.delta.mean
      interval = pair.delta.interval
      p = pair.randomisation?.p
      isExact = pair.randomisation?.isExact
      tTest = pair.tTest
      holm = pair.adjustedP
      wins = pair.record.wins
      ties = pair.record.ties
      losses = pair.record.losses
    }
  }

  struct Slice: Encodable {
    let by: String
    let slice: String
    let queries: Int
    let hasFewQueries: Bool
    let means: [Mean]
    let differences: [Difference]
  }

  struct QueryValues: Encodable {
    let query: String
    let values: [Double]
  }

  struct Measure: Encodable {
    let measure: String
    let definition: String
    let coverageCutoff: Int
    let means: [Mean]
    let differences: [Difference]
    let slices: [Slice]?
    let queries: [QueryValues]?
  }

  struct Similarity: Encodable {
    let column: String
    let similarity: RankingSimilarity
  }

  struct Reversal: Encodable {
    struct Row: Encodable {
      let measure: String
      let first: Difference
      let second: Difference
      let verdict: String
    }

    let qrels: String
    let queries: Int
    let rows: [Row]
  }

  let columns: [Column]
  let qrels: String
  let grades: Int
  let queries: Int
  let hasFewQueries: Bool
  let omitted: String?
  let relevantFrom: Int
  let isJudgedOnly: Bool
  let method: ComparisonMethod
  let measures: [Measure]
  let similarities: [Similarity]
  let reversals: [Reversal]?

  init(_ report: ComparisonReport, perQuery: Bool) {
    let letters = report.columns.map(\.letter)
    columns = report.columns.map {
      Column(column: $0.letter, name: $0.name, description: $0.description, formulas: $0.formulas)
    }
    qrels = report.qrelsPath
    grades = report.queries.qrels.count
    queries = report.queries.queries.count
    hasFewQueries = queries < ComparisonMethod.trustedCount
    omitted = report.queries.omissions
    relevantFrom = report.grading.level
    isJudgedOnly = report.grading.isJudgedOnly
    method = report.method
    measures = report.parts.map { Measure($0, letters: letters, perQuery: perQuery) }
    similarities = zip(letters.dropFirst(), report.similarities).compactMap { letter, similarity in
      similarity.map { Similarity(column: letter, similarity: $0) }
    }
    reversals = report.reversals.isEmpty ? nil : report.reversals.map(Reversal.init)
  }

  static func means(_ comparison: MeasureComparison, _ letters: [String], coverage: [Double]?) -> [Mean] {
    comparison.means.enumerated().map { index, mean in
      Mean(column: letters[index], mean: mean.mean, interval: mean.interval, coverage: coverage?[index])
    }
  }

  static func differences(_ comparison: MeasureComparison, _ letters: [String]) -> [Difference] {
    zip(letters.dropFirst(), comparison.pairs).map { Difference($1, column: $0) }
  }
}

extension ComparisonDocument.Measure {
  init(_ part: ComparisonReport.Part, letters: [String], perQuery: Bool) {
    let comparison = part.comparison
    measure = part.measure.title
    definition = part.measure.definition
    coverageCutoff = part.coverageCutoff
    means = ComparisonDocument.means(comparison, letters, coverage: part.coverage)
    differences = ComparisonDocument.differences(comparison, letters)
    let sliced = part.slicings.flatMap { slicing in
      slicing.slices.map { slice in
        let count = slice.comparison.queries.count
        return ComparisonDocument.Slice(
          by: slicing.column.rawValue, slice: slice.name, queries: count,
          hasFewQueries: count < ComparisonMethod.trustedCount,
          means: ComparisonDocument.means(slice.comparison, letters, coverage: nil),
          differences: ComparisonDocument.differences(slice.comparison, letters))
      }
    }
    slices = sliced.isEmpty ? nil : sliced
    queries =
      perQuery
      ? comparison.queries.enumerated().map { index, query in
        ComparisonDocument.QueryValues(query: query.text, values: comparison.values.map { $0[index] })
      } : nil
  }
}

extension ComparisonDocument.Reversal {
  init(_ reversal: JudgmentReversal) {
    qrels = reversal.path
    queries = reversal.queryCount
    rows = reversal.rows.map { row in
      Row(
        measure: row.measure,
        first: ComparisonDocument.Difference(row.first, column: row.column.letter),
        second: ComparisonDocument.Difference(row.second, column: row.column.letter),
        verdict: row.verdict.rawValue)
    }
  }
}
