internal import Relevance
internal import Retrieval

/// Measures configurations one after the other, several times over, on the same queries.
struct Sweep {
  let workspace: Workspace
  let queries: SweptQueries
  let measures: [any Measure]
  let configurations: [SweepConfiguration]
  /// What the lexical lane and the fusion are, where a configuration has them.
  let template: SearchPlan
  /// How often each search is timed; 0 for not at all.
  let rounds: Int
  let bootstrap: Bootstrap
  private(set) var watch: any StepWatch
  /// How rankings and grades are read.
  var grading = Evaluation.Reading()

  /// How many ranks the coverage is about.
  static let coverageCutoff = 10

  /// How many steps the intervals of one score count for: drawing queries takes about as long as searching for so many.
  static func steps(ofScoreOver queryCount: Int) -> Int { max(1, queryCount / 16) }

  /// How many steps the work has.
  var stepCount: Int {
    let count = queries.resolved.count
    return configurations.count
      * (max(1, rounds) * count + measures.count * Self.steps(ofScoreOver: count))
  }

  /// Measures everything.
  /// - Throws: what `watch` throws to end the work.
  func run() throws -> SweepResult {
    watch.begin(stepCount)
    defer { watch.finish() }
    var rankings: [[[DocumentID]]] = []
    var times = configurations.map { _ in [Double]() }
    // Rounds outside, so that whatever else the machine does meanwhile falls on all configurations alike.
    for round in 0..<max(1, rounds) {
      for (index, configuration) in configurations.enumerated() {
        let (found, milliseconds) = try search(configuration, round: round)
        times[index] += milliseconds
        if round == 0 { rankings.append(found) }
      }
    }
    let samples = configurations.indices.map { index in
      sample(configurations[index], rankings[index], rounds > 0 ? Sample.median(times[index]) : nil)
    }
    return try SweepResult(
      measures: measures.map(\.title), queryCount: queries.resolved.count,
      coverageCutoff: Self.coverageCutoff, samples: samples, bootstrap: bootstrap
    ) {
      try watch.step(counting: Self.steps(ofScoreOver: queries.resolved.count))
    }
  }

  /// The same work, followed by something else.
  func watched(by watch: any StepWatch) -> Sweep {
    var sweep = self
    sweep.watch = watch
    return sweep
  }

  /// The rankings and the time of each search under one configuration.
  private func search(
    _ configuration: SweepConfiguration, round: Int
  ) throws -> ([[DocumentID]], [Double]) {
    let plan = plan(configuration)
    var rankings: [[DocumentID]] = []
    var times: [Double] = []
    for query in queries.resolved {
      try watch.step()
      let asked = rounds > 0 ? query.asNew(round) : query
      let start = ContinuousClock.now
      let outcome = workspace.rank(asked, plan: plan)
      times.append((ContinuousClock.now - start) / .milliseconds(1))
      if round == 0 { rankings.append(outcome.items.map { queries.names[Int($0.ordinal)] }) }
    }
    return (rankings, times)
  }

  private func plan(_ configuration: SweepConfiguration) -> SearchPlan {
    var plan = template
    plan.dense = configuration.dense
    if configuration.mode == .dense { plan.lexical = nil }
    return plan
  }

  private func sample(
    _ configuration: SweepConfiguration, _ rankings: [[DocumentID]], _ milliseconds: Double?
  ) -> SweepSample {
    var run = Run(tag: configuration.label)
    for (query, ranking) in zip(queries.compared.queries, rankings) {
      run[query.id] = ranking.map { RunEntry(document: $0, score: 0) }
    }
    let coverage = Judged(cutoff: Self.coverageCutoff)
    let qrels = queries.compared.qrels
    // What is unjudged is counted where it has not been left out.
    let evaluation = Evaluation(run: run, qrels: qrels, measures: measures, reading: grading)
    return SweepSample(
      configuration: configuration, values: evaluation.values,
      coverage: Evaluation(run: run, qrels: qrels, measures: [coverage]).values[0],
      // As printed: what differs by less than a clock can tell costs the same.
      milliseconds: milliseconds.map { ($0 * 100).rounded() / 100 })
  }
}

extension SearchQuery {
  /// The same query as one that was never asked: a vector of another length has the same cosines, and nothing that
  /// was kept for the first is found for it.
  fileprivate func asNew(_ round: Int) -> SearchQuery {
    let factor = Float(1) + Float(round + 1) * 0x1p-16
    return SearchQuery(
      text: text, vector: vector?.map { $0 * factor }, isTyping: isTyping, named: named, eligible: eligible)
  }
}
