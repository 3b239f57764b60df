/// What to execute for one query: the lanes that score items, how their scores are fused, and how deep the
/// answer goes.
///
/// A plan is a value without any reference to an index, so that an embedded or a remote engine can execute the
/// same one. At least one lane is present.
package struct SearchPlan: Hashable, Sendable {
  /// The embedding lane, or `nil` when the plan is purely lexical.
  package var dense: DenseLane?
  /// The term lane, or `nil` when the plan is purely dense.
  package var lexical: LexicalLane?
  /// How two lanes become one score; without effect when there is one lane.
  package var fusion: Fusion
  /// How many of each lane's best items are fused; without effect when there is one lane.
  package var fusionDepth: FusionDepth
  /// When the query's filters are applied; without effect on a query without any.
  package var filtering: Filtering
  /// The largest number of items returned.
  package var depth: Int
  /// Filters in the query language that are added to those of every query; empty when none are.
  ///
  /// Whoever resolves a query for the plan applies them: the searcher knows items, not fields.
  package var filter = ""

  /// Makes a plan.
  /// - Precondition: at least one lane is given, depths are positive and an oversampling is a possible one.
  package init(
    dense: DenseLane?, lexical: LexicalLane?, fusion: Fusion = .default, fusionDepth: FusionDepth = .default,
    filtering: Filtering = .during, depth: Int
  ) {
    precondition(dense != nil || lexical != nil, "a plan needs a lane")
    precondition(depth > 0, "a plan needs a positive depth, not \(depth)")
    if case .top(let limit) = fusionDepth { precondition(limit > 0, "a fusion depth of \(limit)") }
    if case .after(let factor) = filtering {
      precondition(Filtering.oversamplings.contains(factor), "an oversampling of \(factor)")
    }
    self.dense = dense
    self.lexical = lexical
    self.fusion = fusion
    self.fusionDepth = fusionDepth
    self.filtering = filtering
    self.depth = depth
  }

  /// The lanes present, in the order in which their parts appear.
  package var lanes: [Lane] {
    Lane.allCases.filter { $0 == .dense ? dense != nil : lexical != nil }
  }

  /// Which kind of plan this is, by the lanes present.
  package var mode: RankingMode {
    if dense == nil { return .lexical }
    return lexical == nil ? .dense : .hybrid
  }

  /// How many of a lane's best items the plan looks at: more than `depth` where lanes are fused.
  package var laneDepth: Int {
    guard dense != nil, lexical != nil else { return depth }
    return fusionDepth.limit(count: .max)
  }

  /// The plan `factor` times as deep, in a catalogue of `count` items, which no depth exceeds.
  func deepened(by factor: Int, count: Int) -> SearchPlan {
    var plan = self
    plan.depth = min(depth, max(1, count)) * factor
    return plan
  }
}
