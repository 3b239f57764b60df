import Relevance
import Testing

@Suite struct FiniteSampleTests {
  /// The probability of drawing exactly `seen` hits, from counting all samples.
  private func chance(_ seen: Int, hits: Int, drawn: Int, of items: Int) -> Double {
    choices(hits, seen) * choices(items - hits, drawn - seen) / choices(items, drawn)
  }

  private func choices(_ items: Int, _ chosen: Int) -> Double {
    guard chosen >= 0, chosen <= items else { return 0 }
    return (0..<chosen).reduce(1.0) { $0 * Double(items - $1) / Double($1 + 1) }
  }

  @Test func theTailIsThatOfCounting() {
    for items in [1, 2, 5, 12] {
      for drawn in 0...items {
        for hits in 0...items {
          for seen in 0...drawn {
            let expected = (0...seen).reduce(0.0) {
              $0 + chance($1, hits: hits, drawn: drawn, of: items)
            }
            let tail = FiniteSample(drawn, of: items).atMost(seen, of: hits)
            #expect(abs(tail - expected) < 1e-9, "\(seen) of \(drawn), \(hits) of \(items)")
          }
        }
      }
    }
  }

  /// Each bound misses with a probability of at most alpha, and is the tightest that does: the next one would be
  /// believed.
  @Test func boundsMissAsRarelyAsTheyMay() {
    for items in [1, 3, 10, 24] {
      for drawn in 0...items {
        let sample = FiniteSample(drawn, of: items)
        for alpha in [0.2, 0.025] {
          for seen in 0...drawn {
            let most = sample.most(seeing: seen, alpha: alpha)
            let least = sample.least(seeing: seen, alpha: alpha)
            #expect(seen <= least && least <= most && most <= items - (drawn - seen))
            if most < items - (drawn - seen) { #expect(sample.atMost(seen, of: most + 1) <= alpha) }
          }
          for hits in 0...items {
            let chances = (0...drawn).map { chance($0, hits: hits, drawn: drawn, of: items) }
            let above = (0...drawn).filter { sample.most(seeing: $0, alpha: alpha) < hits }
            let below = (0...drawn).filter { sample.least(seeing: $0, alpha: alpha) > hits }
            #expect(above.reduce(0) { $0 + chances[$1] } <= alpha + 1e-9, "\(hits) of \(items), \(drawn)")
            #expect(below.reduce(0) { $0 + chances[$1] } <= alpha + 1e-9, "\(hits) of \(items), \(drawn)")
          }
        }
      }
    }
  }

  @Test func nothingDrawnSaysNothing() {
    #expect(FiniteSample(0, of: 9).most(seeing: 0, alpha: 0.025) == 9)
    #expect(FiniteSample(0, of: 9).least(seeing: 0, alpha: 0.025) == 0)
    #expect(FiniteSample(9, of: 9).most(seeing: 4, alpha: 0.025) == 4)
    #expect(FiniteSample(9, of: 9).least(seeing: 4, alpha: 0.025) == 4)
  }

  @Test func aMillionItemsAreNoTrouble() {
    let sample = FiniteSample(50, of: 1_000_000)
    // (1 − p)^50 = 0.025
    let most = sample.most(seeing: 0, alpha: 0.025)
    #expect(abs(Double(most) - 71_122) < 100, "\(most)")
  }
}
