internal import Embeddings
internal import Imaging
internal import Storage

/// Encodes items whose text and picture become one vector, which stands where other encoders' vectors of texts do; a
/// value that any number of threads may use.
///
/// An item without a usable picture is known by its text alone.
struct FusedItemEncoder: Sendable {
  let encoder: any Encoder
  let pictures: PictureFolder
  /// The index that is about to be replaced, when its vectors may be used.
  let former: FormerIndex?
  /// Vectors that were made for whatever index, and takes those that are made.
  var cache: VectorCache?
  let decoder: PictureDecoder

  /// Items that are encoded together: the pixels of so many pictures are held in memory.
  private static let batch = 16

  /// The vectors of items, in their order; a picture that is missing or broken never stops its item.
  func vectors(of records: [CatalogueRecord]) throws -> [ItemVectors] {
    var drafts = records.concurrentMap(draft)
    let missing = drafts.indices.filter { !drafts[$0].vectors.isReused }
    for start in stride(from: 0, to: missing.count, by: Self.batch) {
      let members = missing[start..<min(start + Self.batch, missing.count)]
      var group = members.map { drafts[$0] }
      try encode(&group)
      for (index, draft) in zip(members, group) { drafts[index] = draft }
    }
    return drafts.map(\.vectors)
  }

  // MARK: Looking up

  /// An item with everything in place that need not be encoded.
  private struct Draft: Sendable {
    let text: ItemText
    var vectors: ItemVectors
    var pictureName = ""
    /// The picture's file.
    var file: [UInt8]?
    /// Whether only a part of the picture could be read.
    var isPartial = false

    mutating func lose(_ fault: String) {
      vectors.picture = .lost
      vectors.fault = fault
      file = nil
    }
  }

  private func draft(_ record: CatalogueRecord) -> Draft {
    let zeros = [Float](repeating: 0, count: encoder.card.dimensions[encoder.card.dimensions.count - 1])
    var draft = Draft(
      text: record.text,
      vectors: ItemVectors(
        text: zeros, image: zeros, inputs: ItemInputs(text: InputDigest(record.text), picture: .none),
        isReused: false))
    if let name = record.image { find(name, for: &draft) }
    reuse(&draft)
    return draft
  }

  private func find(_ name: String, for draft: inout Draft) {
    draft.pictureName = name
    switch pictures.locate(name) {
    case .remote: draft.vectors.picture = .remote
    case .refused(let reason): draft.lose(reason)
    case .file(let path):
      do {
        let bytes = try PictureFile.read(path, limit: decoder.byteLimit)
        let digest = InputDigest(picture: bytes)
        draft.vectors.inputs = ItemInputs(text: InputDigest(draft.text, with: digest), picture: digest)
        draft.file = bytes
      } catch {
        draft.lose("picture '\(name)': \(error)")
      }
    }
  }

  /// Takes the vector over that was made of the same inputs.
  private func reuse(_ draft: inout Draft) {
    let digest = draft.vectors.inputs.text
    let known = former?.vector(.text, of: digest)
    let cached = known == nil ? cache?.vector(.text, of: digest) : nil
    guard let vector = known ?? cached else { return }
    draft.vectors.text = vector
    draft.vectors.isReused = true
    draft.vectors.isFromCache = cached != nil
    if draft.file != nil { draft.vectors.picture = .usable }
  }

  // MARK: Encoding

  private func encode(_ drafts: inout [Draft]) throws(EncoderError) {
    let decoded = drafts.concurrentMap { draft in
      draft.file.map { file in
        Result { () throws(PictureError) in try decoder.decode(file) }
      }
    }
    var images = [PixelImage?](repeating: nil, count: drafts.count)
    for (index, result) in decoded.enumerated() {
      switch result {
      case nil: continue
      case .success(let picture):
        images[index] = picture.image
        drafts[index].vectors.picture = .usable
        drafts[index].isPartial = picture.isPartial
        if picture.isPartial {
          drafts[index].vectors.fault =
            "picture '\(drafts[index].pictureName)' is cut off; encoded as far as it goes"
        }
      case .failure(let error): loseForGood(&drafts[index], error)
      }
    }
    try encode(&drafts, images, among: drafts.indices.filter { !drafts[$0].vectors.isReused }[...])
  }

  /// Keeps vectors for other indexes, but for those of half a picture: a vector that is known tells of no fault.
  private func keep(_ drafts: [Draft]) {
    cache?.add(
      drafts.filter { $0.file == nil || !$0.isPartial }.map {
        (.text, $0.vectors.inputs.text, $0.vectors.text)
      })
  }

  /// Goes on with the text alone, whose vector may be known.
  private func loseForGood(_ draft: inout Draft, _ error: some Error) {
    draft.lose("picture '\(draft.pictureName)': \(error)")
    draft.vectors.inputs = ItemInputs(
      text: InputDigest(draft.text), picture: draft.vectors.inputs.picture)
    reuse(&draft)
  }

  /// Encodes some of the drafts; only what the encoder holds against a single picture is that picture's failure.
  private func encode(
    _ drafts: inout [Draft], _ images: [PixelImage?], among members: ArraySlice<Int>
  ) throws(EncoderError) {
    guard let first = members.first else { return }
    do throws(EncoderError) {
      let vectors = try encoder.encode(
        items: members.map { drafts[$0].text }, pictures: members.map { images[$0] })
      for (index, vector) in zip(members, vectors) { drafts[index].vectors.text = vector }
      return keep(members.map { drafts[$0] })
    } catch {
      guard case .unencodable = error else { throw error }
      if members.count == 1 {
        guard images[first] != nil else { throw error }
        loseForGood(&drafts[first], error)
        if drafts[first].vectors.isReused { return }
        var without = images
        without[first] = nil
        return try encode(&drafts, without, among: members)
      }
    }
    let middle = members.startIndex + members.count / 2
    try encode(&drafts, images, among: members[..<middle])
    try encode(&drafts, images, among: members[middle...])
  }
}
