/// An item's text by role, as the catalogue's field roles assign it; an absent role is empty.
package struct ItemText: Hashable, Sendable {
  /// The name of the item.
  package var title: String
  /// Who makes or sells it.
  package var brand: String
  /// Where the shop files it.
  package var category: String
  /// Every other searchable text in catalogue order (description, bullets…), never identifiers or prices.
  package var text: [String]

  /// Makes an item's text.
  package init(title: String, brand: String = "", category: String = "", text: [String] = []) {
    self.title = title
    self.brand = brand
    self.category = category
    self.text = text
  }
}
