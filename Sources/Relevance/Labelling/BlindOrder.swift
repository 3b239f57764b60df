/// A shuffled order that belongs to one assessor and one query, so that ranks can't be guessed from it.
///
/// Every item has a key: FNV-1a (64 bits, Fowler, Noll and Vo) over the UTF-8 of assessor, query id and item id, each
/// followed by the byte 0xff, which no UTF-8 contains, then the finishing function of SplitMix64 (Steele, Lea and
/// Flood 2014). Items stand in the order of their keys. So the order is the same on every machine and in every
/// session, and an item that comes or goes never moves the others.
package struct BlindOrder: Hashable, Sendable {
  private let prefix: UInt64

  /// Makes the order of one assessor for one query.
  package init(assessor: String, queryID: QueryID) {
    prefix = Self.extended(Self.extended(0xcbf2_9ce4_8422_2325, by: assessor), by: queryID.text)
  }

  /// The items in this order.
  /// - Complexity: O(n log n).
  package func sorted(_ items: some Sequence<DocumentID>) -> [DocumentID] {
    items.map { (key: key(of: $0), item: $0) }
      .sorted { ($0.key, $0.item) < ($1.key, $1.item) }
      .map(\.item)
  }

  /// Where an item stands: smaller keys come first.
  func key(of item: DocumentID) -> UInt64 {
    SeededRandom.mixed(Self.extended(prefix, by: item.text))
  }

  private static func extended(_ hash: UInt64, by text: String) -> UInt64 {
    var hash = hash
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return (hash ^ 0xff) &* 0x100_0000_01b3
  }
}
