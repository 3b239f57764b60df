package import Embeddings
package import Retrieval

/// Makes an index beside its final place and puts it there as a whole.
///
/// Until `commit` returns, and whenever it throws, an older index at the same place stays as it was; so it does when the
/// writer is dropped (ctrl-C) or the machine stops. One process at a time can write to a place. Vectors go to the disk
/// as they come. To be used from one thread at a time.
package final class IndexWriter {
  private let path: String
  private let folder: String
  private let lock: OpenFile
  private let card: EncoderCard
  private let items: ItemStoreWriter
  private var text: VectorWriter
  private var pictures: VectorWriter
  private var inputs: SectionWriter
  private var sections: [FinishedSection] = []
  private var isCommitted = false

  /// Starts an index that will lie in the folder `path`.
  /// - Parameters:
  ///   - path: where the index will lie.
  ///   - encoder: the maker of the vectors.
  ///   - roles: which fields the catalogue declares, for filters.
  /// - Throws: `StorageError` when the place can't be written, another process is writing there, or something that
  ///   is not an index is in the way.
  package init(_ path: String, encoder: EncoderCard, roles: FieldRoles) throws(StorageError) {
    self.path = Path.futureReal(path)
    card = encoder
    folder = IndexFolder.growing(self.path)
    try Folder.create(Path.parent(self.path))
    lock = try OpenFile(IndexFolder.lock(self.path), for: .appending)
    guard try lock.lock(waiting: false) else {
      throw .unwritable(path: path, reason: "another process is writing this index; wait for it or stop it")
    }
    try IndexFolder.restore(self.path)
    try IndexFolder.checkReplaceable(self.path)
    try Folder.remove(IndexFolder.aside(self.path))
    try Folder.remove(folder)
    try Folder.create(folder)
    items = try ItemStoreWriter(Path.join(folder, IndexSection.Kind.items.rawValue), roles: roles)
    let dimensions = encoder.dimensions[encoder.dimensions.count - 1]
    text = VectorWriter(.textVectors, dimensions: dimensions, in: folder)
    pictures = VectorWriter(.pictureVectors, dimensions: dimensions, in: folder)
    inputs = try SectionWriter(.inputs, in: folder)
  }

  deinit {
    if !isCommitted { try? Folder.remove(folder) }
  }

  /// How many items have been added.
  package var count: Int { items.count }

  /// Adds an item.
  /// - Parameters:
  ///   - record: the item.
  ///   - picture: the picture to show, as the catalogue names it; `nil` when there is none that can be used.
  ///   - vectors: the embeddings of text and picture at full length; all zeros where there is none.
  ///   - inputs: what the vectors were made from.
  /// - Returns: the item's ordinal, consecutive from 0.
  /// - Throws: `StorageError` when the index can't be written.
  @discardableResult package func append(
    _ record: CatalogueRecord, picture: String?, vectors: (text: [Float], picture: [Float]),
    inputs: ItemInputs
  ) throws(StorageError) -> UInt32 {
    try text.append(vectors.text)
    try pictures.append(vectors.picture)
    try self.inputs.append([inputs])
    return try items.append(record, picture: picture)
  }

  /// Adds the serialised lexical index.
  /// - Precondition: it has not been added.
  package func addLexicalIndex(_ bytes: SharedArray<UInt8>) throws(StorageError) {
    precondition(!sections.contains { $0.section.kind == .lexical }, "a second lexical index")
    var writer = try SectionWriter(.lexical, in: folder)
    // As memory: taking elements one by one through the collection was two thirds of a build.
    try bytes.withUnsafeBufferPointer { bytes throws(StorageError) in
      try writer.append(bytes: UnsafeRawBufferPointer(bytes))
    }
    sections.append(try writer.finish())
  }

  /// Finishes the index and puts it into its place.
  /// - Parameters:
  ///   - source: what the index was made from.
  ///   - generation: counts the builds since the last one from nothing, which is 1.
  /// - Precondition: a lexical index has been added, and the encoder of `source` is the writer's.
  /// - Returns: the manifest that was written.
  /// - Throws: `StorageError` when the index can't be written or two items have one id.
  @discardableResult package func commit(
    _ source: IndexSource, generation: Int = 1
  ) throws(StorageError) -> IndexManifest {
    precondition(
      source.encoderCard.makesSameVectors(as: card),
      "an index of \(source.encoder) vectors made by \(card.id)")
    try items.finish()
    let store = try OpenFile(Path.join(folder, IndexSection.Kind.items.rawValue), for: .reading)
    try store.sync()
    sections.append(FinishedSection(.items, try BlockChecksums(of: store)))
    sections.append(try inputs.finish())
    try finishVectors()
    return try install(source, generation: generation)
  }

  private func finishVectors() throws(StorageError) {
    let written = [try text.finish(), try pictures.finish()].compactMap { $0 }
    sections += written
    let dimensions = card.dimensions[card.dimensions.count - 1]
    let packing = SectionPacking(
      folder: folder,
      layout: VectorLayout(
        count: count, dimensions: dimensions,
        stops: VectorLayout.stops(declared: card.dimensions, dimensions: dimensions)))
    for side in VectorSide.allCases where written.contains(where: { $0.section.kind == side.vectors }) {
      sections += try packing.pack(side)
    }
    if written.count == 2 { sections.append(try packing.packCrosses()) }
  }

  private func install(_ source: IndexSource, generation: Int) throws(StorageError) -> IndexManifest {
    let order = IndexSection.Kind.allCases
    sections.sort { left, right in
      (order.firstIndex(of: left.section.kind) ?? 0) < (order.firstIndex(of: right.section.kind) ?? 0)
    }
    let manifest = IndexManifest(
      generation: generation, source: source, itemCount: items.count, sections: sections.map(\.section))
    precondition(manifest.isComplete, "an index without all of its sections, or of different lengths")
    try AtomicFile.create(Path.join(folder, IndexArchive.checksumsName), sections.flatMap(\.checksums))
    try AtomicFile.create(Path.join(folder, IndexManifest.fileName), manifest.json())
    try Folder.sync(folder)
    try IndexFolder.replace(path)
    isCommitted = true
    return manifest
  }
}
