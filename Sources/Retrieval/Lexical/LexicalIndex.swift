/// An inverted index over the text fields of a catalogue, scored by BM25F with parameters that may change with
/// every query.
///
/// Built by `LexicalIndexBuilder` or read where its bytes lie; both are the same bytes. May be used from several
/// threads at once.
package struct LexicalIndex: Sendable {
  /// The index as bytes; see `init(image:)`.
  package let image: SharedArray<UInt8>
  /// How text becomes terms.
  package let analyzer: Analyzer
  /// How many items there are.
  package let count: Int

  let fields: [LexicalField]
  let vocabulary: Vocabulary
  let postings: PostingLists
  let positions: PositionLists
  let boards = ScoreBoardPool()
  let recentPhrases = RecentlyUsed<[UInt32], PostingLists>(capacity: 16)
  let recentQueries = RecentlyUsed<LexicalQuery.Source, LexicalQuery>(capacity: 4)
  private let recentFactors = RecentlyUsed<FieldFactors.Parameters, FieldFactors>(capacity: 3)

  init(
    image: SharedArray<UInt8>, analyzer: Analyzer, count: Int, fields: [LexicalField],
    vocabulary: Vocabulary, postings: PostingLists, positions: PositionLists
  ) {
    self.image = image
    self.analyzer = analyzer
    self.count = count
    self.fields = fields
    self.vocabulary = vocabulary
    self.postings = postings
    self.positions = positions
  }

  /// The names of the indexed fields, in order.
  package var fieldNames: [String] { fields.map(\.name) }

  /// How many different terms there are.
  package var termCount: Int { vocabulary.terms.count }

  /// Scores every item that has a term of the query in a field of positive weight.
  /// - Complexity: O(items + postings of the query's terms).
  package func scores(of query: LexicalQuery, lane: LexicalLane) -> LaneScores {
    var values = [Double](repeating: .nan, count: count)
    for entry in top(count, of: query, lane: lane).entries { values[Int(entry.ordinal)] = entry.score }
    return LaneScores(values)
  }

  /// A query under a lane's parameters.
  func scan(_ query: LexicalQuery, lane: LexicalLane) -> LexicalScan {
    LexicalScan(postings: postings, query: query, formula: formula(lane))
  }

  /// The formula under a lane's parameters; new values of b or of a weight cost a pass over the items' lengths.
  func formula(_ lane: LexicalLane) -> BM25F {
    let parameters = BM25F.parameters(lane, fields: fields)
    let factors = recentFactors.value(for: parameters) {
      FieldFactors(parameters, fields: fields, items: count)
    }
    return BM25F(k1: lane.k1, factors: factors, items: count)
  }
}
