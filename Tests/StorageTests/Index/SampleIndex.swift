import Embeddings
import Foundation
import Relevance
import Retrieval
import Testing

@testable import Storage

/// A small catalogue in a folder of its own, and ways to index it.
struct SampleIndex {
  static let card = EncoderCard(id: "test-1", fingerprint: "f00d", dimensions: [2, 4])

  let folder: ScratchFolder
  let location: CatalogueLocation
  var path: String { folder("shop/.assay/index") }
  /// Where the index steps aside to while it is replaced.
  var aside: String { folder("shop/.assay/.index.assay-old") }

  /// Writes a catalogue of `count` items.
  init(count: Int = 3) throws {
    try self.init(
      lines: (0..<count).map {
        #"{"id": "p\#($0)", "sku": "S-\#($0)", "title": "Item \#($0)", "brand": "B", "price": 9.5, "image": "\#($0).jpg"}"#
      })
  }

  /// Writes a catalogue of the given lines, with or without a `catalog.toml`.
  init(lines: [String], settings: String? = nil) throws {
    folder = try ScratchFolder()
    if let settings { try folder.write("shop/catalog.toml", settings) }
    try folder.write("shop/products.jsonl", lines.joined(separator: "\n"))
    location = try CatalogueLocation.find(folder("shop"))
  }

  func roles() throws -> FieldRoles {
    try RoleResolution(location, flags: RoleDeclaration()).roles
  }

  func row(_ ordinal: Int, seed: Float) -> [Float] {
    (0..<4).map { seed + Float(ordinal * 4 + $0) / 3 }
  }

  func vectors(_ count: Int, seed: Float) -> EmbeddingMatrix {
    EmbeddingMatrix(dimensions: 4, values: (0..<count).flatMap { row($0, seed: seed) })
  }

  func writer() throws -> IndexWriter {
    try IndexWriter(path, encoder: Self.card, roles: roles())
  }

  /// Fills a writer with the catalogue, ready to be committed.
  func filledWriter(mark: UInt8 = 1, hasPictures: Bool = true) throws -> IndexWriter {
    let writer = try writer()
    var reader = try CatalogueReader(location, roles: roles())
    while let record = try reader.next() {
      let none = [Float](repeating: 0, count: 4)
      let vectors = (
        text: row(writer.count, seed: 1), picture: hasPictures ? row(writer.count, seed: 2) : none
      )
      let picture = !hasPictures || record.id.text == "p1" ? nil : record.image
      try writer.append(
        record, picture: picture, vectors: vectors,
        inputs: ItemInputs(text: InputDigest(record.text), picture: .none))
    }
    try writer.addLexicalIndex(SharedArray([mark, 2, 3]))
    return writer
  }

  func source() throws -> IndexSource {
    try IndexSource(
      encoder: Self.card, location: location, itemsFile: ItemsFile(location.itemsPath), index: path,
      roles: roles(), language: "english", skippedLines: 2, missingPictures: 1, remotePictures: 3)
  }

  @discardableResult func build(
    mark: UInt8 = 1, hasPictures: Bool = true, generation: Int = 1
  ) throws -> IndexManifest {
    try filledWriter(mark: mark, hasPictures: hasPictures).commit(source(), generation: generation)
  }

  /// The bytes of every file of the index, by name.
  func files() throws -> [String: Data] {
    let names = try folder.names("shop/.assay/index")
    return try Dictionary(
      uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: URL(fileURLWithPath: path + "/" + $0))) })
  }
}
