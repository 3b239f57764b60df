import Embeddings
import Retrieval
import TestSupport

/// A catalogue of random vectors and words, in any order of its items.
struct RandomCatalogue {
  static let lengths = [8, 16, 32]

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
    dense = DenseIndex(text: text, picture: picture, dimensions: Self.lengths)
    lexical = builder.build()
    let identifiers = order.enumerated().map {
      (identifier: "id-\($0.element % 20)", ordinal: UInt32($0.offset))
    }
    searcher = Searcher(
      dense: dense, lexical: lexical, identifiers: IdentifierTable(identifiers), count: order.count)
    queries = zip(
      ["a bad cab", "e", "xylophone", "id-3", "ab ca", ""], embeddings.queries + embeddings.queries
    ).map {
      SearchQuery(text: $0, vector: $1, isTyping: $0.hasSuffix("ca"))
    }
  }

  init(seed: UInt64, items: Int) {
    self.init(seed: seed, order: Array(0..<items))
  }

  /// Plans of every mode and fusion.
  static func plans(depth: Int) -> [SearchPlan] {
    let lanes: [(DenseLane?, LexicalLane?)] = [
      (DenseLane(dimensions: 16), nil), (nil, LexicalLane()), (DenseLane(dimensions: 32), LexicalLane()),
      (DenseLane(dimensions: 8, precision: .binary, textShare: 0.2), LexicalLane(k1: 0)),
      (DenseLane(dimensions: 16, precision: .int8, textShare: 1), LexicalLane(b: 0)),
    ]
    let fusions: [Fusion] = [
      .weighted(lexicalShare: 0), .default, .weighted(lexicalShare: 1), .reciprocalRank(k: 60),
      .reciprocalRank(k: 0),
    ]
    return lanes.flatMap { dense, lexical in
      fusions.map { SearchPlan(dense: dense, lexical: lexical, fusion: $0, depth: depth) }
    }
  }
}

/// Fusion written down as its definition says, from the lanes' scores.
struct FusionOracle {
  let dense: [Double?]
  let lexical: [Double?]
  let fusion: Fusion

  func score(of item: Int) -> Double? {
    if dense.allSatisfy({ $0 == nil }) { return lexical[item] }
    if lexical.allSatisfy({ $0 == nil }) { return dense[item] }
    if dense[item] == nil && lexical[item] == nil { return nil }
    switch fusion {
    case .weighted(let share):
      let cosines = dense.compactMap(\.self)
      let low = cosines.min() ?? 0
      let extent = (cosines.max() ?? 0) - low
      let similarity = extent == 0 ? 0 : (dense[item] ?? low) - low
      let match = (lexical[item] ?? 0) / (lexical.compactMap(\.self).max() ?? 1)
      return (1 - share) * (extent == 0 ? 0 : similarity / extent) + share * match
    case .reciprocalRank(let k):
      return reciprocalRank(item, in: dense, k: k) + reciprocalRank(item, in: lexical, k: k)
    }
  }

  private func reciprocalRank(_ item: Int, in list: [Double?], k: Int) -> Double {
    guard let score = list[item] else { return 0 }
    let better = list.count { $0.map { Float($0) > Float(score) } ?? false }
    return 1 / Double(k + better + 1)
  }
}
