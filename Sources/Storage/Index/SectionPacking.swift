import Retrieval

/// Packs the float32 rows of a growing index for scanning, from mapped file to mapped file, on all cores.
struct SectionPacking {
  let folder: String
  let layout: VectorLayout

  /// Packs one side, whose rows lie in the folder.
  func pack(_ side: VectorSide) throws(StorageError) -> [FinishedSection] {
    let rows = try rows(of: side)
    let codes = try file(side.codes, bytes: layout.codeCount)
    let scales = try file(side.scales, bytes: 4 * layout.scaleCount)
    let squares = try file(side.squares, bytes: 4 * layout.squareCount)
    let residuals = rows.withUnsafeBufferPointer { rows in
      VectorPacker(layout).pack(
        rows,
        into: VectorPacker.Destination(
          codes: codes.elements(of: UInt8.self), scales: scales.elements(of: Float.self),
          squares: squares.elements(of: Float.self)))
    }
    var last = try SectionWriter(side.residuals, in: folder)
    try last.append(residuals)
    return [
      try finished(side.codes, codes), try finished(side.scales, scales), try finished(side.squares, squares),
      try last.finish(),
    ]
  }

  /// Writes the inner products of both sides, whose rows lie in the folder.
  func packCrosses() throws(StorageError) -> FinishedSection {
    let text = try rows(of: .text)
    let pictures = try rows(of: .picture)
    let crosses = try file(.crosses, bytes: 4 * layout.squareCount)
    text.withUnsafeBufferPointer { text in
      pictures.withUnsafeBufferPointer { pictures in
        VectorPacker(layout).packCrosses(text, pictures, into: crosses.elements(of: Float.self))
      }
    }
    return try finished(.crosses, crosses)
  }

  private func rows(of side: VectorSide) throws(StorageError) -> SharedArray<Float> {
    let mapping = try Mapping(Path.join(folder, side.vectors.rawValue))
    mapping.advise(.soon)
    return mapping.elements(of: Float.self)
  }

  private func file(_ kind: IndexSection.Kind, bytes: Int) throws(StorageError) -> MutableMapping {
    try MutableMapping(creating: Path.join(folder, kind.rawValue), size: bytes)
  }

  private func finished(
    _ kind: IndexSection.Kind, _ file: MutableMapping
  ) throws(StorageError) -> FinishedSection {
    try file.sync()
    return FinishedSection(kind, BlockChecksums(of: file.bytes))
  }
}
