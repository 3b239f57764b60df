/// A weighted sum of normalised scores: `(1 − w) · dense + w · lexical`.
///
/// Source: Bruch, Gai and Ingber, "An Analysis of Fusion Functions for Hybrid Retrieval", TOIS 2023, who call it
/// convex combination.
struct WeightedFusion: LaneFusion {
  /// The weight of the lexical lane, 0…1.
  let lexicalShare: Double
  /// How scores are made comparable.
  let normalisation: Normalisation

  /// Makes the fusion.
  /// - Precondition: `lexicalShare` lies in 0…1.
  init(lexicalShare: Double, normalisation: Normalisation = .minMax) {
    precondition((0...1).contains(lexicalShare), "lexical share must lie in 0…1, not \(lexicalShare)")
    self.lexicalShare = lexicalShare
    self.normalisation = normalisation
  }

  var label: String { "weighted fusion, lexical share \(lexicalShare.brief), \(normalisation.rawValue)" }

  func rule(for lane: Lane, over list: LaneList) -> SummandRule {
    SummandRule(
      evidence: .scaledScore(ScoreScale(normalisation, lane: lane, list: list)),
      weight: lane == .lexical ? lexicalShare : 1 - lexicalShare)
  }
}
