internal import Embeddings
internal import Imaging
internal import Storage

/// Both vectors of one item, and what stood in the way of its picture.
struct ItemVectors: Sendable {
  /// What became of the picture that the catalogue names.
  enum Picture: Sendable {
    /// It names none.
    case none
    /// It can be shown.
    case usable
    /// It lies on the network, from which nothing is fetched.
    case remote
    /// It is missing or broken.
    case lost
  }

  /// The text's vector; all zeros without text.
  var text: [Float]
  /// The picture's vector; all zeros without a usable picture.
  var image: [Float]
  /// What both were made from.
  var inputs: ItemInputs
  /// What became of the picture.
  var picture = Picture.none
  /// What is wrong with the picture the catalogue names, if anything.
  var fault: String?
  /// Whether nothing had to be encoded.
  var isReused: Bool
}

/// Encodes items of one catalogue, or takes their vectors from an older index; a value that any number of threads may
/// use.
struct ItemEncoder: Sendable {
  let encoder: any Encoder
  let pictures: PictureFolder
  /// The index that is about to be replaced, when its vectors may be used.
  let former: FormerIndex?
  let decoder = PictureDecoder()

  /// The vectors of an item; a picture that is missing or broken never stops the item.
  func vectors(of record: CatalogueRecord) throws(EncoderError) -> ItemVectors {
    let digest = InputDigest(record.text)
    let known = former?.vector(.text, of: digest)
    let text = if let known { known } else { try encoder.encode(item: record.text) }
    var vectors = ItemVectors(
      text: text, image: [Float](repeating: 0, count: text.count),
      inputs: ItemInputs(text: digest, picture: .none), isReused: known != nil)
    if let image = record.image { addPicture(image, to: &vectors) }
    return vectors
  }

  /// The digest of the picture that a catalogue names; `none` when it is no file that can be read.
  func digest(ofPicture name: String) -> InputDigest {
    guard case .file(let path) = pictures.locate(name),
      let bytes = try? PictureFile.read(path, limit: decoder.byteLimit)
    else { return .none }
    return InputDigest(picture: bytes)
  }

  private func addPicture(_ name: String, to vectors: inout ItemVectors) {
    switch pictures.locate(name) {
    case .remote: vectors.picture = .remote
    case .refused(let reason):
      vectors.picture = .lost
      vectors.fault = reason
    case .file(let path):
      do {
        try addPicture(try PictureFile.read(path, limit: decoder.byteLimit), named: name, to: &vectors)
      } catch {
        vectors.picture = .lost
        vectors.fault = "picture '\(name)': \(error)"
      }
    }
  }

  private func addPicture(_ bytes: [UInt8], named name: String, to vectors: inout ItemVectors) throws {
    let digest = InputDigest(picture: bytes)
    vectors.inputs = ItemInputs(text: vectors.inputs.text, picture: digest)
    // A picture without a vector was broken; decoding it again says how.
    if let known = former?.vector(.picture, of: digest), known.contains(where: { $0 != 0 }) {
      vectors.image = known
    } else {
      vectors.isReused = false
      let picture = try decoder.decode(bytes)
      vectors.image = try encoder.encode(picture: picture.image)
      if picture.isPartial { vectors.fault = "picture '\(name)' is cut off; encoded as far as it goes" }
    }
    vectors.picture = .usable
  }
}
