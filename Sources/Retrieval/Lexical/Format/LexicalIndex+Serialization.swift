extension LexicalIndex {
  /// The version of the byte format; a reader accepts its own only.
  static let formatVersion: UInt32 = 2
  /// The first four bytes.
  static let signature: [UInt8] = Array("ALEX".utf8)

  /// The index as bytes, the same for the same items, analyzer and fields.
  ///
  /// Little-endian: signature, version (u32), the number of sections (u64), then for each section its kind, offset
  /// and length (u64 each); the sections follow, each at a multiple of 64 bytes. `LexicalSection` says what they
  /// hold. There is no checksum: whoever stores the bytes keeps one.
  package func serialized() -> [UInt8] { Array(image) }

  /// Reads an index from a copy of its bytes.
  /// - Throws: `LexicalIndexError` when the bytes are cut, changed, or of another version.
  package init(serialized bytes: [UInt8]) throws(LexicalIndexError) {
    try self.init(image: SharedArray(bytes))
  }

  /// Reads an index where its bytes lie, without copying more than names and stop words.
  ///
  /// What the sections say about each other is checked; what they hold is checked where it is used. So no input,
  /// however damaged, can trap or be read out of bounds, now or later; it can only give wrong answers, which a
  /// checksum of the stored bytes must rule out.
  ///
  /// - Throws: `LexicalIndexError` when the bytes are no index, of another version, or do not fit together.
  /// - Complexity: O(terms + words + fields); postings and positions are not touched.
  package init(image: SharedArray<UInt8>) throws(LexicalIndexError) {
    let sections = try LexicalSections(image)
    let header = try sections.header()
    let fields = try sections.fields(header)
    let vocabulary = try sections.vocabulary()
    let postings = try sections.postings(terms: vocabulary.terms.count, fields: fields.count)
    self.init(
      image: image, analyzer: header.analyzer, count: Int(header.count), fields: fields,
      vocabulary: vocabulary, postings: postings,
      positions: try sections.positions(
        terms: vocabulary.terms.count, postings: postings.items.count))
  }
}
