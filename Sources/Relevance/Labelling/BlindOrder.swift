/// A shuffled order that belongs to one assessor and one query, so that ranks can't be guessed from it.
///
/// Every item has a key: `FNV1a` over the UTF-8 of assessor, query id and item id, each
/// followed by the byte 0xff, which no UTF-8 contains, then the finishing function of SplitMix64 (Steele, Lea and
/// Flood 2014). Items stand in the order of their keys. So the order is the same on every machine and in every
/// session, and an item that comes or goes never moves the others.
package struct BlindOrder: Hashable, Sendable {
  private let prefix: FNV1a

  /// Makes the order of one assessor for one query.
  package init(assessor: String, queryID: QueryID) {
    prefix = FNV1a().followed(by: assessor).followed(by: queryID.text)
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
    SeededRandom.mixed(prefix.followed(by: item.text).value)
  }
}

extension FNV1a {
  /// The hash of what came so far, a text and the byte that ends it.
  fileprivate func followed(by text: String) -> FNV1a {
    var hash = self
    hash.add(text)
    hash.add(0xff)
    return hash
  }
}
