import Foundation

/// What some measures say about a run: a value for each measure and judged query, and a summary of each measure.
///
/// The queries are those of the qrels, by the bytes of their ids; one that the run lacks has an empty ranking
/// (trec_eval's `-c`), and queries without a judgment play no part.
package struct Evaluation: Sendable {
  /// The measures, in the order given.
  package let measures: [any Measure]
  /// The judged queries, by the bytes of their ids.
  package let queries: [QueryID]
  /// The scores: one array for each measure, one element for each query.
  package let values: [[Double]]
  /// Whether anything was returned for each query.
  package let isAnswered: [Bool]

  /// Evaluates a run.
  /// - Parameters:
  ///   - run: rankings, taken in the order in which they stand.
  ///   - qrels: grades; queries with none play no part.
  ///   - measures: what to compute.
  ///   - reading: how rankings and grades are read.
  /// - Complexity: O(documents × measures).
  package init(run: Run, qrels: Qrels, measures: [any Measure], reading: Reading = Reading()) {
    let queries = Self.queries(of: qrels)
    var values = measures.map { _ in [Double]() }
    for index in values.indices { values[index].reserveCapacity(queries.count) }
    var isAnswered: [Bool] = []
    for query in queries {
      let topic = reading.topic(query, run: run, qrels: qrels)
      for (index, measure) in measures.enumerated() { values[index].append(measure.score(topic)) }
      isAnswered.append(topic.count > 0)
    }
    self.measures = measures
    self.queries = queries
    self.values = values
    self.isAnswered = isAnswered
  }

  /// The judged queries, by the bytes of their ids.
  package static func queries(of qrels: Qrels) -> [QueryID] {
    qrels.grades.keys.sorted()
  }

  /// The one number that stands for all queries, for the measure at `index`; 0 when there are no queries.
  package func summary(at index: Int) -> Double {
    let values = values[index]
    switch measures[index].summary {
    case .mean: return Self.mean(values)
    case .meanOfAnswered:
      return Self.mean(zip(values, isAnswered).filter(\.1).map(\.0))
    case .geometricMean: return values.isEmpty ? 0 : exp(Self.mean(values))
    case .sum: return values.reduce(0, +)
    case .queryCount: return Double(queries.count)
    }
  }

  private static func mean(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }
}

extension Evaluation {
  /// How rankings and grades are read before anything is measured.
  package struct Reading: Hashable, Sendable {
    /// The smallest grade that counts as relevant, `-l` of trec_eval.
    package var level: Int
    /// Whether unjudged documents are taken out and the ranks closed up, `-J` of trec_eval.
    package var isJudgedOnly: Bool
    /// How many documents of each ranking are looked at, `-M` of trec_eval; all when `nil`.
    package var depth: Int?

    /// Makes a way of reading; the defaults are trec_eval's.
    package init(level: Int = 1, isJudgedOnly: Bool = false, depth: Int? = nil) {
      self.level = level
      self.isJudgedOnly = isJudgedOnly
      self.depth = depth
    }

    /// One query's ranking joined with its grades.
    package func topic(_ query: QueryID, run: Run, qrels: Qrels) -> JudgedRanking {
      let entries = run[query]
      let ranking = (depth.map { entries.prefix($0) } ?? entries[...]).map(\.document)
      let topic = JudgedRanking(ranking: ranking, grades: qrels[query], level: level)
      return isJudgedOnly ? topic.condensed() : topic
    }
  }
}
