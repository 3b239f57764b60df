/// The roles somebody named, on the command line or in `catalog.toml`; what is `nil` is left to others.
package struct RoleDeclaration: Hashable, Sendable {
  /// As in `FieldRoles`.
  package var id: String?
  /// As in `FieldRoles`.
  package var title: String?
  /// As in `FieldRoles`.
  package var text: [String]?
  /// As in `FieldRoles`.
  package var brand: String?
  /// As in `FieldRoles`.
  package var category: String?
  /// As in `FieldRoles`.
  package var price: String?
  /// As in `FieldRoles`.
  package var currency: String?
  /// As in `FieldRoles`.
  package var image: String?
  /// As in `FieldRoles`.
  package var identifiers: [String]?
  /// As in `FieldRoles`.
  package var display: [String]?
  /// As in `FieldRoles`.
  package var weights: [String: Double]?

  /// Declares nothing.
  package init() {}

  /// This declaration with its gaps filled from `other`.
  package func completed(by other: RoleDeclaration) -> RoleDeclaration {
    var result = self
    result.id = id ?? other.id
    result.title = title ?? other.title
    result.text = text ?? other.text
    result.brand = brand ?? other.brand
    result.category = category ?? other.category
    result.price = price ?? other.price
    result.currency = currency ?? other.currency
    result.image = image ?? other.image
    result.identifiers = identifiers ?? other.identifiers
    result.display = display ?? other.display
    result.weights = weights ?? other.weights
    return result
  }

  /// Every field that is named, in the order of the roles.
  package var namedFields: [String] {
    let single = [id, title, brand, category, price, currency, image].compactMap { $0 }
    return single + (text ?? []) + (identifiers ?? []) + (display ?? [])
      + (weights ?? [:]).keys.sorted()
  }
}
