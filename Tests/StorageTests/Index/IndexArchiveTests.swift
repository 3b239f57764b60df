import Embeddings
import Foundation
import Relevance
import TestSupport
import Testing

@testable import Storage

@Suite struct IndexArchiveTests {
  @Test func givesBackWhatWasWritten() throws {
    let sample = try SampleIndex()
    let written = try sample.build()
    let archive = try IndexArchive(sample.path)
    #expect(archive.manifest == written)
    #expect(archive.manifest.source == (try sample.source()))
    #expect(archive.manifest.itemCount == 3)
    #expect(archive.manifest.source.encoderCard == SampleIndex.card)
    #expect(archive.manifest.source.catalogue == "../..")
    #expect(archive.catalogueFolder == sample.folder("shop"))
    #expect(try archive.vectors(.textVectors) == sample.vectors(3, seed: 1))
    #expect(try archive.vectors(.pictureVectors) == sample.vectors(3, seed: 2))
    #expect(try archive.lexicalIndex() == [1, 2, 3])
    #expect(try archive.items().ids().map(\.text) == ["p0", "p1", "p2"])
    #expect(try sample.folder.names("shop/.assay") == [".index.assay-lock", "index"])
  }

  @Test func anEmptyCatalogueMakesAnEmptyIndex() throws {
    let sample = try SampleIndex()
    let writer = try IndexWriter(sample.path, roles: sample.roles())
    try writer.add(EmbeddingMatrix(dimensions: 4), as: .textVectors)
    try writer.add(EmbeddingMatrix(dimensions: 4), as: .pictureVectors)
    try writer.addLexicalIndex([])
    try writer.commit(sample.source())
    let archive = try IndexArchive(sample.path)
    #expect(try archive.vectors(.textVectors).count == 0)
    #expect(try archive.items().ids().isEmpty)
  }

  @Test func theManifestIsReadableText() throws {
    let sample = try SampleIndex()
    try sample.build()
    let text = try sample.folder.text("shop/.assay/index/manifest.json")
    #expect(text.contains("\"fingerprint\" : \"f00d\""))
    #expect(text.contains("\"kind\" : \"text.f32\""))
    #expect(text.hasSuffix("}\n"))
  }

  @Test func movesTogetherWithItsCatalogue() throws {
    let sample = try SampleIndex()
    try sample.build()
    try FileManager.default.moveItem(atPath: sample.folder("shop"), toPath: sample.folder("store"))
    let archive = try IndexArchive(sample.folder("store/.assay/index"))
    #expect(archive.catalogueFolder == sample.folder("store"))
  }

  /// Every byte region of every section: one flipped bit is found and the file is named.
  @Test(arguments: IndexSection.Kind.allCases)
  func namesTheFileWithAFlippedBit(kind: IndexSection.Kind) throws {
    let sample = try SampleIndex()
    try sample.build()
    let file = sample.path + "/" + kind.rawValue
    let content = try Data(contentsOf: URL(fileURLWithPath: file))
    for position in stride(from: 0, to: content.count, by: max(1, content.count / 7)) {
      var flipped = content
      flipped[position] ^= 0x10
      try flipped.write(to: URL(fileURLWithPath: file))
      let archive = try IndexArchive(sample.path)
      let error = try #require(throws: StorageError.self) {
        switch kind {
        case .textVectors, .pictureVectors: _ = try archive.vectors(kind)
        case .lexical: _ = try archive.lexicalIndex()
        case .items: _ = try archive.items()
        }
      }
      #expect("\(error)" == "\(file): damaged: its checksum is wrong; index the catalogue again")
    }
  }

  @Test(arguments: IndexSection.Kind.allCases)
  func namesTheFileThatIsCutOrGone(kind: IndexSection.Kind) throws {
    let sample = try SampleIndex()
    try sample.build()
    let file = sample.path + "/" + kind.rawValue
    let content = try Data(contentsOf: URL(fileURLWithPath: file))
    try content.dropLast().write(to: URL(fileURLWithPath: file))
    let cut = try #require(throws: StorageError.self) { try IndexArchive(sample.path) }
    #expect("\(cut)".hasPrefix("\(file): damaged: \(content.count - 1) bytes instead of \(content.count)"))
    try FileManager.default.removeItem(atPath: file)
    let gone = try #require(throws: StorageError.self) { try IndexArchive(sample.path) }
    #expect("\(gone)".hasPrefix("\(file): can't be read: No such file"))
  }

  @Test(arguments: [
    (#""itemCount" : 3"#, #""itemCount" : 4611686018427387904"#), (#""itemCount" : 3"#, #""itemCount" : -3"#),
    ("    4\n", "    4611686018427387904\n"), ("    2,\n", "    -2,\n"), ("    2,\n", "    8,\n"),
  ])
  func refusesNumbersThatNoIndexHas(honest: String, hostile: String) throws {
    let sample = try SampleIndex()
    try sample.build()
    let manifest = try sample.folder.text("shop/.assay/index/manifest.json")
    try #require(manifest.contains(honest))
    try sample.folder.write(
      "shop/.assay/index/manifest.json", manifest.replacingOccurrences(of: honest, with: hostile))
    let error = try #require(throws: StorageError.self) { try IndexArchive(sample.path) }
    #expect("\(error)".hasSuffix("manifest.json: damaged; index the catalogue again"))
  }

  @Test func aFolderWithSomeOtherManifestIsNoIndex() throws {
    let sample = try SampleIndex()
    try sample.folder.write("shop/manifest.json", #"{"name": "a web page"}"#)
    #expect(!IndexArchive.exists(sample.folder("shop")))
    try sample.build()
    #expect(IndexArchive.exists(sample.path))
  }

  @Test func refusesOtherVersionsAndOtherFiles() throws {
    let sample = try SampleIndex()
    try sample.build()
    let manifest = try sample.folder.text("shop/.assay/index/manifest.json")
    try sample.folder.write(
      "shop/.assay/index/manifest.json",
      manifest.replacingOccurrences(of: "\"version\" : 1", with: "\"version\" : 9"))
    let version = try #require(throws: StorageError.self) { try IndexArchive(sample.path) }
    #expect(
      "\(version)" == "\(sample.path): index format 9, this program reads 1; index the catalogue again")
    for text in ["", "{}", "{\"version\": 1}", String(manifest.dropLast(5))] {
      try sample.folder.write("shop/.assay/index/manifest.json", text)
      let error = try #require(throws: StorageError.self) { try IndexArchive(sample.path) }
      guard case .malformed(let path, _) = error else {
        Issue.record("\(error)")
        continue
      }
      #expect(path.hasSuffix("/manifest.json"))
    }
    let none = try #require(throws: StorageError.self) { try IndexArchive(sample.folder("shop")) }
    #expect("\(none)".contains("make an index with: assay index CATALOG"))
  }
}
