import Embeddings
import Retrieval
import TestSupport

/// A catalogue of random vectors and words, in any order of its items.
struct RandomCatalogue {
  static let lengths = [8, 16, 32]

  let text: EmbeddingMatrix
  let picture: EmbeddingMatrix
  let searcher: Searcher
  let dense: DenseIndex
  let lexical: LexicalIndex
  let queries: [SearchQuery]

  /// Makes a catalogue whose ordinal `i` is item `order[i]`.
  init(seed: UInt64, order: [Int]) {
    let embeddings = RandomEmbeddings(items: order.count, dimensions: 32, seed: seed)
    let words = RandomCorpus(seed: seed, items: order.count)
    var text = EmbeddingMatrix(dimensions: 32)
    var picture = EmbeddingMatrix(dimensions: 32)
    var builder = LexicalIndexBuilder(analyzer: Analyzer(stemming: .none), fields: RandomCorpus.fields)
    for item in order {
      text.append(Array(embeddings.text.row(item)))
      picture.append(Array(embeddings.picture.row(item)))
      builder.append(words.corpus[item].map { $0.joined(separator: " ") })
    }
    (self.text, self.picture) = (text, picture)
    dense = DenseIndex(text: text, picture: picture, dimensions: Self.lengths)
    lexical = builder.build()
    searcher = Searcher(dense: dense, lexical: lexical, count: order.count)
    // Three items have the name, one of which no lane may score.
    let named = order.indices.filter { order[$0] % 20 == 3 }.map { UInt32($0) }
    let texts = ["a bad cab", "e", "xylophone", "id-3", "ab ca", "a"]
    queries = zip(texts, embeddings.queries + embeddings.queries).map {
      SearchQuery(
        text: $0, vector: $1, isTyping: $0.hasSuffix("ca"), named: $0 == "id-3" ? named : [])
    }
  }

  init(seed: UInt64, items: Int) {
    self.init(seed: seed, order: Array(0..<items))
  }

  /// The catalogue's items that a filter lets through: all, two thirds, one, none.
  var filters: [ItemSet?] {
    let items = 0..<UInt32(searcher.count)
    return [
      nil, ItemSet(items.filter { $0 % 3 != 1 }, universe: searcher.count),
      ItemSet([7], universe: searcher.count), ItemSet(universe: searcher.count),
    ]
  }

  /// The same query among other items.
  static func query(_ query: SearchQuery, among eligible: ItemSet?) -> SearchQuery {
    SearchQuery(
      text: query.text, vector: query.vector, isTyping: query.isTyping, named: query.named,
      eligible: eligible)
  }

  /// Every fusion with every normalisation.
  static let fusions: [Fusion] =
    [.reciprocalRank(k: 60), .reciprocalRank(k: 0)]
    + Normalisation.allCases.flatMap { normalisation -> [Fusion] in
      [0, 0.1, 1].map { .weighted(lexicalShare: $0, normalisation: normalisation) }
        + [.combSUM(normalisation), .combMNZ(normalisation)]
    }

  /// Plans of every mode, fusion and fusion depth.
  static func plans(depth: Int) -> [SearchPlan] {
    let dense = [
      DenseLane(dimensions: 32), DenseLane(dimensions: 8, precision: .binary, textShare: 0.2),
      DenseLane(dimensions: 16, precision: .int8, textShare: 1),
      DenseLane(dimensions: 16, precision: .asymmetric), DenseLane(dimensions: 32, precision: .twoBit),
      DenseLane(dimensions: 8, precision: .product),
      DenseLane(dimensions: 32, coarse: CoarseStage(dimensions: 8, precision: .int8, shortlist: 20)),
    ]
    let lexical = [LexicalLane(), LexicalLane(k1: 0), LexicalLane(b: 0)]
    let single =
      dense.map { SearchPlan(dense: $0, lexical: nil, depth: depth) }
      + lexical.map { SearchPlan(dense: nil, lexical: $0, depth: depth) }
    // A list of everything and a short one for each fusion.
    let depths: [[FusionDepth]] = [[.all, .top(10)], [.top(1000), .top(1)], [.all, .top(12)]]
    return single
      + fusions.enumerated().flatMap { index, fusion in
        depths[index % 3].map {
          SearchPlan(
            dense: dense[index % dense.count], lexical: lexical[index / 3 % 3], fusion: fusion,
            fusionDepth: $0,
            depth: depth)
        }
      }
  }
}
