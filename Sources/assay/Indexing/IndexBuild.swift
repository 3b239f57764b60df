internal import Embeddings
internal import Relevance
internal import Retrieval
internal import Storage

/// Builds the index of one catalogue: reads, encodes on all cores, and puts the result in place at once.
struct IndexBuild {
  let location: CatalogueLocation
  let roles: FieldRoles
  let encoder: any Encoder
  let analyzer: Analyzer
  /// Where the index will lie.
  let destination: String
  /// Whether the first bad line ends the build instead of being skipped.
  let isStrict: Bool
  /// Asked between batches.
  let interruption: Interruption
  /// Told of every record and picture that is not as it should be.
  let warn: (String) -> Void
  /// Told how many items were encoded so far, of how many.
  let progress: (_ total: Int) -> ProgressLine

  /// How many items are encoded between two looks at the interruption.
  private static let batch = 64

  /// Builds and installs the index.
  /// - Throws: `StorageError` or `EncoderError` when it can't be built, `CommandFailure` when it was interrupted;
  ///   in every case an older index stays as it was.
  func run() throws -> IndexManifest {
    let writer = try IndexWriter(destination, roles: roles)
    let (records, skipped) = try readRecords()
    guard !records.isEmpty else {
      throw StorageError.malformed(
        path: location.itemsPath,
        reason: "none of its \(skipped) records can be read; an older index stays as it was")
    }
    let fields = roles.text
    var lexical = LexicalIndexBuilder(analyzer: analyzer, fields: fields)
    var texts = EmbeddingMatrix(dimensions: fullLength)
    var pictures = EmbeddingMatrix(dimensions: fullLength)
    var missingPictures = 0
    let itemEncoder = ItemEncoder(encoder: encoder, pictures: try PictureFolder(location.folder))
    let line = progress(records.count)
    defer { line.finish() }
    for start in stride(from: 0, to: records.count, by: Self.batch) {
      try stopIfInterrupted()
      let batch = Array(records[start..<min(start + Self.batch, records.count)])
      let encoded = batch.concurrentMap { record in Result { try itemEncoder.vectors(of: record) } }
      for (record, result) in zip(batch, encoded) {
        let vectors = try result.get()
        if let fault = vectors.fault {
          warn("\(location.itemsPath):\(record.line): \(fault)")
          missingPictures += vectors.hasPicture ? 0 : 1
        }
        try writer.append(record, picture: vectors.hasPicture ? record.image : nil)
        texts.append(vectors.text)
        pictures.append(vectors.picture)
        lexical.append(fields.map { record.searchedText(of: $0) })
      }
      line.advance(by: batch.count)
    }
    try stopIfInterrupted()
    try writer.add(texts, as: .textVectors)
    try writer.add(pictures, as: .pictureVectors)
    try writer.addLexicalIndex(lexical.build().serialized())
    return try writer.commit(
      IndexSource(
        encoder: encoder.card, location: location, index: destination, roles: roles, skippedLines: skipped,
        missingPictures: missingPictures, created: Timestamp.now()))
  }

  private var fullLength: Int { encoder.card.dimensions[encoder.card.dimensions.count - 1] }

  private func readRecords() throws -> (records: [CatalogueRecord], skipped: Int) {
    var reader = try CatalogueReader(location, roles: roles)
    var records: [CatalogueRecord] = []
    var skipped = 0
    while true {
      if records.count.isMultiple(of: 1024) { try stopIfInterrupted() }
      do throws(StorageError) {
        guard let record = try reader.next() else { return (records, skipped) }
        records.append(record)
      } catch {
        guard case .malformedLine = error, !isStrict else { throw error }
        skipped += 1
        warn("\(error); skipped")
      }
    }
  }

  private func stopIfInterrupted() throws(CommandFailure) {
    guard interruption.wasRequested else { return }
    throw CommandFailure("interrupted; the index is as it was before", code: .interrupted)
  }
}

extension CatalogueRecord {
  /// The text of one searched field with everything nested in it, one value a line.
  fileprivate func searchedText(of name: String) -> String {
    searchedFields.filter { $0.name == name || $0.name.hasPrefix(name + ".") }.map(\.value)
      .joined(separator: "\n")
  }
}
