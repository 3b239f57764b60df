/// The float32 rows of one side, written as items come.
///
/// No file is made as long as no item has a vector: a catalogue without pictures should not carry gigabytes of zeros.
struct VectorWriter {
  private let kind: IndexSection.Kind
  private let folder: String
  private let dimensions: Int
  private var writer: SectionWriter?
  private var count = 0

  init(_ kind: IndexSection.Kind, dimensions: Int, in folder: String) {
    self.kind = kind
    self.dimensions = dimensions
    self.folder = folder
  }

  /// Adds the vector of the next item; all zeros when it has none.
  mutating func append(_ row: [Float]) throws(StorageError) {
    precondition(row.count == dimensions, "a vector of \(row.count) components, not \(dimensions)")
    if writer == nil, row.contains(where: { $0 != 0 }) {
      writer = try SectionWriter(kind, in: folder)
      try writer?.appendZeros(count * dimensions * MemoryLayout<Float>.stride)
    }
    try writer?.append(row)
    count += 1
  }

  /// Completes the file; `nil` when no item has a vector.
  mutating func finish() throws(StorageError) -> FinishedSection? {
    try writer?.finish()
  }
}
