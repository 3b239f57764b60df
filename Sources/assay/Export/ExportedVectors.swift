internal import Embeddings
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
  private let text: EmbeddingMatrix
  private let picture: EmbeddingMatrix

  init(_ archive: IndexArchive, side: Side, textShare: Double, dimensions: Int) throws(StorageError) {
    text = try archive.vectors(.text)
    picture = try archive.vectors(.picture)
    count = archive.manifest.itemCount
    self.side = side
    self.textShare = Float(textShare)
    self.dimensions = dimensions
  }

  /// The vector of an item; all zeros when it has none.
  func row(_ ordinal: Int) -> [Float] {
    let (text, picture) = (text.row(ordinal).prefix(dimensions), picture.row(ordinal).prefix(dimensions))
    switch side {
    case .text: return Array(text).scaledToUnitLength()
    case .picture: return Array(picture).scaledToUnitLength()
    case .blend:
      let share = blend(ordinal)
      return zip(text, picture).map { share.text * $0 + share.picture * $1 }.scaledToUnitLength()
    }
  }

  /// What each side counts; an item that lacks one of the two is the other alone.
  private func blend(_ ordinal: Int) -> (text: Float, picture: Float) {
    let hasText = text.row(ordinal).contains { $0 != 0 }
    let hasPicture = picture.row(ordinal).contains { $0 != 0 }
    return hasText && hasPicture ? (textShare, 1 - textShare) : (1, 1)
  }
}
