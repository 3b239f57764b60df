/// One of several models whose vectors of the same items are open side by side.
package struct VectorModel: Hashable, Sendable {
  /// Its place among the models, from 0.
  package let place: Int
  /// What to call it in a column's name.
  package let name: String
  /// The prefix lengths of its vectors, ascending.
  package let dimensions: [Int]
  /// Whether there are vectors of pictures beside those of texts.
  package let hasPictures: Bool
  /// Whether it was trained so that prefixes of its vectors are vectors, too.
  package let isMatryoshka: Bool

  /// Describes a model.
  /// - Precondition: `dimensions` is not empty.
  package init(
    place: Int, name: String, dimensions: [Int], hasPictures: Bool = true, isMatryoshka: Bool = true
  ) {
    precondition(!dimensions.isEmpty, "vectors have at least one length")
    self.place = place
    self.name = name
    self.dimensions = dimensions
    self.hasPictures = hasPictures
    self.isMatryoshka = isMatryoshka
  }
}
