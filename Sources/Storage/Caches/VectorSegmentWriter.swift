import Embeddings

/// Appends to a file of the vector cache that nobody else appends to meanwhile.
struct VectorSegmentWriter {
  private let file: OpenFile
  private var size: Int

  /// Takes the first file in `folder` that is free, whole and smaller than `limit`, or makes one.
  init(in folder: String, of encoder: EncoderCard, limit: Int) throws(StorageError) {
    try Folder.create(folder)
    let header = VectorSegment.header(of: encoder)
    var number = 0
    while true {
      number += 1
      let path = Path.join(folder, "\(number)\(VectorSegment.suffix)")
      let file = try OpenFile(path, for: .appending)
      // Whoever makes room removes files only under their lock; one that was removed meanwhile is nobody's.
      guard try file.lock(waiting: false), file.isAtItsPath else { continue }
      let size = try file.size()
      if size == 0 {
        try file.write(header)
      } else {
        guard size < limit, try VectorSegment(path, of: encoder).end == .whole else { continue }
      }
      (self.file, self.size) = (file, max(size, header.count))
      return
    }
  }

  var path: String { file.path }

  /// Appends vectors as one block.
  /// - Returns: how large the file is now.
  mutating func append(_ vectors: [(key: VectorKey, vector: [Float])]) throws(StorageError) -> Int {
    let block = VectorSegment.block(vectors)
    try file.write(block)
    size += block.count
    return size
  }
}
