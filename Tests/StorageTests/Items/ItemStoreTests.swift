import Foundation
import Relevance
import Testing

@testable import Storage

@Suite struct ItemStoreTests {
  @Test func findsItemsByOrdinalInTheOrderAsked() throws {
    let sample = try SampleIndex(count: 1_200)
    try sample.build()
    let items = try IndexArchive(sample.path).items()
    let found = try items.items([1_199, 0, 5_000, 1, 0])
    #expect(found.map(\.ordinal) == [1_199, 0, 1, 0])
    #expect(found.map(\.id.text) == ["p1199", "p0", "p1", "p0"])
    let first = try #require(found.dropFirst().first)
    #expect(first.title == "Item 0" && first.brand == "B" && first.price == "9.50" && first.category == "")
    #expect(first.picture == "0.jpg" && found[2].picture == nil)
    #expect(first.lostPicture == nil && found[2].lostPicture == "1.jpg")
    #expect(first.contentHash.count == 16)
  }

  /// Nothing stops a damaged file from holding `NULL` where the schema forbids it.
  @Test func refusesAnItemWithoutATitle() throws {
    let sample = try SampleIndex()
    try sample.build()
    let items = URL(fileURLWithPath: sample.path + "/items.sqlite")
    var bytes = [UInt8](try Data(contentsOf: items))
    // The header of a record: its ordinal, which is the key, then texts of 2 and 6 bytes.
    let header = try #require(bytes.ranges(of: [0, 13 + 2 * 2, 13 + 2 * 6]).first)
    bytes[header.upperBound - 1] = 0
    try Data(bytes).write(to: items)
    let store = try IndexArchive(sample.path).items()
    let error = try #require(throws: StorageError.self) { try store.items([0, 1, 2]) }
    #expect("\(error)".hasPrefix("\(items.path): damaged: "))
    #expect("\(error)".hasSuffix("; index the catalogue again"))
  }

  @Test(arguments: [true, false])
  func knowsWhetherThereIsAnyPicture(hasPictures: Bool) throws {
    let sample = try SampleIndex()
    try sample.build(hasPictures: hasPictures)
    #expect(try IndexArchive(sample.path).items().hasPictures() == hasPictures)
  }

  @Test func findsItemsByName() throws {
    let sample = try SampleIndex()
    try sample.build()
    let items = try IndexArchive(sample.path).items()
    #expect(try items.ordinal(of: DocumentID("p2")) == 2)
    #expect(try items.ordinal(of: DocumentID("p9")) == nil)
    #expect(try items.ids() == ["p0", "p1", "p2"].map { DocumentID($0) })
    #expect(
      try items.identifiers().map { "\($0.identifier)=\($0.ordinal)" } == [
        "p0=0", "s-0=0", "p1=1", "s-1=1", "p2=2", "s-2=2",
      ])
    #expect(try items.ordinals(named: " P1\n") == [1] && items.ordinals(named: "s-2") == [2])
    #expect(try items.ordinals(named: "s-") == [] && items.ordinals(named: " ") == [])
  }

  @Test func keepsAllFieldsInOrder() throws {
    let sample = try SampleIndex()
    try sample.folder.write(
      "shop/products.jsonl", #"{"title": "a \"b\" \\ ü 😀", "z": {"y": 1, "x": [true, "q"]}, "id": "é"}"#)
    try sample.build()
    let items = try IndexArchive(sample.path).items()
    #expect(
      try items.fields(of: 0) == [
        CatalogueField(name: "title", value: "a \"b\" \\ ü 😀"), CatalogueField(name: "z.y", value: "1"),
        CatalogueField(name: "z.x", value: "true, q"), CatalogueField(name: "id", value: "é"),
      ])
    #expect(try items.fields(of: 1).isEmpty)
    #expect(try items.ordinal(of: DocumentID("é")) == 0)
    #expect(try items.ordinal(of: DocumentID("e\u{301}")) == nil)
  }

  @Test func opensWhereNothingCanBeWritten() throws {
    let sample = try SampleIndex()
    try sample.build()
    let files = FileManager.default
    let names = try sample.folder.names("shop/.assay/index")
    for name in names {
      try files.setAttributes([.posixPermissions: 0o444], ofItemAtPath: sample.path + "/" + name)
    }
    try files.setAttributes([.posixPermissions: 0o555], ofItemAtPath: sample.path)
    defer { try? files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: sample.path) }
    #expect(try IndexArchive(sample.path).items().ids().count == 3)
    #expect(try sample.folder.names("shop/.assay/index") == names)
  }
}
