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
  /// The content of that file.
  package var itemsFile: ItemsFile
  /// How text became terms: the language of the stemmer and stop words.
  package var language: String
  /// How many records could not be read.
  package var skippedLines: Int
  /// How many items name a picture that could not be used.
  package var missingPictures: Int
  /// How many items name a picture on the network, which is never fetched.
  package var remotePictures: Int

  /// Describes an index of the catalogue at `location` that will lie in the folder `index`.
  package init(
    encoder: EncoderCard, location: CatalogueLocation, itemsFile: ItemsFile, index: String, roles: FieldRoles,
    language: String, skippedLines: Int = 0, missingPictures: Int = 0, remotePictures: Int = 0
  ) {
    self.encoder = encoder.id
    fingerprint = encoder.fingerprint
    dimensions = encoder.dimensions
    catalogue = Path.relative(location.folder, to: Path.futureReal(index))
    items = location.items
    self.itemsFile = itemsFile
    self.roles = roles
    self.language = language
    self.skippedLines = skippedLines
    self.missingPictures = missingPictures
    self.remotePictures = remotePictures
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
