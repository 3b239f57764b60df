internal import Embeddings
internal import Retrieval
internal import Storage

/// The vectors of an index as another engine should get them: one side or the blend, cut, and of unit length.
struct ExportedVectors {
  /// Which vector stands for an item.
  enum Side: String, CaseIterable {
    case text, picture, blend
  }

  /// The length of a row.
  let dimensions: Int
  let count: Int
  private let side: Side
  private let textShare: Float
  /// The length of a stored row.
  private let stride: Int
  /// Row-major and mapped; `nil` for a side that no item has.
  private let text: SharedArray<Float>?
  private let picture: SharedArray<Float>?

  init(_ archive: IndexArchive, side: Side, textShare: Double, dimensions: Int) throws(StorageError) {
    text = try archive.rows(.text)
    picture = try archive.rows(.picture)
    stride = archive.manifest.source.dimensions.last ?? dimensions
    count = archive.manifest.itemCount
    self.side = side
    self.textShare = Float(textShare)
    self.dimensions = dimensions
  }

  /// The vector of an item; all zeros when it has none.
  func row(_ ordinal: Int) -> [Float] {
    let row =
      switch side {
      case .text: prefix(of: text, ordinal)
      case .picture: prefix(of: picture, ordinal)
      case .blend: blend(ordinal)
      }
    return (row ?? [Float](repeating: 0, count: dimensions)).scaledToUnitLength()
  }

  /// Both sides by their shares; an item that lacks one of the two is the other alone.
  private func blend(_ ordinal: Int) -> [Float]? {
    guard let picture = prefix(of: picture, ordinal) else { return prefix(of: text, ordinal) }
    guard let text = prefix(of: text, ordinal) else { return picture }
    return zip(text, picture).map { textShare * $0 + (1 - textShare) * $1 }
  }

  /// The beginning of an item's row, or `nil` when the whole row is zeros.
  private func prefix(of side: SharedArray<Float>?, _ ordinal: Int) -> [Float]? {
    side?.withUnsafeBufferPointer { rows in
      let row = rows[ordinal * stride..<(ordinal + 1) * stride]
      return row.contains { $0 != 0 } ? Array(row.prefix(dimensions)) : nil
    }
  }
}
