/// Something that maps texts and pictures into one vector space.
///
/// Guarantees every implementation gives, checked by the conformance suite: the same call gives the same bits
/// on the same machine, and an input among others what it gives alone but for rounding (1e-5 per component); every
/// vector has `card.dimensions.last` components and is unit length, except that an empty text gives all zeros; what is
/// not among the card's modalities is refused with `EncoderError.unencodable`, never answered with a placeholder;
/// implementations may be called from several threads at once.
package protocol Encoder: Sendable {
  /// Who the encoder is and which truncations it declares.
  var card: EncoderCard { get }

  /// Encodes a query as typed.
  func encode(query: String) throws(EncoderError) -> [Float]

  /// Encodes an item's text fields.
  func encode(item: ItemText) throws(EncoderError) -> [Float]

  /// Encodes a picture.
  func encode(picture: PixelImage) throws(EncoderError) -> [Float]

  /// Encodes the texts of several items; the vectors come in the order of the items.
  ///
  /// About `card.batch` at once is what the encoder likes best; any number is right.
  func encode(items: [ItemText]) throws(EncoderError) -> [[Float]]

  /// Encodes several pictures; the vectors come in the order of the pictures.
  ///
  /// About `card.batch` at once is what the encoder likes best; any number is right.
  func encode(pictures: [PixelImage]) throws(EncoderError) -> [[Float]]

  /// Encodes items by text and picture together, where `card.fusion` is early; all others refuse it.
  /// - Parameters:
  ///   - items: the items' texts.
  ///   - pictures: for each item its picture, or `nil` for one that is known by its text alone.
  /// - Returns: one vector for each item, in their order; all zeros without text and picture.
  /// - Throws: `EncoderError.unencodable` from an encoder whose fusion is late.
  func encode(items: [ItemText], pictures: [PixelImage?]) throws(EncoderError) -> [[Float]]
}

extension Encoder {
  /// One item after the other.
  package func encode(items: [ItemText]) throws(EncoderError) -> [[Float]] {
    try items.map { item throws(EncoderError) in try encode(item: item) }
  }

  /// One picture after the other.
  package func encode(pictures: [PixelImage]) throws(EncoderError) -> [[Float]] {
    try pictures.map { picture throws(EncoderError) in try encode(picture: picture) }
  }

  /// Refused: text and picture are encoded apart.
  package func encode(items: [ItemText], pictures: [PixelImage?]) throws(EncoderError) -> [[Float]] {
    throw .unencodable(reason: "\(card.id) encodes texts and pictures apart")
  }
}
