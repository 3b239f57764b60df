package import Embeddings

/// What an index was made from.
package struct IndexSource: Hashable, Sendable, Codable {
  /// The name of the encoder.
  package var encoder: String
  /// The encoder's fingerprint; queries must be encoded by one with the same.
  package var fingerprint: String
  /// The truncations that the encoder declares, ascending; the last is the length of the stored vectors.
  package var dimensions: [Int]
  /// The catalogue's folder, relative to the index.
  package var catalogue: String
  /// The file with the items, relative to the catalogue's folder.
  package var items: String
  /// Which field played which role.
  package var roles: FieldRoles
  /// How many records could not be read.
  package var skippedLines: Int
  /// How many items name a picture that could not be used.
  package var missingPictures: Int
  /// When the index was made, ISO 8601 in UTC.
  package var created: String

  /// Describes an index of the catalogue at `location` that will lie in the folder `index`.
  package init(
    encoder: EncoderCard, location: CatalogueLocation, index: String, roles: FieldRoles,
    skippedLines: Int = 0,
    missingPictures: Int = 0, created: String
  ) {
    self.encoder = encoder.id
    fingerprint = encoder.fingerprint
    dimensions = encoder.dimensions
    catalogue = Path.relative(location.folder, to: Path.futureReal(index))
    items = location.items
    self.roles = roles
    self.skippedLines = skippedLines
    self.missingPictures = missingPictures
    self.created = created
  }

  /// Whether the dimensions ascend from above 0 to a length that some encoder may have.
  var hasLengths: Bool {
    zip([0] + dimensions, dimensions).allSatisfy { $0 < $1 } && (1...(1 << 20)).contains(dimensions.last ?? 0)
  }

  /// The card of the encoder.
  package var encoderCard: EncoderCard {
    EncoderCard(id: encoder, fingerprint: fingerprint, dimensions: dimensions)
  }
}
