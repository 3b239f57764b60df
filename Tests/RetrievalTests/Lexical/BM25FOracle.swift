import Foundation
import Retrieval

/// BM25F written down as its definition says, by counting words again for every item, field and term.
struct BM25FOracle {
  let fieldNames: [String]
  /// Words by item and field.
  let corpus: [[[String]]]
  let lane: LexicalLane

  func score(of item: Int, query: [String]) -> Double {
    query.reduce(0) { $0 + idf([$1]) * saturation(of: $1, in: item) }
  }

  /// The score of a word that is still being typed.
  func score(of item: Int, prefix: String) -> Double {
    let expansions = Set(corpus.joined().joined().filter { $0.hasPrefix(prefix) })
    let shared = expansions.map { idf(expansions) * saturation(of: $0, in: item) }.max() ?? 0
    return max(shared, expansions.contains(prefix) ? score(of: item, query: [prefix]) : 0)
  }

  private func idf(_ words: Set<String>) -> Double {
    let df = Double(corpus.count { item in item.joined().contains { words.contains($0) } })
    return log(1 + (Double(corpus.count) - df + 0.5) / (df + 0.5))
  }

  private func saturation(of word: String, in item: Int) -> Double {
    var frequency = 0.0
    for (field, name) in fieldNames.enumerated() {
      let occurrences = corpus[item][field].count { $0 == word }
      if occurrences == 0 { continue }
      let filled = corpus.map { Double($0[field].count) }.filter { $0 > 0 }
      let average = filled.reduce(0, +) / Double(filled.count)
      let norm = 1 - lane.b + lane.b * Double(corpus[item][field].count) / average
      frequency += (lane.fieldWeights[name] ?? 1) * Double(occurrences) / norm
    }
    return frequency == 0 ? 0 : frequency / (lane.k1 + frequency)
  }
}
