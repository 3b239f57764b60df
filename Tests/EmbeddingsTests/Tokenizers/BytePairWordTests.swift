import TestSupport
import Testing

@testable import Embeddings

@Suite struct BytePairWordTests {
  /// Random rules over few tokens, so that many pairs compete, and words of all lengths.
  @Test func heapAndSearchJoinTheSame() {
    for seed in 0..<300 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let merges = rules(using: &generator)
      let table = MergeTable(merges)
      let tokens = (0..<Int.random(in: 0...120, using: &generator)).map { _ in
        Int32.random(in: 0..<4, using: &generator)
      }
      var expected = tokens
      joinObviously(&expected, merges)

      var word = BytePairWord()
      for token in tokens { word.append(token) }
      var byHeap: [Int32] = []
      var copy = word
      copy.joinByHeap(table, into: &byHeap)
      #expect(byHeap == expected, "heap, seed \(seed)")

      var either: [Int32] = [-1]
      word.join(by: table, into: &either)
      #expect(either.dropFirst() == expected[...], "seed \(seed)")
    }
  }

  /// Rules that join any two tokens made before into a new one.
  private func rules(using generator: inout SeededGenerator) -> [ModelTables.Merge] {
    var rules: [ModelTables.Merge] = []
    for result in 4..<Int32.random(in: 5...40, using: &generator) {
      let left = Int32.random(in: 0..<result, using: &generator)
      let right = Int32.random(in: 0..<result, using: &generator)
      guard !rules.contains(where: { $0.left == left && $0.right == right }) else { continue }
      rules.append(ModelTables.Merge(left: left, right: right, result: result))
    }
    return rules.shuffled(using: &generator)
  }

  /// Applies the first rule that fits anywhere, at its first place, until none does.
  private func joinObviously(_ tokens: inout [Int32], _ merges: [ModelTables.Merge]) {
    var rank = 0
    while rank < merges.count {
      let merge = merges[rank]
      let place = tokens.indices.dropLast().first {
        tokens[$0] == merge.left && tokens[$0 + 1] == merge.right
      }
      guard let place else {
        rank += 1
        continue
      }
      tokens.replaceSubrange(place...place + 1, with: [merge.result])
      rank = 0
    }
  }
}
