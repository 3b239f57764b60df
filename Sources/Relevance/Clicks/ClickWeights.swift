/// How much each kind of act tells about relevance, in clicks.
package struct ClickWeights: Hashable, Sendable {
  /// What an addition to the basket adds to the click before it.
  package let cartAddition: Double
  /// What a purchase adds to both.
  package let purchase: Double

  /// Clicks alone unless said otherwise.
  package init(cartAddition: Double = 0, purchase: Double = 0) {
    self.cartAddition = cartAddition
    self.purchase = purchase
  }

  /// The acts of a record as clicks.
  func acts(of record: ClickRecord) -> Double {
    Double(record.clicks) + cartAddition * Double(record.cartAdditions) + purchase * Double(record.purchases)
  }
}
