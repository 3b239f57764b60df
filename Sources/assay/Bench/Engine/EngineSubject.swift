internal import Embeddings
internal import Relevance
internal import Retrieval
internal import Storage

/// What the engine bench measures: an opened index and queries whose vectors are ready.
struct EngineSubject {
  /// A query that is only ranked, not parsed or encoded again.
  struct Prepared {
    let text: String
    let vector: [Float]
  }

  /// Where the index lies.
  let path: String
  let workspace: Workspace
  /// At least one; as many as wanted when the query set has them.
  let queries: [Prepared]

  /// Opens the index at `path` with the first `count` queries of a set.
  ///
  /// The set is the one named, else the catalogue's own; a smaller one is gone through several times, which no cache
  /// of recent queries notices.
  /// - Throws: what opening throws, and `CommandFailure` when there is no query.
  init(_ path: String, queries: String?, count: Int, settings: Settings) throws {
    let workspace = try Workspace.open(path, settings: settings)
    let companions = CatalogueCompanions(workspace.archive)
    guard let file = queries ?? companions.queries ?? companions.guessedQueries else {
      throw CommandFailure.usage("\(path) has no query set; name one with --queries")
    }
    let set = try EvaluationFiles.queries(file).queries.filter { !$0.text.allSatisfy(\.isWhitespace) }
    guard !set.isEmpty else { throw CommandFailure.data("\(file): no query with a text") }
    self.path = workspace.archive.path
    self.workspace = workspace
    self.queries = try (0..<count).map { number in
      let text = set[number % set.count].text
      return Prepared(text: text, vector: try workspace.encoder.encode(query: text))
    }
  }

  var searcher: Searcher { workspace.searcher }
  var itemCount: Int { workspace.archive.manifest.itemCount }
  /// What made the vectors.
  var encoderID: String { workspace.encoder.card.id }
  /// The lengths worth measuring: 256, or the longest below, and the full one.
  var lengths: [Int] {
    let declared = workspace.dimensions
    let middle = declared.last { $0 <= 256 } ?? declared[0]
    let full = declared[declared.count - 1]
    return middle == full ? [full] : [middle, full]
  }
  /// The length that moves and hybrid searches begin at.
  var length: Int { lengths[0] }

  /// The best items by cosine at a length.
  func densePlan(_ dimensions: Int, depth: Int = 100) -> SearchPlan {
    SearchPlan(dense: DenseLane(dimensions: dimensions), lexical: nil, depth: depth)
  }

  /// The best items by BM25F with the catalogue's weights.
  var lexicalPlan: SearchPlan { SearchPlan(dense: nil, lexical: lexicalLane, depth: 100) }

  /// Both, fused as the program does when nothing else is said.
  var hybridPlan: SearchPlan {
    SearchPlan(dense: DenseLane(dimensions: length), lexical: lexicalLane, depth: 100)
  }

  private var lexicalLane: LexicalLane { LexicalLane(fieldWeights: workspace.fieldWeights) }
}
