/// How often an item was shown at one position for a query, and what came of it.
package struct ClickRecord: Hashable, Sendable {
  /// The query's id.
  package let queryID: QueryID
  /// The item.
  package let item: DocumentID
  /// The rank it was shown at, from 1.
  package let position: Int
  /// How often it was shown there.
  package let impressions: Int
  /// How often it was clicked there.
  package let clicks: Int
  /// How often it was put into the basket.
  package let cartAdditions: Int
  /// How often it was bought.
  package let purchases: Int

  /// Makes a record.
  package init(
    queryID: QueryID, item: DocumentID, position: Int, impressions: Int, clicks: Int, cartAdditions: Int = 0,
    purchases: Int = 0
  ) {
    self.queryID = queryID
    self.item = item
    self.position = position
    self.impressions = impressions
    self.clicks = clicks
    self.cartAdditions = cartAdditions
    self.purchases = purchases
  }
}
