package import Relevance

/// The measures that the Queries and Curves views switch through, in their order.
package enum MeasureChoice: Int, CaseIterable, Hashable, Sendable {
  case ndcg, reciprocalRank, success, precision, recall, deepRecall, averagePrecision

  /// The measure.
  package var measure: any Measure {
    switch self {
    case .ndcg: NDCG(cutoff: 10)
    case .reciprocalRank: ReciprocalRank(cutoff: 10)
    case .success: SuccessAtK(cutoff: 1)
    case .precision: PrecisionAtK(cutoff: 10)
    case .recall: RecallAtK(cutoff: 10)
    case .deepRecall: RecallAtK(cutoff: 100)
    case .averagePrecision: AveragePrecision(cutoff: 100)
    }
  }

  /// How it is called on the screen: `nDCG@10`.
  package var title: String { measure.title }

  /// The one so many further, round and round.
  func moved(by step: Int) -> MeasureChoice {
    let all = Self.allCases
    return all[((rawValue + step) % all.count + all.count) % all.count]
  }
}
