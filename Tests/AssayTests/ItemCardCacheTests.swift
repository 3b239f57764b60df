import Explorer
import Relevance
import TestSupport
import Testing

@testable import assay

@Suite struct ItemCardCacheTests {
  private func card(_ ordinal: UInt32) -> ItemCard {
    ItemCard(id: DocumentID("p\(ordinal)"), title: "item \(ordinal)", facts: [], picture: nil)
  }

  /// Whatever was asked before, the cards are those that the store has, and in the order asked for.
  @Test func answersAreThoseOfTheStore() {
    var generator = SeededGenerator(seed: 5)
    let cache = ItemCardCache(capacity: 40)
    for _ in 0..<300 {
      let ordinals = Array(
        (0..<UInt32(60)).shuffled(using: &generator).prefix(Int.random(in: 0...30, using: &generator)))
      var asked: [[UInt32]] = []
      // The store has no item 13.
      let cards = cache.cards(of: ordinals) { missing in
        asked.append(missing)
        return missing.filter { $0 != 13 }.map { ($0, card($0)) }
      }
      #expect(cards == ordinals.filter { $0 != 13 }.map(card))
      #expect(asked.count <= 1 && Set(asked.joined()).isSubset(of: ordinals))
    }
  }

  @Test func whatWasLoadedIsNotLoadedAgain() {
    let cache = ItemCardCache(capacity: 10)
    _ = cache.cards(of: [1, 2]) { $0.map { ($0, card($0)) } }
    var asked: [UInt32] = []
    let cards = cache.cards(of: [2, 3, 1]) { missing in
      asked += missing
      return missing.map { ($0, card($0)) }
    }
    #expect(asked == [3])
    #expect(cards == [card(2), card(3), card(1)])
  }

  @Test func aFailureIsPassedOnAndKeepsNothing() {
    struct Gone: Error {}
    let cache = ItemCardCache(capacity: 10)
    #expect(throws: Gone.self) { try cache.cards(of: [1]) { _ throws(Gone) in throw Gone() } }
    #expect(cache.cards(of: [1]) { $0.map { ($0, card($0)) } } == [card(1)])
  }
}
