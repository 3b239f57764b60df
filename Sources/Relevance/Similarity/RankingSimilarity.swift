/// How alike two systems rank, whatever is relevant: means over queries of what compares two rankings.
package struct RankingSimilarity: Hashable, Sendable, Codable {
  /// How many ranks overlap and Jaccard look at.
  package let cutoff: Int
  /// The persistence of rank-biased overlap.
  package let persistence: Double
  /// How many queries at least one system answers; the first five means are over these.
  package let queryCount: Int
  /// Mean Overlap@k.
  package let overlap: Double
  /// Mean Jaccard@k.
  package let jaccard: Double
  /// Mean rank-biased overlap over the whole rankings: extrapolated, and what bounds it.
  package let rbo: Double
  package let rboMinimum: Double
  package let rboResidual: Double
  /// How many queries have at least two items in both rankings; the last three means are over these.
  package let correlatedCount: Int
  /// Mean number of items in both rankings.
  package let common: Double
  /// Mean Kendall's τ over the items in both.
  package let kendall: Double
  /// Mean symmetric τ_AP over the items in both.
  package let averagePrecisionCorrelation: Double

  /// Compares pairs of rankings, one pair for each query; `nil` when no query has an answer in either.
  /// - Precondition: `cutoff` is positive, `persistence` lies between 0 and 1, no ranking has an item twice.
  package init?<Item: Hashable>(
    of pairs: [(first: [Item], second: [Item])], cutoff: Int = 10, persistence: Double = 0.9
  ) {
    let answered = pairs.filter { !$0.first.isEmpty || !$0.second.isEmpty }
    guard !answered.isEmpty else { return nil }
    let tops = answered.map { TopOverlap($0.first, $0.second, cutoff: cutoff) }
    let overlaps = answered.compactMap { RankBiasedOverlap($0.first, $0.second, persistence: persistence) }
    let correlations = answered.compactMap { RankCorrelation($0.first, $0.second) }
    func mean(_ values: [Double]) -> Double { Sample.mean(values) ?? 0 }
    self.cutoff = cutoff
    self.persistence = persistence
    queryCount = answered.count
    overlap = mean(tops.compactMap(\.overlap))
    jaccard = mean(tops.compactMap(\.jaccard))
    rbo = mean(overlaps.map(\.extrapolated))
    rboMinimum = mean(overlaps.map(\.minimum))
    rboResidual = mean(overlaps.map(\.residual))
    correlatedCount = correlations.count
    common = mean(correlations.map { Double($0.common) })
    kendall = mean(correlations.map(\.kendall))
    averagePrecisionCorrelation = mean(correlations.map(\.averagePrecision))
  }
}
