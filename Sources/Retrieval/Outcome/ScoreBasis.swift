/// What the scores of a whole catalogue are, and which items have none.
package enum ScoreBasis: Hashable, Sendable {
  /// One lane's own score, of every item that it scores.
  case lane(Lane)
  /// The dense lane's score of the items that its coarse stage picks.
  case shortlist(Int)
  /// The fused score of what is in either lane's list of the first so many.
  case fused(FusionDepth)
  /// Nothing was asked for, so that nothing has a score.
  case nothing

  /// What is counted, in a few words: `cosine of every item with a vector`.
  package var summary: String {
    switch self {
    case .lane(.dense): "cosine of every item with a vector"
    case .lane(.lexical): "BM25F score of every item with a word of the query"
    case .shortlist(let count):
      "cosine of the \(count) item\(count == 1 ? "" : "s") that the coarse stage picks"
    case .fused(.all): "fused score of every item that either lane scores"
    case .fused(.top(let depth)): "fused score of the first \(depth) of each lane; the rest has none"
    case .nothing: "nothing is searched for, so nothing has a score"
    }
  }
}
