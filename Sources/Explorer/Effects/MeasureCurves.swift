package import Relevance
package import Retrieval

/// A wish to have the query set measured at every length and precision, in the background.
package struct MeasureCurvesRequest: Hashable, Sendable {
  /// A newer generation ends the work on an older one; answers of an older one are dropped.
  package let generation: Int
  /// What is to be measured.
  package let subject: CurveSubject
}

/// What curves are about: whatever changes it makes them stale.
package struct CurveSubject: Hashable, Sendable {
  /// The judged queries of the set, in its order.
  package let queries: [Query]
  /// Their grades.
  package let qrels: Qrels
  /// How much of an item's vector is text.
  package let textShare: Double
  /// The term lane of modes that have one.
  package let lexical: LexicalLane
  /// The lengths that are measured, ascending.
  package let dimensions: [Int]
  /// Whose vectors are measured, as in `DenseLane`.
  package var model = 0

  /// How long the measured rankings are.
  package static let depth = 100
  /// The number formats that are measured.
  package static let precisions: [VectorPrecision] = [.float32, .int8, .binary]
  /// How many items coarse stages hand on.
  package static let shortlists = [25, 50, 100, 200, 400]
  /// The smallest grade that counts as relevant in the funnel.
  package static let relevantGrade = 1

  /// What is measured: dense search first, then fused, then without vectors.
  package var configurations: [SweepConfiguration] {
    let lanes = Self.precisions.flatMap { precision in
      dimensions.map { DenseLane(dimensions: $0, precision: precision, textShare: textShare) }
    }
    let modes: [RankingMode] = [.dense, .hybrid]
    return modes.flatMap { mode in lanes.map { SweepConfiguration(mode, $0) } } + [.lexical]
  }

  /// What a configuration executes.
  package func plan(_ configuration: SweepConfiguration) -> SearchPlan {
    var dense = configuration.dense
    dense?.model = model
    return SearchPlan(
      dense: dense, lexical: configuration.mode == .dense ? nil : lexical, depth: Self.depth)
  }

  /// The coarse first stages that are looked at.
  package var stages: [(dimensions: Int, precision: VectorPrecision)] {
    Self.precisions.flatMap { precision in dimensions.map { (dimensions: $0, precision: precision) } }
  }
}

/// A part of what a `MeasureCurvesRequest` asked for.
package struct MeasureCurvesReply: Hashable, Sendable {
  /// What is known now.
  package enum Part: Hashable, Sendable {
    /// How many searches are done, and how many there will be.
    case progress(done: Int, total: Int)
    /// The curves, and the queries that they are over, in the order of their values.
    case curves(SweepResult, queries: [Query])
    /// The funnel; the last part.
    case funnel(FunnelAnswer)
    /// Why there is no more.
    case failed(String)
  }

  /// The generation of the request.
  package let generation: Int
  /// The part.
  package let part: Part

  /// Makes a reply.
  package init(generation: Int, _ part: Part) {
    self.generation = generation
    self.part = part
  }
}

/// A funnel with what to show of it.
package struct FunnelAnswer: Hashable, Sendable {
  /// Where every relevant item stands.
  package let funnel: Funnel
  /// How much each shortlist keeps, by stage.
  package let shares: [[FunnelShare]]
  /// What the relevant items are called.
  package let titles: [DocumentID: String]

  /// Makes an answer in one go.
  /// - Complexity: that of a bootstrap for each stage and shortlist.
  package init(_ funnel: Funnel, titles: [DocumentID: String]) {
    self.init(funnel, titles: titles, advance: {})
  }

  /// Makes an answer; `advance` is called before each bootstrap, and what it throws ends the work.
  /// - Complexity: that of a bootstrap for each stage and shortlist.
  package init(
    _ funnel: Funnel, titles: [DocumentID: String], advance: () throws -> Void
  ) rethrows {
    self.funnel = funnel
    shares = try funnel.stages.map { stage in
      try funnel.shortlists.map { shortlist in
        try advance()
        return stage.share(keptBy: shortlist, bootstrap: funnel.bootstrap)
      }
    }
    self.titles = titles
  }
}
