import Embeddings
import Foundation
import Retrieval
import Testing

@testable import Storage

@Suite struct IndexWriterTests {
  @Test func replacesAnOlderIndexAsAWhole() throws {
    let sample = try SampleIndex()
    try sample.build(mark: 1)
    let old = try IndexArchive(sample.path)
    let oldItems = try old.items()
    try sample.build(mark: 9)
    #expect(try IndexArchive(sample.path).lexicalIndex().map(\.self) == [9, 2, 3])
    // A store opened before goes on working.
    #expect(try oldItems.ids().count == 3)
    #expect(try sample.folder.names("shop/.assay") == [".index.assay-lock", "index"])
  }

  /// What a file system that can't exchange names gets.
  @Test(arguments: [true, false]) func replacesByExchangeAndByTwoRenames(canExchange: Bool) throws {
    let folder = try ScratchFolder()
    try folder.write("index/manifest.json", "old")
    try folder.write(".index.assay-new/manifest.json", "new")
    try IndexFolder.replace(folder("index"), canExchange: canExchange)
    #expect(try folder.text("index/manifest.json") == "new")
    #expect(try folder.names("") == ["index"])
    try folder.write(".other.assay-new/manifest.json", "first")
    try IndexFolder.replace(folder("other"), canExchange: canExchange)
    #expect(try folder.text("other/manifest.json") == "first")
  }

  @Test func theSameInputMakesTheSameBytes() throws {
    let first = try SampleIndex(count: 700)
    let second = try SampleIndex(count: 700)
    try first.build()
    try second.build()
    let (one, other) = (try first.files(), try second.files())
    #expect(one.keys.sorted() == other.keys.sorted())
    for (name, bytes) in one { #expect(other[name] == bytes, "\(name)") }
    let text = try first.folder.text("shop/.assay/index/manifest.json")
    #expect(!text.contains(first.folder("")), "no absolute path")
  }

  @Test func aSideThatNobodyHasIsAbsent() throws {
    let sample = try SampleIndex()
    try sample.build(hasPictures: false)
    #expect(try !sample.files().keys.contains { $0.hasPrefix("pictures.") })
    #expect(try IndexArchive(sample.path).rows(.picture) == nil)
    #expect(try IndexArchive(sample.path).vectors(.picture).values.allSatisfy { $0 == 0 })
  }

  @Test func rowsBeforeTheFirstVectorAreZeros() throws {
    let folder = try ScratchFolder()
    var writer = VectorWriter(.pictureVectors, dimensions: 3, in: folder(""))
    for row: [Float] in [[0, 0, 0], [0, 0, 0], [1, 2, 3], [0, 0, 0]] { try writer.append(row) }
    let finished = try #require(try writer.finish())
    #expect(finished.section.bytes == 4 * 3 * 4)
    #expect(
      try Mapping(folder("pictures.f32")).elements(of: Float.self).map(\.self) == [
        0, 0, 0, 0, 0, 0, 1, 2, 3, 0, 0, 0,
      ])
  }

  @Test func aDroppedWriterLeavesTheOldIndex() throws {
    let sample = try SampleIndex()
    try sample.build(mark: 1)
    do {
      let writer = try sample.filledWriter(mark: 9)
      #expect(writer.count == 3)
      #expect(try sample.folder.names("shop/.assay").contains(".index.assay-new"))
    }
    #expect(try sample.folder.names("shop/.assay") == [".index.assay-lock", "index"])
    #expect(try IndexArchive(sample.path).lexicalIndex().map(\.self) == [1, 2, 3])
  }

  /// The states in which a stopped machine can leave the folder, and what opening and writing make of them.
  @Test(arguments: ["growing", "aside", "aside and growing", "replaced"])
  func survivesEveryInterruption(state: String) throws {
    let sample = try SampleIndex()
    let files = FileManager.default
    try sample.build(mark: 1)
    switch state {
    case "growing": try sample.folder.write("shop/.assay/.index.assay-new/text.f32", "half")
    case "aside": try files.moveItem(atPath: sample.path, toPath: sample.aside)
    case "aside and growing":
      try files.moveItem(atPath: sample.path, toPath: sample.aside)
      try sample.folder.write("shop/.assay/.index.assay-new/text.f32", "whole")
    default: try files.copyItem(atPath: sample.path, toPath: sample.aside)
    }
    #expect(IndexArchive.exists(sample.path))
    #expect(try IndexArchive(sample.path).lexicalIndex().map(\.self) == [1, 2, 3])
    try sample.build(mark: 9)
    #expect(try IndexArchive(sample.path).lexicalIndex().map(\.self) == [9, 2, 3])
    #expect(try sample.folder.names("shop/.assay") == [".index.assay-lock", "index"])
  }

  @Test func aWriterThatFindsTheOldIndexAsideKeepsItUntilItCommits() throws {
    let sample = try SampleIndex()
    try sample.build(mark: 1)
    try FileManager.default.moveItem(atPath: sample.path, toPath: sample.aside)
    _ = try sample.filledWriter()
    #expect(try IndexArchive(sample.path).lexicalIndex().map(\.self) == [1, 2, 3])
  }

  @Test func refusesASecondWriter() throws {
    let sample = try SampleIndex()
    let first = try sample.filledWriter()
    let error = try #require(throws: StorageError.self) {
      try sample.writer()
    }
    #expect("\(error)".contains("another process is writing this index"))
    try first.commit(sample.source())
    #expect(try IndexArchive(sample.path).manifest.itemCount == 3)
  }

  @Test func anOpenIndexStaysWholeWhenItIsReplaced() throws {
    let sample = try SampleIndex()
    try sample.build(mark: 1)
    let old = try IndexArchive(sample.path)
    let lexical = try old.lexicalIndex()
    let rows = try #require(try old.rows(.text)).map(\.self)
    #expect(IndexArchive.currentGeneration(at: sample.path) == old.generation)
    try sample.build(mark: 9, generation: 2)
    #expect(lexical.map(\.self) == [1, 2, 3])
    #expect(rows == sample.vectors(3, seed: 1).values)
    let current = try #require(IndexArchive.currentGeneration(at: sample.path))
    #expect(current != old.generation && current.number == 2)
    try sample.build(mark: 9, generation: 2)
    #expect(IndexArchive.currentGeneration(at: sample.path) == current, "the same bytes are the same build")
    #expect(IndexArchive.currentGeneration(at: sample.folder("shop")) == nil)
  }

  @Test func neverReplacesSomethingElse() throws {
    let sample = try SampleIndex()
    try sample.folder.write("mine/letter.txt", "dear")
    try sample.folder.write("site/manifest.json", "{}")
    try sample.folder.write("both/letter.txt", "dear")
    try sample.build()
    for name in try sample.folder.names("shop/.assay/index") {
      try FileManager.default.copyItem(
        atPath: sample.path + "/" + name, toPath: sample.folder("both/" + name))
    }
    for place in ["mine", "mine/letter.txt", "site", "both"] {
      let error = try #require(throws: StorageError.self) {
        try IndexWriter(sample.folder(place), encoder: SampleIndex.card, roles: sample.roles())
      }
      #expect("\(error)".contains("choose another place with -o"))
    }
    #expect(try sample.folder.text("mine/letter.txt") == "dear")
    #expect(try sample.folder.text("both/letter.txt") == "dear")
    #expect(try sample.folder.text("site/manifest.json") == "{}")
    try FileManager.default.createDirectory(atPath: sample.folder("empty"), withIntermediateDirectories: true)
    _ = try IndexWriter(sample.folder("empty"), encoder: SampleIndex.card, roles: sample.roles())
  }

  @Test func leavesWhatLiesBesideAlone() throws {
    let sample = try SampleIndex()
    try sample.build(mark: 1)
    for name in ["index.old", "index.new"] { try sample.folder.write("shop/.assay/\(name)/mine", "kept") }
    try sample.build(mark: 9)
    for name in ["index.old", "index.new"] {
      #expect(try sample.folder.text("shop/.assay/\(name)/mine") == "kept")
    }
  }

  @Test func reportsAnItemTwice() throws {
    let sample = try SampleIndex()
    var reader = try CatalogueReader(sample.location, roles: sample.roles())
    let record = try #require(try reader.next())
    let writer = try sample.writer()
    let none = [Float](repeating: 0, count: 4)
    for _ in 0..<2 {
      try writer.append(
        record, picture: nil, vectors: (none, none), inputs: ItemInputs(text: .none, picture: .none))
    }
    try writer.addLexicalIndex(SharedArray([]))
    #expect(throws: StorageError.self) { try writer.commit(sample.source()) }
  }
}
