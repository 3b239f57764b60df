internal import Embeddings
internal import Imaging
internal import Storage

/// Both vectors of one item, and what stood in the way of its picture.
struct ItemVectors: Sendable {
  /// The text's vector; all zeros without text.
  let text: [Float]
  /// The picture's vector; all zeros without a usable picture.
  let picture: [Float]
  /// Whether the item has a picture that could be shown.
  let hasPicture: Bool
  /// What is wrong with the picture the catalogue names, if anything.
  let fault: String?
}

/// Encodes items of one catalogue; a value that any number of threads may use.
struct ItemEncoder: Sendable {
  let encoder: any Encoder
  let pictures: PictureFolder
  let decoder = PictureDecoder()

  /// Encodes an item's text and its picture; a picture that is missing or broken never stops the item.
  func vectors(of record: CatalogueRecord) throws(EncoderError) -> ItemVectors {
    let text = try encoder.encode(item: record.text)
    let none = [Float](repeating: 0, count: text.count)
    guard let image = record.image else {
      return ItemVectors(text: text, picture: none, hasPicture: false, fault: nil)
    }
    switch pictures.locate(image) {
    case .remote:
      return ItemVectors(text: text, picture: none, hasPicture: false, fault: nil)
    case .refused(let reason):
      return ItemVectors(text: text, picture: none, hasPicture: false, fault: reason)
    case .file(let path):
      do {
        let picture = try decoder.decode(try PictureFile.read(path, limit: decoder.byteLimit))
        let vector = try encoder.encode(picture: picture.image)
        let fault = picture.isPartial ? "picture '\(image)' is cut off; encoded as far as it goes" : nil
        return ItemVectors(text: text, picture: vector, hasPicture: true, fault: fault)
      } catch {
        return ItemVectors(
          text: text, picture: none, hasPicture: false, fault: "picture '\(image)': \(error)")
      }
    }
  }
}
