/// Something that maps texts and pictures into one vector space.
///
/// Guarantees every implementation gives, checked by the conformance suite: the same input gives the same bits
/// on the same machine; every vector has `card.dimensions.last` components and is unit length, except that an
/// empty text gives all zeros; implementations may be called from several threads at once.
package protocol Encoder: Sendable {
  /// Who the encoder is and which truncations it declares.
  var card: EncoderCard { get }

  /// Encodes a query as typed.
  func encode(query: String) throws(EncoderError) -> [Float]

  /// Encodes an item's text fields.
  func encode(item: ItemText) throws(EncoderError) -> [Float]

  /// Encodes a picture.
  func encode(picture: PixelImage) throws(EncoderError) -> [Float]
}

/// Who an encoder is.
package struct EncoderCard: Hashable, Sendable {
  /// The name and version, such as `assay-default-1`.
  package let id: String
  /// SHA-256 of everything that determines the vectors, in lower-case hex.
  ///
  /// Vectors of different fingerprints must never be compared.
  package let fingerprint: String
  /// The prefix lengths the encoder was trained for, ascending; the last is the full length.
  package let dimensions: [Int]

  /// Makes a card.
  /// - Precondition: `dimensions` is not empty.
  package init(id: String, fingerprint: String, dimensions: [Int]) {
    precondition(!dimensions.isEmpty, "an encoder declares at least one length")
    self.id = id
    self.fingerprint = fingerprint
    self.dimensions = dimensions
  }
}

/// An item's text by role, as the catalogue's field roles assign it; an absent role is empty.
package struct ItemText: Hashable, Sendable {
  /// The name of the item.
  package var title: String
  /// Who makes or sells it.
  package var brand: String
  /// Where the shop files it.
  package var category: String
  /// Every other searchable text in catalogue order (description, bullets…), never identifiers or prices.
  package var text: [String]

  /// Makes an item's text.
  package init(title: String, brand: String = "", category: String = "", text: [String] = []) {
    self.title = title
    self.brand = brand
    self.category = category
    self.text = text
  }
}

/// Why an encoder could not be opened or used.
package enum EncoderError: Error, Hashable, Sendable {
  /// The model file is not what it should be; `reason` says where and how.
  case malformedModel(path: String, reason: String)
  /// The input can't be encoded.
  case unencodable(reason: String)
}

extension EncoderError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .malformedModel(let path, let reason): "\(path): \(reason)"
    case .unencodable(let reason): reason
    }
  }
}
