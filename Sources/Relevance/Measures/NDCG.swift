import Foundation

/// Normalised discounted cumulative gain at a cutoff: `ndcg_cut_k` of trec_eval.
///
/// The gain of a document is its grade (not 2^grade − 1), the discount at rank r is log₂(r + 1), and the ideal ranking
/// is made of all judged documents with a positive grade, cut at k. An unjudged document and one with a negative
/// grade gain 0. A query without a relevant document scores 0. Values lie in 0…1.
/// See Järvelin and Kekäläinen, "Cumulated gain-based evaluation of IR techniques", TOIS 2002.
package struct NDCG: Measure, Hashable {
  /// How many ranks count, at least 1.
  package let cutoff: Int

  /// Makes the measure.
  /// - Precondition: `cutoff` is positive.
  package init(cutoff: Int) {
    precondition(cutoff > 0, "a cutoff must be positive, not \(cutoff)")
    self.cutoff = cutoff
  }

  package var name: String { "ndcg_cut_\(cutoff)" }

  package func score(ranking: [DocumentID], grades: [DocumentID: Int]) -> Double {
    let ideal = discountedGain(of: grades.values.filter { $0 > 0 }.sorted(by: >).prefix(cutoff))
    guard ideal > 0 else { return 0 }
    return discountedGain(of: ranking.prefix(cutoff).map { grades[$0] ?? 0 }) / ideal
  }

  private func discountedGain(of gains: some Sequence<Int>) -> Double {
    gains.enumerated().reduce(0) { sum, ranked in
      ranked.element > 0 ? sum + Double(ranked.element) / log2(Double(ranked.offset + 2)) : sum
    }
  }
}
