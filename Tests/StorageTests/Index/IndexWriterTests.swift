import Embeddings
import Foundation
import Testing

@testable import Storage

@Suite struct IndexWriterTests {
  @Test func replacesAnOlderIndexAsAWhole() throws {
    let sample = try SampleIndex()
    try sample.build(mark: 1)
    let old = try IndexArchive(sample.path)
    let oldItems = try old.items()
    try sample.build(mark: 9)
    #expect(try IndexArchive(sample.path).lexicalIndex() == [9, 2, 3])
    // A store opened before goes on working.
    #expect(try oldItems.ids().count == 3)
    #expect(try sample.folder.names("shop/.assay") == [".index.assay-lock", "index"])
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
    #expect(try IndexArchive(sample.path).lexicalIndex() == [1, 2, 3])
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
    #expect(try IndexArchive(sample.path).lexicalIndex() == [1, 2, 3])
    try sample.build(mark: 9)
    #expect(try IndexArchive(sample.path).lexicalIndex() == [9, 2, 3])
    #expect(try sample.folder.names("shop/.assay") == [".index.assay-lock", "index"])
  }

  @Test func aWriterThatFindsTheOldIndexAsideKeepsItUntilItCommits() throws {
    let sample = try SampleIndex()
    try sample.build(mark: 1)
    try FileManager.default.moveItem(atPath: sample.path, toPath: sample.aside)
    _ = try sample.filledWriter()
    #expect(try IndexArchive(sample.path).lexicalIndex() == [1, 2, 3])
  }

  @Test func refusesASecondWriter() throws {
    let sample = try SampleIndex()
    let first = try sample.filledWriter()
    let error = try #require(throws: StorageError.self) {
      try IndexWriter(sample.path, roles: sample.roles())
    }
    #expect("\(error)".contains("another process is writing this index"))
    try first.commit(sample.source())
    #expect(try IndexArchive(sample.path).manifest.itemCount == 3)
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
        try IndexWriter(sample.folder(place), roles: sample.roles())
      }
      #expect("\(error)".contains("choose another place with -o"))
    }
    #expect(try sample.folder.text("mine/letter.txt") == "dear")
    #expect(try sample.folder.text("both/letter.txt") == "dear")
    #expect(try sample.folder.text("site/manifest.json") == "{}")
    try FileManager.default.createDirectory(atPath: sample.folder("empty"), withIntermediateDirectories: true)
    _ = try IndexWriter(sample.folder("empty"), roles: sample.roles())
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
    let writer = try IndexWriter(sample.path, roles: sample.roles())
    try writer.append(record, picture: nil)
    try writer.append(record, picture: nil)
    #expect(throws: StorageError.self) { try writer.commit(sample.source()) }
  }
}
