internal import Embeddings
internal import Relevance
internal import Retrieval
internal import Storage

/// The index that is about to be replaced, as a source of vectors that need not be made again.
struct FormerIndex: Sendable {
  /// The index itself.
  let archive: IndexArchive
  /// What each item said, by its name.
  let contentHashes: [DocumentID: String]

  private let rows: [VectorSide: SharedArray<Float>]
  private let ordinals: [VectorSide: [InputDigest: UInt32]]
  private let dimensions: Int

  /// Reads what a build needs of an older index.
  ///
  /// Every byte that may be taken over is compared with its checksum first: a bit that flipped must not get a new
  /// checksum.
  /// - Returns: `nil` when the index can't be read, other vectors would be made today, or it is damaged.
  init?(_ archive: IndexArchive, encoder: EncoderCard) {
    let sections: [IndexSection.Kind] = [.textVectors, .pictureVectors, .inputs, .items]
    guard archive.manifest.source.encoderCard.makesSameVectors(as: encoder),
      IndexCheck(archive, sections).run(threads: WorkerPool.shared.threads).isEmpty,
      let inputs = try? archive.inputs(), let hashes = try? archive.items().contentHashes()
    else { return nil }
    self.archive = archive
    contentHashes = Dictionary(hashes.map { ($0.id, $0.hash) }, uniquingKeysWith: { first, _ in first })
    dimensions = encoder.dimensions[encoder.dimensions.count - 1]
    var rows: [VectorSide: SharedArray<Float>] = [:]
    for side in VectorSide.allCases { rows[side] = try? archive.rows(side) }
    self.rows = rows
    var ordinals: [VectorSide: [InputDigest: UInt32]] = [:]
    for side in VectorSide.allCases {
      var known: [InputDigest: UInt32] = [:]
      known.reserveCapacity(inputs.count)
      for (ordinal, input) in inputs.enumerated() {
        let digest = side == .text ? input.text : input.picture
        if digest != .none { known[digest] = UInt32(ordinal) }
      }
      ordinals[side] = known
    }
    self.ordinals = ordinals
  }

  /// The vector that was made from an input, or `nil` when none was.
  func vector(_ side: VectorSide, of digest: InputDigest) -> [Float]? {
    guard let ordinal = ordinals[side]?[digest] else { return nil }
    guard let rows = rows[side] else { return [Float](repeating: 0, count: dimensions) }
    let start = Int(ordinal) * dimensions
    return rows.withUnsafeBufferPointer { Array($0[start..<start + dimensions]) }
  }
}
