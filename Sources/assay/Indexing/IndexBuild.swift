internal import Embeddings
internal import Relevance
internal import Retrieval
internal import Storage

/// Builds the index of one catalogue: reads, encodes on all cores what is new, and puts the result in place at once.
struct IndexBuild {
  let location: CatalogueLocation
  let roles: FieldRoles
  let encoder: any Encoder
  let language: String
  let analyzer: Analyzer
  /// Where the index will lie.
  let destination: String
  /// Whether the first bad line ends the build instead of being skipped.
  let isStrict: Bool
  /// Whether nothing is taken over from an index that is already there.
  let isFresh: Bool
  /// Vectors that were made for whatever index; `nil` makes what no older index has.
  var cache: VectorCache?
  /// Asked between batches.
  let interruption: Interruption
  /// Told of every record and picture that is not as it should be.
  let warnings: Warnings
  /// Told how many items were encoded so far, of about how many.
  let progress: (_ total: Int) -> ProgressLine

  /// What is counted while items go by.
  private struct Counts {
    var skippedLines = 0
    var missingPictures = 0
    var remotePictures = 0
    var changes = BuildReport.Changes()
    var kept = 0
    var cached = 0
  }

  /// Builds and installs the index.
  /// - Throws: `StorageError` or `EncoderError` when it can't be built, `CommandFailure` when it was interrupted;
  ///   in every case an older index stays as it was.
  func run() throws -> BuildReport {
    let writer = try IndexWriter(destination, encoder: encoder.card, roles: roles)
    let older = isFresh ? nil : try? IndexArchive(destination)
    let former = older.flatMap { FormerIndex($0, encoder: encoder.card) }
    // Before the items are read: what changes meanwhile is noticed the next time.
    let itemsFile = try ItemsFile(location.itemsPath)
    var lexical = LexicalIndexBuilder(analyzer: analyzer, fields: roles.text)
    var counts = try add(to: writer, &lexical, former: former)
    warnings.finish()
    guard writer.count > 0 else {
      throw StorageError.malformed(
        path: location.itemsPath,
        reason: "none of its \(counts.skippedLines) records can be read; an older index stays as it was")
    }
    try stopIfInterrupted()
    try writer.addLexicalIndex(lexical.build().image)
    let manifest = try writer.commit(
      IndexSource(
        encoder: encoder.card, location: location, itemsFile: itemsFile, index: destination, roles: roles,
        language: language, skippedLines: counts.skippedLines, missingPictures: counts.missingPictures,
        remotePictures: counts.remotePictures),
      generation: (older?.manifest.generation ?? 0) + 1)
    counts.changes.removed = (former?.contentHashes.count ?? 0) - counts.kept
    return BuildReport(
      manifest: manifest, changes: former == nil ? nil : counts.changes, cached: counts.cached)
  }

  /// Reads, encodes and writes all items.
  private func add(
    to writer: IndexWriter, _ lexical: inout LexicalIndexBuilder, former: FormerIndex?
  ) throws -> Counts {
    let itemEncoder = ItemEncoder(
      encoder: encoder, pictures: try PictureFolder(location.folder), former: former, cache: cache)
    var counts = Counts()
    var reader = try CatalogueReader(location, roles: roles)
    let line = progress(try CatalogueReader.estimatedCount(location))
    defer { line.finish() }
    var pace = BatchPace(most: max(64, encoder.card.batch))
    while true {
      try stopIfInterrupted()
      let batch = try nextBatch(&reader, &counts, size: pace.size)
      if batch.isEmpty { return counts }
      let begun = ContinuousClock.now
      defer { pace.note(ContinuousClock.now - begun, for: batch.count) }
      for (record, vectors) in zip(batch, try encoded(batch, by: itemEncoder)) {
        count(record, vectors, former: former, into: &counts)
        try writer.append(
          record, picture: vectors.picture == .usable ? record.image : nil,
          vectors: (vectors.text, vectors.image), inputs: vectors.inputs)
        lexical.append(roles.text.map { record.searchedText(of: $0) })
      }
      line.advance(by: batch.count)
    }
  }

  private func encoded(_ batch: [CatalogueRecord], by encoder: ItemEncoder) throws -> [ItemVectors] {
    do {
      return try encoder.vectors(of: batch)
    } catch EncoderError.interrupted {
      throw interrupted
    }
  }

  private func count(
    _ record: CatalogueRecord, _ vectors: ItemVectors, former: FormerIndex?, into counts: inout Counts
  ) {
    if let fault = vectors.fault {
      warnings.add("\(location.itemsPath):\(record.line): \(fault)", of: .pictures)
    }
    if vectors.picture == .lost { counts.missingPictures += 1 }
    if vectors.picture == .remote { counts.remotePictures += 1 }
    if vectors.isReused, vectors.isFromCache { counts.cached += 1 }
    if vectors.isReused, !vectors.isFromCache { counts.changes.reused += 1 }
    switch former?.contentHashes[record.id] {
    case nil: counts.changes.added += 1
    case record.contentHash?: counts.kept += 1
    default:
      counts.kept += 1
      counts.changes.changed += 1
    }
  }

  /// The next records that can be read; empty at the end.
  private func nextBatch(
    _ reader: inout CatalogueReader, _ counts: inout Counts, size: Int
  ) throws -> [CatalogueRecord] {
    var records: [CatalogueRecord] = []
    while records.count < size {
      do throws(StorageError) {
        guard let record = try reader.next() else { break }
        records.append(record)
      } catch {
        guard case .malformedLine = error, !isStrict else { throw error }
        counts.skippedLines += 1
        warnings.add("\(error); skipped", of: .lines)
        if counts.skippedLines.isMultiple(of: 1024) { try stopIfInterrupted() }
      }
    }
    return records
  }

  private var interrupted: CommandFailure {
    CommandFailure("interrupted; the index is as it was before", code: .interrupted)
  }

  private func stopIfInterrupted() throws(CommandFailure) {
    if interruption.wasRequested { throw interrupted }
  }
}

extension CatalogueRecord {
  /// The text of one searched field with everything nested in it, one value a line.
  fileprivate func searchedText(of name: String) -> String {
    searchedFields.filter { $0.name == name || $0.name.hasPrefix(name + ".") }.map(\.value)
      .joined(separator: "\n")
  }
}
