/// A field of a catalogue that a query may filter by.
package struct FilterField: Hashable, Sendable, Codable {
  /// What the values of a field are, which decides what they may be compared with.
  package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Words; compared whole, without regard to case and accents.
    case text
    /// Numbers; compared by size.
    case number
    /// `true` or `false`.
    case flag
  }

  /// The name in the catalogue, such as `attributes.color`.
  package let name: String
  /// What its values are.
  package let kind: Kind

  /// Makes a field.
  package init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }
}
