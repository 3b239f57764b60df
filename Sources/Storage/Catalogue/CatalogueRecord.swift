package import Embeddings
package import Relevance

/// One item of a catalogue with its fields in their roles, all text safe to show.
package struct CatalogueRecord: Hashable, Sendable {
  /// Where the record begins in the file, from 1.
  package let line: Int
  /// The item's name.
  package let id: DocumentID
  /// What a row shows first; the id for an item without a title.
  package let title: String
  /// Who makes or sells it; empty when unknown.
  package let brand: String
  /// Where the shop files it; empty when unknown.
  package let category: String
  /// What it costs, with the currency when the catalogue has one; empty when unknown.
  package let price: String
  /// The searched fields that the item has, in the order of the roles.
  package let searchedFields: [CatalogueField]
  /// The text that the encoder reads: the searched fields by role.
  package let text: ItemText
  /// Numbers and codes to match whole: the id, then the identifier fields.
  package let identifiers: [String]
  /// The (first) picture as the catalogue names it, neither resolved nor opened.
  package let image: String?
  /// Every field in the order of the file.
  package let fields: [CatalogueField]
  /// The single values of the fields that have several, by name.
  package let lists: [String: [String]]
  /// The first 16 hexadecimal digits of the SHA-256 of all fields, whatever their order.
  ///
  /// Changes when anything the catalogue says about the item changes.
  package let contentHash: String

  /// Gives the fields of a record their roles.
  /// - Throws: `StorageError.malformedLine` when the record has no id.
  init(_ raw: RawRecord, roles: FieldRoles, path: String) throws(StorageError) {
    guard let id = raw.text(roles.id) else {
      throw .malformedLine(path: path, line: raw.line, reason: "no value in the id field '\(roles.id)'")
    }
    line = raw.line
    self.id = DocumentID(id)
    title = raw.text(roles.title) ?? id
    brand = raw.text(roles.brand) ?? ""
    category = raw.text(roles.category) ?? ""
    price =
      raw.text(roles.price).map { amount in
        [Self.amount(amount), raw.text(roles.currency)].compactMap { $0 }.joined(separator: " ")
      } ?? ""
    searchedFields = roles.text.flatMap { raw.fields($0) }
    text = Self.itemText(searchedFields, roles: roles)
    identifiers = [id] + roles.identifiers.flatMap { raw.values($0) }.filter { $0 != id }
    image = roles.image.flatMap { raw.values($0).first }
    fields = raw.fields
    lists = raw.parts
    contentHash = Self.hash(raw.fields)
  }

  /// Numbers lose a last zero in JSON: `10.9` is shown as the price `10.90`.
  private static func amount(_ text: String) -> String {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let isShort = parts.count == 2 && parts[1].count == 1 && parts.joined().allSatisfy(\.isWholeNumber)
    return isShort ? text + "0" : text
  }

  private static func itemText(_ searched: [CatalogueField], roles: FieldRoles) -> ItemText {
    var text = ItemText(title: "")
    for field in searched {
      switch field.name {
      case roles.title: text.title = field.value
      case roles.brand: text.brand = field.value
      case roles.category: text.category = field.value
      default: text.text.append(field.value)
      }
    }
    return text
  }

  /// Lengths before the bytes keep `("a", "bc")` and `("ab", "c")` apart.
  private static func hash(_ fields: [CatalogueField]) -> String {
    var hash = SHA256()
    for field in fields.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
      for part in [field.name, field.value] {
        hash.update("\(part.utf8.count):")
        hash.update(part)
      }
    }
    return Hexadecimal.string(of: hash.digest().prefix(8))
  }
}
