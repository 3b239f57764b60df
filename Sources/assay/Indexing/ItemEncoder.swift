internal import Embeddings
internal import Imaging
internal import Storage

/// Encodes items of one catalogue, or takes their vectors from an older index; a value that any number of threads may
/// use.
struct ItemEncoder: Sendable {
  let encoder: any Encoder
  let pictures: PictureFolder
  /// The index that is about to be replaced, when its vectors may be used.
  let former: FormerIndex?
  /// Vectors that were made for whatever index, and takes those that are made.
  var cache: VectorCache?
  let decoder = PictureDecoder()

  /// The vectors of items, in their order; a picture that is missing or broken never stops its item.
  ///
  /// An encoder that wants batches is handed what is new in all of them together; any other is called from all cores.
  func vectors(of records: [CatalogueRecord]) throws -> [ItemVectors] {
    if encoder.card.fusion == .early {
      let fused = FusedItemEncoder(
        encoder: encoder, pictures: pictures, former: former, cache: cache, decoder: decoder)
      return try fused.vectors(of: records)
    }
    let drafts = records.concurrentMap(draft)
    guard encoder.card.batch > 1 else {
      return try drafts.concurrentMap { draft in
        Result { () throws(EncoderError) in try finished([draft])[0] }
      }.map { try $0.get() }
    }
    return try finished(drafts)
  }

  /// The digest of the picture that a catalogue names; `none` when it is no file that can be read.
  func digest(ofPicture name: String) -> InputDigest {
    guard case .file(let path) = pictures.locate(name),
      let bytes = try? PictureFile.read(path, limit: decoder.byteLimit)
    else { return .none }
    return InputDigest(picture: bytes)
  }

  // MARK: Looking up

  /// An item with everything in place that need not be encoded.
  private struct Draft: Sendable {
    let text: ItemText
    var vectors: ItemVectors
    var lacksText = false
    /// The picture that has to be encoded.
    var picture: [UInt8]?
    var pictureName = ""
  }

  private func draft(_ record: CatalogueRecord) -> Draft {
    let zeros = [Float](repeating: 0, count: encoder.card.dimensions[encoder.card.dimensions.count - 1])
    let digest = InputDigest(record.text)
    let isRead = encoder.card.modalities.contains(.text)
    let known = isRead ? former?.vector(.text, of: digest) : zeros
    let cached = known == nil ? cache?.vector(.text, of: digest) : nil
    let text = known ?? cached
    var draft = Draft(
      text: record.text,
      vectors: ItemVectors(
        text: text ?? zeros, image: zeros, inputs: ItemInputs(text: digest, picture: .none),
        isReused: text != nil, isFromCache: cached != nil),
      lacksText: text == nil)
    if let image = record.image { lookUp(image, for: &draft) }
    return draft
  }

  private func lookUp(_ name: String, for draft: inout Draft) {
    draft.pictureName = name
    switch pictures.locate(name) {
    case .remote: draft.vectors.picture = .remote
    case .refused(let reason): lose(&draft, reason)
    case .file(let path):
      do {
        lookUp(try PictureFile.read(path, limit: decoder.byteLimit), for: &draft)
      } catch {
        lose(&draft, "picture '\(name)': \(error)")
      }
    }
  }

  private func lookUp(_ bytes: [UInt8], for draft: inout Draft) {
    let digest = InputDigest(picture: bytes)
    draft.vectors.inputs = ItemInputs(text: draft.vectors.inputs.text, picture: digest)
    guard encoder.card.modalities.contains(.picture) else {
      // Nothing looks at the pixels before somebody wants to see them.
      guard PictureFormat(sniffing: bytes) != nil else {
        return lose(&draft, "picture '\(draft.pictureName)': \(PictureError.unknownFormat)")
      }
      draft.vectors.picture = .usable
      return
    }
    // A picture without a vector was broken; decoding it again says how.
    if let known = former?.vector(.picture, of: digest), known.contains(where: { $0 != 0 }) {
      draft.vectors.image = known
      draft.vectors.picture = .usable
    } else if let cached = cache?.vector(.picture, of: digest) {
      draft.vectors.image = cached
      draft.vectors.picture = .usable
      draft.vectors.isFromCache = true
    } else {
      draft.vectors.isReused = false
      draft.picture = bytes
    }
  }

  private func lose(_ draft: inout Draft, _ fault: String) {
    draft.vectors.picture = .lost
    draft.vectors.fault = fault
  }

  // MARK: Encoding

  private func finished(_ drafts: [Draft]) throws(EncoderError) -> [ItemVectors] {
    var drafts = drafts
    try encodeTexts(&drafts)
    let missing = drafts.indices.filter { drafts[$0].picture != nil }
    // Pixels of few pictures at a time are held in memory.
    for start in stride(from: 0, to: missing.count, by: Self.pictureBatch) {
      try encodePictures(missing[start..<min(start + Self.pictureBatch, missing.count)], of: &drafts)
    }
    return drafts.map(\.vectors)
  }

  private static let pictureBatch = 16

  private func encodeTexts(_ drafts: inout [Draft]) throws(EncoderError) {
    let missing = drafts.indices.filter { drafts[$0].lacksText }
    guard !missing.isEmpty else { return }
    let vectors = try encoder.encode(items: missing.map { drafts[$0].text })
    for (index, vector) in zip(missing, vectors) { drafts[index].vectors.text = vector }
    cache?.add(zip(missing, vectors).map { (.text, drafts[$0].vectors.inputs.text, $1) })
  }

  private func encodePictures(
    _ indices: ArraySlice<Int>, of drafts: inout [Draft]
  ) throws(EncoderError) {
    let decoded = indices.map { drafts[$0].picture ?? [] }.concurrentMap { bytes in
      Result { () throws(PictureError) in try decoder.decode(bytes) }
    }
    var sound: [(index: Int, picture: DecodedPicture)] = []
    for (index, result) in zip(indices, decoded) {
      switch result {
      case .success(let picture): sound.append((index, picture))
      case .failure(let error): lose(&drafts[index], "picture '\(drafts[index].pictureName)': \(error)")
      }
    }
    var made: [(side: VectorSide, digest: InputDigest, vector: [Float])] = []
    for ((index, picture), result) in zip(sound, try encodedPictures(sound.map(\.picture.image))) {
      switch result {
      case .success(let vector):
        drafts[index].vectors.image = vector
        drafts[index].vectors.picture = .usable
        if picture.isPartial {
          drafts[index].vectors.fault =
            "picture '\(drafts[index].pictureName)' is cut off; encoded as far as it goes"
        } else {
          // A vector without a decoded picture tells of no fault.
          made.append((.picture, drafts[index].vectors.inputs.picture, vector))
        }
      case .failure(let error): lose(&drafts[index], "picture '\(drafts[index].pictureName)': \(error)")
      }
    }
    cache?.add(made)
  }

  /// The vectors of pictures; only what the encoder holds against a single picture is that picture's failure.
  private func encodedPictures(
    _ pictures: [PixelImage]
  ) throws(EncoderError) -> [Result<[Float], EncoderError>] {
    guard !pictures.isEmpty else { return [] }
    do throws(EncoderError) {
      return try encoder.encode(pictures: pictures).map { .success($0) }
    } catch {
      guard case .unencodable = error else { throw error }
      if pictures.count == 1 { return [.failure(error)] }
    }
    return try pictures.map { picture throws(EncoderError) in try encodedPictures([picture])[0] }
  }
}
