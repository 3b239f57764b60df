package import Relevance

/// Which relevant items die in a coarse first stage: two-stage search on judged queries, before the second stage.
///
/// The second stage can only order what the first hands on; what the first loses is lost, however well it would have
/// done. The truth it is held against is the ranking at full length in float32.
package struct Funnel: Hashable, Sendable {
  /// The length of the full ranking.
  package let fullDimensions: Int
  /// The smallest grade that counts as relevant.
  package let level: Int
  /// The shortlists that shares are given for, ascending.
  package let shortlists: [Int]
  /// The coarse stages, in the order in which they were measured.
  package let stages: [FunnelStage]
  /// How the intervals are made.
  package let bootstrap: Bootstrap

  /// Makes a funnel.
  /// - Precondition: shortlists are positive.
  package init(
    fullDimensions: Int, level: Int, shortlists: [Int], stages: [FunnelStage], bootstrap: Bootstrap
  ) {
    precondition(shortlists.allSatisfy { $0 > 0 }, "a shortlist in \(shortlists) is empty")
    self.fullDimensions = fullDimensions
    self.level = level
    self.shortlists = Set(shortlists).sorted()
    self.stages = stages
    self.bootstrap = bootstrap
  }

  /// How much each shortlist keeps after a stage.
  package func shares(of stage: FunnelStage) -> [FunnelShare] {
    shortlists.map { stage.share(keptBy: $0, bootstrap: bootstrap) }
  }
}
