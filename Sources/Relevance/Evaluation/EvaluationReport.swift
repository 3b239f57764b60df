/// What is known about each measure of a run: the scores, and how far they can be trusted.
package struct EvaluationReport: Sendable {
  /// One measure.
  package struct Row: Sendable {
    /// The measure.
    package let measure: any Measure
    /// The number that stands for all queries.
    package let value: Double
    /// The interval that other queries of the kind would have moved a mean in; `nil` for counts and fewer than two
    /// queries.
    package let sampling: Interval?
    /// The interval that judging the unjudged could move a mean in; `nil` where that means nothing.
    package let unjudged: Interval?
    /// The mean share of the documents within the measure's cutoff (all without one) that are judged.
    package let coverage: Double
    /// The mean weight of what the rankings do not say; `nil` for measures without such a weight.
    package let residual: Double?
    /// Where the mean was lost; `nil` where that means nothing.
    package let loss: ScoreLoss?
    /// The same for every query.
    package let queries: [QueryRow]
  }

  /// One measure of one query.
  package struct QueryRow: Sendable {
    /// The query's id.
    package let query: QueryID
    /// Its score.
    package let value: Double
    /// What judging the unjudged could make of the score.
    package let unjudged: Interval?
    /// The share of the documents within the cutoff that are judged.
    package let coverage: Double
    /// The weight of the unjudged ranks and of those after the last.
    package let residual: Double?
    /// Where the score was lost.
    package let loss: ScoreLoss?
  }

  /// The measures, in the order given.
  package let rows: [Row]
  /// The judged queries, by the bytes of their ids.
  package let queries: [QueryID]
  /// The largest grade that an unjudged document was thought to be able to get.
  package let highest: Int
  /// How sampling intervals were drawn.
  package let bootstrap: Bootstrap

  /// Evaluates a run in every respect.
  /// - Parameters:
  ///   - run: rankings, taken in the order in which they stand.
  ///   - qrels: grades; queries with none play no part.
  ///   - measures: what to compute.
  ///   - reading: how rankings and grades are read.
  ///   - highest: the largest grade of the scale; the largest in the qrels when `nil`.
  ///   - bootstrap: how sampling intervals are drawn.
  package init(
    run: Run, qrels: Qrels, measures: [any Measure], reading: Evaluation.Reading = .init(),
    highest: Int? = nil,
    bootstrap: Bootstrap
  ) {
    let evaluation = Evaluation(run: run, qrels: qrels, measures: measures, reading: reading)
    let highest = max(0, highest ?? qrels.grades.values.compactMap { $0.values.max() }.max() ?? 0)
    let topics = evaluation.queries.map { reading.topic($0, run: run, qrels: qrels) }
    // What is unjudged is seen only where it has not been left out.
    var complete = reading
    complete.isJudgedOnly = false
    let uncondensed = evaluation.queries.map { complete.topic($0, run: run, qrels: qrels) }
    rows = measures.indices.map { index in
      Row(
        evaluation, at: index, topics: topics, uncondensed: uncondensed, highest: highest,
        bootstrap: bootstrap)
    }
    queries = evaluation.queries
    self.highest = highest
    self.bootstrap = bootstrap
  }
}

extension EvaluationReport.Row {
  fileprivate init(
    _ evaluation: Evaluation, at index: Int, topics: [JudgedRanking], uncondensed: [JudgedRanking],
    highest: Int, bootstrap: Bootstrap
  ) {
    let measure = evaluation.measures[index]
    let judged = Judged(cutoff: measure.cutoff)
    self.measure = measure
    value = evaluation.summary(at: index)
    queries = evaluation.queries.indices.map { place in
      EvaluationReport.QueryRow(
        query: evaluation.queries[place], value: evaluation.values[index][place],
        unjudged: UnjudgedBounds.interval(of: measure, uncondensed[place], highest: highest),
        coverage: judged.score(uncondensed[place]), residual: measure.residual(topics[place]),
        loss: ScoreLoss(measure, topics[place]))
    }
    // A measure that leaves unanswered queries out does so in every respect.
    let counted = zip(queries, evaluation.isAnswered)
      .filter { measure.summary != .meanOfAnswered || $1 }.map(\.0)
    let isMean = measure.summary == .mean || measure.summary == .meanOfAnswered
    sampling = isMean ? bootstrap.interval(ofMean: counted.map(\.value)) : nil
    unjudged = isMean ? Self.mean(counted.map(\.unjudged)) : nil
    coverage = Sample.mean(counted.map(\.coverage)) ?? 0
    let residuals = counted.compactMap(\.residual)
    residual = isMean && residuals.count == counted.count ? Sample.mean(residuals) : nil
    loss = isMean ? ScoreLoss.mean(counted.compactMap(\.loss)) : nil
  }

  /// The mean of intervals that are independent of each other; `nil` when one is missing.
  private static func mean(_ intervals: [Interval?]) -> Interval? {
    let known = intervals.compactMap { $0 }
    guard known.count == intervals.count, let low = Sample.mean(known.map(\.low)),
      let high = Sample.mean(known.map(\.high))
    else { return nil }
    return Interval(low: low, high: high)
  }
}
