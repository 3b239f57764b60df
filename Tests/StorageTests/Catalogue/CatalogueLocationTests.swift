import Foundation
import Storage
import TestSupport
import Testing

@Suite struct CatalogueLocationTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test func findsTheItemsOfAFolder() throws {
    try folder.write("queries.tsv", "1\tmug\n")
    try folder.write("docs.jsonl", "")
    #expect(try CatalogueLocation.find(folder.path).items == "docs.jsonl")
    try folder.write("products.csv", "")
    let location = try CatalogueLocation.find(folder.path + "/")
    #expect(location.items == "products.csv" && location.format == .commaSeparated)
    #expect(location.folder == folder.path && !location.isBareFile)
    try folder.write("catalog.toml", "items = 'data/all.ndjson'")
    try folder.write("data/all.ndjson", "")
    #expect(try CatalogueLocation.find(folder.path).itemsPath == folder("data/all.ndjson"))
  }

  @Test func takesABareFile() throws {
    let path = try folder.write("things.TSV", "id\ttitle\n")
    let location = try CatalogueLocation.find(path)
    #expect(location.isBareFile && location.format == .tabSeparated && location.itemsPath == path)
  }

  @Test func settingsOfAnotherFileDoNotApplyToABareFile() throws {
    try folder.write("catalog.toml", "items = 'products.jsonl'\n[fields]\nid = 'x'\n")
    let products = try folder.write("products.jsonl", "")
    let other = try folder.write("other.jsonl", "")
    #expect(try CatalogueLocation.find(products).settings.roles.id == "x")
    #expect(try CatalogueLocation.find(other).settings.roles.id == nil)
  }

  @Test func saysWhatIsMissing() throws {
    func message(_ path: String) throws -> String {
      "\(try #require(throws: StorageError.self) { try CatalogueLocation.find(path) })"
    }
    #expect(try message(folder("nowhere")).contains("not found"))
    #expect(try message(folder.path).contains("no products.jsonl"))
    #expect(try message(folder.write("a.xlsx", "")).contains("unknown kind of catalogue"))
    for items in ["gone.jsonl", "../\(folder.path.split(separator: "/").last ?? "")/real.jsonl"] {
      try folder.write("real.jsonl", "")
      try folder.write("catalog.toml", "items = '\(items)'")
      #expect(try message(folder.path).contains("must name a file inside the folder"))
    }
  }
}
