/// How the lists of a plan's lanes become one score: for each lane a rule that turns an entry of its list into a
/// summand.
///
/// Guarantees every implementation gives: an item that a list lacks gets no summand from it; the summand depends on
/// the list as deep as it is fused and never on how much of the answer is shown.
protocol LaneFusion: Sendable {
  /// The name with its parameters, such as `reciprocal rank fusion, k 60`.
  var label: String { get }

  /// What an entry of `lane`'s list adds.
  func rule(for lane: Lane, over list: LaneList) -> SummandRule
}

extension Fusion {
  /// The rules that this choice stands for.
  var rules: any LaneFusion {
    switch self {
    case .weighted(let share, let normalisation):
      WeightedFusion(lexicalShare: share, normalisation: normalisation)
    case .reciprocalRank(let k): ReciprocalRankFusion(k: k)
    case .combSUM(let normalisation): CombSUMFusion(normalisation: normalisation)
    case .combMNZ(let normalisation): CombMNZFusion(normalisation: normalisation)
    }
  }
}
