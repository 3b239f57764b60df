/// Which field of a catalogue plays which role.
///
/// A name stands for the field itself and for everything nested in it: `attributes` also means `attributes.colour`.
package struct FieldRoles: Hashable, Sendable, Codable {
  /// The field that names an item.
  package var id: String
  /// The field a result row shows first.
  package var title: String
  /// Every searched field in the order in which it is read, title, brand and category included where they count.
  package var text: [String]
  /// Who makes or sells the item.
  package var brand: String?
  /// Where the shop files it.
  package var category: String?
  /// What it costs.
  package var price: String?
  /// The currency of the price.
  package var currency: String?
  /// The path of the picture, relative to the catalogue's folder.
  package var image: String?
  /// Fields matched whole and never as words, such as stock numbers; the id always counts as one.
  package var identifiers: [String]
  /// Further fields worth showing beside a result.
  package var display: [String]
  /// How much a searched field counts in lexical search; 1 where it is not named.
  package var weights: [String: Double]

  /// Makes roles; those left out are played by no field.
  package init(
    id: String, title: String, text: [String], brand: String? = nil, category: String? = nil,
    price: String? = nil, currency: String? = nil, image: String? = nil, identifiers: [String] = [],
    display: [String] = [], weights: [String: Double] = [:]
  ) {
    self.id = id
    self.title = title
    self.text = text
    self.brand = brand
    self.category = category
    self.price = price
    self.currency = currency
    self.image = image
    self.identifiers = identifiers
    self.display = display
    self.weights = weights
  }

  /// The roles in one line, such as `id from asin; title from name; text from name, bullets; image from photo`.
  package var sentence: String {
    let single = [
      ("brand", brand), ("category", category), ("price", price), ("currency", currency), ("image", image),
    ]
    var parts = ["id from \(id)", "title from \(title)", "text from \(text.joined(separator: ", "))"]
    parts += single.compactMap { role, field in field.map { "\(role) from \($0)" } }
    if !identifiers.isEmpty { parts.append("identifiers from \(identifiers.joined(separator: ", "))") }
    return parts.joined(separator: "; ")
  }
}
