internal import Embeddings
internal import Retrieval
internal import Storage

/// Finds out whether building an index again would make the same one.
struct UpToDateCheck {
  let location: CatalogueLocation
  let roles: FieldRoles
  let encoder: any Encoder
  let language: String
  let interruption: Interruption

  private static let batch = 256

  /// Whether the index still says what the catalogue says, picture by picture, and is sound to the last byte.
  func holds(for archive: IndexArchive) throws -> Bool {
    let manifest = archive.manifest
    let source = manifest.source
    let wanted = IndexSource(
      encoder: encoder.card, location: location, itemsFile: source.itemsFile, index: archive.path,
      roles: roles,
      language: language, skippedLines: source.skippedLines, missingPictures: source.missingPictures,
      remotePictures: source.remotePictures)
    guard wanted == source, archive.catalogueState() == .unchanged,
      IndexCheck(archive).run(threads: WorkerPool.shared.threads, shouldStop: { false }).isEmpty,
      (try? LexicalIndex(image: archive.lexicalIndex())) != nil
    else { return false }
    return try hasSamePictures(archive)
  }

  private func hasSamePictures(_ archive: IndexArchive) throws -> Bool {
    let named = try archive.items().namedPictures()
    let inputs = try archive.inputs()
    let itemEncoder = ItemEncoder(
      encoder: encoder, pictures: try PictureFolder(location.folder), former: nil)
    for start in stride(from: 0, to: named.count, by: Self.batch) {
      if interruption.wasRequested { return false }
      let batch = Array(named[start..<min(start + Self.batch, named.count)])
      let isSame = batch.concurrentMap { ordinal, picture in
        itemEncoder.digest(ofPicture: picture) == inputs[Int(ordinal)].picture
      }
      if isSame.contains(false) { return false }
    }
    return true
  }
}
