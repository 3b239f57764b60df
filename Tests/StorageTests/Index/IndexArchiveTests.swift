import Embeddings
import Foundation
import Relevance
import TestSupport
import Retrieval
import Testing

@testable import Storage

@Suite struct IndexArchiveTests {
  @Test func givesBackWhatWasWritten() throws {
    let sample = try SampleIndex()
    let written = try sample.build()
    let archive = try IndexArchive(sample.path)
    #expect(archive.revealsResidency, "it is one's own")
    #expect(archive.manifest == written)
    #expect(archive.manifest.source == (try sample.source()))
    #expect(archive.manifest.itemCount == 3)
    #expect(archive.manifest.source.encoderCard == SampleIndex.card)
    #expect(archive.manifest.source.catalogue == "../..")
    #expect(archive.catalogueFolder == sample.folder("shop"))
    #expect(try archive.vectors(.text) == sample.vectors(3, seed: 1))
    #expect(try archive.vectors(.picture) == sample.vectors(3, seed: 2))
    #expect(try archive.lexicalIndex().map(\.self) == [1, 2, 3])
    #expect(try archive.items().ids().map(\.text) == ["p0", "p1", "p2"])
    #expect(try sample.folder.names("shop/.assay") == [".index.assay-lock", "index"])
  }

  @Test func anEmptyCatalogueMakesAnEmptyIndex() throws {
    let sample = try SampleIndex()
    let writer = try sample.writer()
    try writer.addLexicalIndex(SharedArray([]))
    try writer.commit(sample.source())
    let archive = try IndexArchive(sample.path)
    #expect(try archive.vectors(.text).count == 0)
    #expect(IndexCheck(archive).run().isEmpty)
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

  @Test(arguments: IndexSection.Kind.allCases.map(\.rawValue) + [IndexArchive.checksumsName])
  func namesAMissingPartAndHowToMakeItAgain(name: String) throws {
    let sample = try SampleIndex()
    try sample.build()
    let part = sample.path + "/" + name
    try #require(FileManager.default.fileExists(atPath: part))
    let command = try IndexArchive(sample.path).rebuildCommand
    try FileManager.default.removeItem(atPath: part)
    let error = try #require(throws: StorageError.self) { try IndexArchive(sample.path) }
    #expect("\(error)" == "\(part): not found; this part of the index is made again with: \(command)")
    #expect(command.hasPrefix("assay index "))
  }

  /// Every region of every section: one flipped bit is found, and the file and the block are named.
  @Test(arguments: IndexSection.Kind.allCases)
  func namesTheFileAndTheBlockWithAFlippedBit(kind: IndexSection.Kind) throws {
    let sample = try SampleIndex(count: kind == .items ? 6000 : 3)
    try sample.build()
    let file = sample.path + "/" + kind.rawValue
    guard FileManager.default.fileExists(atPath: file) else { return }
    let content = try Data(contentsOf: URL(fileURLWithPath: file))
    let archive = try IndexArchive(sample.path)
    #expect(IndexCheck(archive).run(threads: 2).isEmpty)
    for position in stride(from: 0, to: content.count, by: max(1, content.count / 7)) {
      var flipped = content
      flipped[position] ^= 0x10
      try flipped.write(to: URL(fileURLWithPath: file))
      let found = IndexCheck(archive).run(threads: 2)
      #expect(found.count == 1 && found[0].section == kind && found[0].path == file)
      #expect(found[0].range.contains(position) && found[0].range.count <= 1 << 20)
      #expect("\(found[0])".hasSuffix("index the catalogue again with: assay index \(sample.folder("shop"))"))
    }
  }

  @Test func joinsNeighbouringBlocksAndStopsWhenAsked() throws {
    let sample = try SampleIndex(count: 12_000)
    try sample.build()
    let file = sample.path + "/items.sqlite"
    var content = try Data(contentsOf: URL(fileURLWithPath: file))
    try #require(content.count > 3 << 20)
    for block in [0, 1, 3] { content[block << 20 | 99] ^= 1 }
    try content.write(to: URL(fileURLWithPath: file))
    let check = IndexCheck(try IndexArchive(sample.path), [.items])
    #expect(check.bytes == content.count)
    let end = min(content.count, 4 << 20)
    #expect(check.run().map(\.range) == [0..<2 << 20, 3 << 20..<end])
    #expect(check.run(shouldStop: { true }).isEmpty)
  }

  /// Any byte of the manifest or of the checksums.
  @Test(arguments: [IndexManifest.fileName, IndexArchive.checksumsName])
  func refusesAHeaderWithAFlippedBit(name: String) throws {
    let sample = try SampleIndex()
    try sample.build()
    let file = sample.path + "/" + name
    let content = try Data(contentsOf: URL(fileURLWithPath: file))
    for position in 0..<content.count {
      var flipped = content
      flipped[position] ^= 0x10
      try flipped.write(to: URL(fileURLWithPath: file))
      let error = try #require(throws: StorageError.self, "byte \(position)") {
        try IndexArchive(sample.path)
      }
      #expect("\(error)".contains("index the catalogue again with: assay index"))
    }
  }

  @Test(arguments: IndexSection.Kind.allCases)
  func namesTheFileThatIsCut(kind: IndexSection.Kind) throws {
    let sample = try SampleIndex()
    try sample.build()
    let file = sample.path + "/" + kind.rawValue
    guard FileManager.default.fileExists(atPath: file) else { return }
    let content = try Data(contentsOf: URL(fileURLWithPath: file))
    try content.dropLast().write(to: URL(fileURLWithPath: file))
    let cut = try #require(throws: StorageError.self) { try IndexArchive(sample.path) }
    #expect("\(cut)".hasPrefix("\(file): damaged: \(content.count - 1) bytes instead of \(content.count)"))
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
      "shop/.assay/index/manifest.json", sealed(manifest.replacing(honest, with: hostile)))
    let error = try #require(throws: StorageError.self) { try IndexArchive(sample.path) }
    #expect("\(error)".contains("manifest.json: damaged; index the catalogue again with: assay index"))
  }

  /// The text with the checksum that a manifest of this content has, so that the checksum is not what refuses it.
  private func sealed(_ manifest: String) -> String {
    let blank = manifest.replacing(/"checksum" : "[0-9a-f]{8}",\n  "generation"/) { _ in
      #""checksum" : "00000000",\#n  "generation""#
    }
    let checksum = IndexSection.text(of: CRC32C.checksum(of: Array(blank.utf8)))
    return blank.replacing("00000000", with: checksum, maxReplacements: 1)
  }

  @Test func aFolderWithSomeOtherManifestIsNoIndex() throws {
    let sample = try SampleIndex()
    try sample.folder.write("shop/manifest.json", #"{"name": "a web page"}"#)
    #expect(!IndexArchive.exists(sample.folder("shop")))
    try sample.build()
    #expect(IndexArchive.exists(sample.path))
  }

  /// An index as the first version of the format was, and the way out of it.
  @Test func saysHowToReplaceAnIndexOfTheFirstVersion() throws {
    let sample = try SampleIndex()
    let old = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Fixtures/index-v1")
    try FileManager.default.createDirectory(
      atPath: sample.folder("shop/.assay"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: old.path, toPath: sample.path)
    #expect(IndexArchive.exists(sample.path))
    let error = try #require(throws: StorageError.self) { try IndexArchive(sample.path) }
    #expect(
      "\(error)" == "\(sample.path): index format 1, this program reads 2; index the catalogue again with: "
        + "assay index \(sample.folder("shop"))")
    try sample.build()
    #expect(try IndexArchive(sample.path).manifest.itemCount == 3)
  }

  @Test func namesThePlaceAndQuotesItWhereTheCommandNeedsThat() throws {
    let sample = try SampleIndex()
    let shop = sample.folder("shop")
    for (index, items, encoder, command) in [
      ("\(shop)/.assay/index", "products.jsonl", "own-1", "assay index \(shop)"),
      ("/else/it's here", "products.jsonl", "own-1", "assay index \(shop) -o '/else/it'\\''s here'"),
      ("\(shop)/other.csv.assay/index", "other.csv", "own-1", "assay index \(shop)/other.csv"),
      ("\(shop)/.assay/mini", "products.jsonl", "mini@1234abcd", "assay index \(shop) --encoder mini"),
      ("/else", "products.jsonl", "mini@1234abcd", "assay index \(shop) --encoder mini -o /else"),
    ] {
      let text = RebuildCommand.text(index: index, catalogue: shop, items: items, encoder: encoder)
      #expect(text == command)
    }
  }

  @Test func noticesThatTheCatalogueChanged() throws {
    let sample = try SampleIndex()
    try sample.build()
    let archive = try IndexArchive(sample.path)
    #expect(archive.catalogueState() == .unchanged)
    let text = try sample.folder.text("shop/products.jsonl")
    try sample.folder.write("shop/products.jsonl", text.replacingOccurrences(of: "9.5", with: "9.6"))
    #expect(archive.catalogueState() == .changed)
    try sample.folder.write("shop/products.jsonl", text + "\n")
    #expect(archive.catalogueState() == .changed)
    try sample.folder.write("shop/products.jsonl", text)
    #expect(archive.catalogueState() == .unchanged)
    try FileManager.default.removeItem(atPath: archive.catalogueFolder + "/products.jsonl")
    #expect(archive.catalogueState() == .missing)
  }

  @Test func refusesOtherVersionsAndOtherFiles() throws {
    let sample = try SampleIndex()
    try sample.build()
    let manifest = try sample.folder.text("shop/.assay/index/manifest.json")
    try sample.folder.write(
      "shop/.assay/index/manifest.json",
      manifest.replacingOccurrences(of: "\"version\" : 2", with: "\"version\" : 9"))
    let version = try #require(throws: StorageError.self) { try IndexArchive(sample.path) }
    #expect(
      "\(version)" == "\(sample.path): index format 9, this program reads 2; index the catalogue again with: "
        + "assay index \(sample.folder("shop"))")
    for text in ["", "{}", "{\"version\": 2}", String(manifest.dropLast(5))] {
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
