import Foundation
import Retrieval

/// BM25F written down as its definition says, by counting words again for every item, field and term.
struct BM25FOracle {
  let fieldNames: [String]
  /// Words by item and field.
  let corpus: [[[String]]]
  let lane: LexicalLane

  func score(of item: Int, query: [String]) -> Double {
    query.reduce(0) { $0 + score(of: item, phrase: [$1]) }
  }

  /// The score of words that have to follow each other.
  func score(of item: Int, phrase: [String]) -> Double {
    let frequency = frequency(of: phrase, in: item)
    if frequency == 0 { return 0 }
    let df = corpus.count { item in item.contains { Self.occurrences(of: phrase, in: $0) > 0 } }
    return idf(df) * saturated(frequency)
  }

  /// The score of a word that is still being typed.
  func score(of item: Int, prefix: String) -> Double {
    let expansions = Set(corpus.joined().joined().filter { $0.hasPrefix(prefix) })
    let df = corpus.count { item in item.joined().contains { expansions.contains($0) } }
    let shared = expansions.map { idf(df) * saturated(frequency(of: [$0], in: item)) }.max() ?? 0
    return max(shared, expansions.contains(prefix) ? score(of: item, query: [prefix]) : 0)
  }

  /// Ordinals in the order of a ranking, from scores of all items.
  static func ranking(_ scores: [Double], within: (Int) -> Bool) -> [Int] {
    scores.indices.filter { scores[$0] > 0 && within($0) }.sorted { (-scores[$0], $0) < (-scores[$1], $1) }
  }

  static func occurrences(of phrase: [String], in words: [String]) -> Int {
    words.indices.count { words[$0...].starts(with: phrase) }
  }

  private func idf(_ df: Int) -> Double {
    log(1 + (Double(corpus.count) - Double(df) + 0.5) / (Double(df) + 0.5))
  }

  private func frequency(of phrase: [String], in item: Int) -> Double {
    var frequency = 0.0
    for (field, name) in fieldNames.enumerated() {
      let occurrences = Self.occurrences(of: phrase, in: corpus[item][field])
      if occurrences == 0 { continue }
      let filled = corpus.map { Double($0[field].count) }.filter { $0 > 0 }
      let average = filled.reduce(0, +) / Double(filled.count)
      let norm = 1 - lane.b + lane.b * Double(corpus[item][field].count) / average
      frequency += (lane.fieldWeights[name] ?? 1) * Double(occurrences) / norm
    }
    return frequency
  }

  private func saturated(_ frequency: Double) -> Double {
    frequency == 0 ? 0 : frequency / (lane.k1 + frequency)
  }
}
