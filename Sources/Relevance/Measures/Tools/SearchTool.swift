/// A tool whose nDCG differs from trec_eval's, so that its numbers can be reproduced by name: `quepid:nDCG@10`.
package enum SearchTool: String, CaseIterable, Hashable, Sendable {
  /// Quepid's scorer `nDCG@10`: exponential gain, divided by the ideal over every rated document.
  case quepid
  /// Quepid's scorer `NDCG_CUT@10`, gdeval and ranx' `ndcg_burges`: exponential gain, the ideal cut where the ranking is.
  case quepidCut = "quepid-cut"
  /// Elasticsearch's `_rank_eval`: exponential gain, the ideal cut at the number of hits, empty answers left out.
  case esRankEval = "es-rank-eval"
  /// OpenSearch Search Relevance Workbench: as `quepid-cut`, each query's score rounded to two decimals.
  case srw

  /// The tool's nDCG.
  package func ndcg(cutoff: Int?) -> any Measure {
    switch self {
    case .quepid:
      ToolMeasure(self, of: NDCG(cutoff: cutoff, gains: .exponential, ideal: .all))
    case .quepidCut:
      ToolMeasure(self, of: NDCG(cutoff: cutoff, gains: .exponential))
    case .esRankEval:
      ToolMeasure(
        self, of: NDCG(cutoff: cutoff, gains: .exponential, ideal: .returned), summary: .meanOfAnswered)
    case .srw:
      ToolMeasure(self, of: NDCG(cutoff: cutoff, gains: .exponential), decimals: 2)
    }
  }

  /// How the tool differs, in a few words.
  package var about: String {
    switch self {
    case .quepid: "gain 2^grade − 1, ideal over all rated items"
    case .quepidCut: "gain 2^grade − 1 (also gdeval and ranx' ndcg_burges)"
    case .esRankEval: "gain 2^grade − 1, ideal cut at the number of hits, empty answers left out of the mean"
    case .srw: "gain 2^grade − 1, every query rounded to 2 decimals"
    }
  }
}
