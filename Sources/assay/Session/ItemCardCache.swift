internal import Explorer
internal import Synchronization

/// The cards of items that were listed lately; safe from any thread.
///
/// A keystroke lists hundreds of items that were mostly listed before; reading them from the store took longer than
/// ranking them.
final class ItemCardCache: Sendable {
  private let capacity: Int
  private let cards = Mutex<[UInt32: ItemCard]>([:])

  /// Keeps at most about `capacity` cards.
  init(capacity: Int) {
    self.capacity = capacity
  }

  /// The cards of items in their order.
  ///
  /// `load` is called at most once, with the ordinals that are not kept, and returns as many of their cards as there
  /// are.
  func cards<Failure: Error>(
    of ordinals: [UInt32], load: ([UInt32]) throws(Failure) -> [(ordinal: UInt32, card: ItemCard)]
  ) throws(Failure) -> [ItemCard] {
    var known = cards.withLock { cards in
      ordinals.reduce(into: [UInt32: ItemCard]()) { known, ordinal in known[ordinal] = cards[ordinal] }
    }
    let missing = ordinals.filter { known[$0] == nil }
    if !missing.isEmpty {
      let loaded = try load(missing)
      for (ordinal, card) in loaded { known[ordinal] = card }
      cards.withLock { cards in
        // Starting anew is rare and cheap; the items on the screen are back with the next answer.
        if cards.count + loaded.count > capacity { cards.removeAll(keepingCapacity: true) }
        for (ordinal, card) in loaded { cards[ordinal] = card }
      }
    }
    return ordinals.compactMap { known[$0] }
  }
}
