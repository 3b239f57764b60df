package import Relevance

/// A measure against dimensions, precisions and modes on judged queries: what the curves are drawn from.
///
/// All intervals of one result are over the same draws of queries, so that two points can be compared by eye.
package struct SweepResult: Hashable, Sendable {
  /// The names of the measures.
  package let measures: [String]
  /// How many queries the means are over.
  package let queryCount: Int
  /// How many ranks the coverage is about.
  package let coverageCutoff: Int
  /// How the intervals were made.
  package let bootstrap: Bootstrap
  /// The configurations in the order in which they were measured.
  package let points: [SweepPoint]

  /// Concludes from samples, in one go.
  /// - Precondition: every sample has a value for every measure and query.
  /// - Complexity: O(samples × measures × resamples × queries).
  package init(
    measures: [String], queryCount: Int, coverageCutoff: Int, samples: [SweepSample], bootstrap: Bootstrap
  ) {
    self.init(
      measures: measures, queryCount: queryCount, coverageCutoff: coverageCutoff, samples: samples,
      bootstrap: bootstrap, advance: {})
  }

  /// Concludes from samples.
  ///
  /// Retention is against the sample of the same mode with the most dimensions in float32 and one stage. `advance` is
  /// called for each of the samples' measures, before it is concluded from; what it throws ends the work.
  /// - Precondition: every sample has a value for every measure and query.
  /// - Complexity: O(samples × measures × resamples × queries).
  package init(
    measures: [String], queryCount: Int, coverageCutoff: Int, samples: [SweepSample], bootstrap: Bootstrap,
    advance: () throws -> Void
  ) rethrows {
    for sample in samples {
      precondition(
        sample.values.count == measures.count && sample.values.allSatisfy { $0.count == queryCount },
        "values of \(sample.configuration.label) for other measures or queries")
    }
    self.measures = measures
    self.queryCount = queryCount
    self.coverageCutoff = coverageCutoff
    self.bootstrap = bootstrap
    points = try samples.map { sample in
      let full = Self.full(of: sample.configuration.mode, in: samples)
      return SweepPoint(
        configuration: sample.configuration,
        scores: try sample.values.indices.map {
          try advance()
          return SweepScore(sample.values[$0], full: full?.values[$0], bootstrap: bootstrap)
        },
        coverage: Sample.mean(sample.coverage) ?? 0, milliseconds: sample.milliseconds)
    }
  }

  private static func full(of mode: RankingMode, in samples: [SweepSample]) -> SweepSample? {
    samples.filter { sample in
      sample.configuration.mode == mode && sample.configuration.precision == .float32
        && sample.configuration.dense?.coarse == nil
    }
    .max { ($0.configuration.dimensions ?? 0) < ($1.configuration.dimensions ?? 0) }
  }

  /// One curve: the one-stage points of a mode and precision, dimensions ascending.
  package func curve(_ mode: RankingMode, _ precision: VectorPrecision) -> [SweepPoint] {
    points.filter { point in
      point.configuration.mode == mode && point.configuration.precision == precision
        && point.configuration.dense?.coarse == nil
    }
    .sorted { ($0.configuration.dimensions ?? 0) < ($1.configuration.dimensions ?? 0) }
  }

  /// The points by what they cost, those of one cost by what they are worth under the measure at `index`.
  ///
  /// A point is best within its mode: postings, which dense search does without, are no part of the bytes. Points
  /// without a cost, such as the bytes of the lexical one, come last, unsorted, and are never best.
  package func ordered(by cost: SweepCost, measure index: Int) -> [SweepStanding] {
    let known = points.enumerated().compactMap { place, point in
      cost.of(point).map { (cost: $0, score: point.scores[index].mean.mean, place: place, point: point) }
    }
    .sorted { ($0.cost, -$0.score, $0.place) < ($1.cost, -$1.score, $1.place) }
    var best: [RankingMode: Double] = [:]
    let standings = known.map { _, score, _, point in
      let bar = best[point.configuration.mode] ?? -Double.infinity
      best[point.configuration.mode] = max(bar, score)
      return SweepStanding(point: point, isBest: score > bar)
    }
    return standings
      + points.filter { cost.of($0) == nil }.map { SweepStanding(point: $0, isBest: false) }
  }
}

/// What a configuration is paid for with.
package enum SweepCost: String, CaseIterable, Hashable, Sendable {
  /// Bytes for each vector.
  case bytes
  /// Median milliseconds for each query.
  case milliseconds

  /// The cost of a point; `nil` when it was not measured or there are no vectors.
  package func of(_ point: SweepPoint) -> Double? {
    switch self {
    case .bytes: point.configuration.dense.map { Double($0.bytes) }
    case .milliseconds: point.milliseconds
    }
  }
}

/// A point among those that cost as much or less.
package struct SweepStanding: Hashable, Sendable {
  /// The point.
  package let point: SweepPoint
  /// Whether nothing of its mode that costs as much or less is worth as much.
  package let isBest: Bool
}
