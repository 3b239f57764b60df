/// One text field of an index: its name and how long it is in every item.
struct LexicalField: Sendable {
  /// The field's name in the catalogue.
  let name: String
  /// How many terms the field has in each item, by ordinal.
  let lengths: SharedArray<UInt32>
  /// The mean length over the items whose field is not empty; 0 when it always is.
  let averageLength: Double

  /// Makes a field whose lengths add up to `total`, `filled` of them not 0.
  init(name: String, lengths: SharedArray<UInt32>, total: UInt64, filled: UInt64) {
    self.name = name
    self.lengths = lengths
    averageLength = filled == 0 ? 0 : Double(total) / Double(filled)
  }
}
