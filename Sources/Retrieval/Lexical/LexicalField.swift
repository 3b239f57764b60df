/// One text field of an index: its name and how long it is in every item.
struct LexicalField: Hashable, Sendable {
  /// The field's name in the catalogue.
  let name: String
  /// How many terms the field has in each item, by ordinal.
  let lengths: [UInt32]
  /// The mean length over the items whose field is not empty; 0 when it always is.
  let averageLength: Double

  /// Makes a field.
  init(name: String, lengths: [UInt32]) {
    self.name = name
    self.lengths = lengths
    let filled = lengths.count { $0 > 0 }
    let total = lengths.reduce(0.0) { $0 + Double($1) }
    averageLength = filled == 0 ? 0 : total / Double(filled)
  }
}
