import Foundation
import Testing

@testable import Storage

@Suite struct CataloguePlacesTests {
  private let folder: ScratchFolder
  private let environment = ["HOME": "/home/x"]

  init() throws {
    folder = try ScratchFolder()
    try folder.write("shop/products.jsonl", "")
  }

  @Test func areBesideTheCatalogue() throws {
    let shop = try CataloguePlaces(.find(folder("shop")), environment: [:])
    #expect(shop.index == folder("shop/.assay/index"))
    #expect(shop.journal == folder("shop/.assay/judgments/journal.jsonl"))
    let file = try CataloguePlaces(.find(folder("shop/products.jsonl")), environment: [:])
    #expect(file.index == folder("shop/products.jsonl.assay/index"))
    #expect(shop.existingIndex == nil)
  }

  /// A file in the place of the folder can't be written into, not even by root.
  @Test func areInTheHomeWhenTheCatalogueCannotBeWritten() throws {
    try folder.write("shop/.assay", "in the way")
    let location = try CatalogueLocation.find(folder("shop"))
    let home = try CataloguePlaces(location, environment: environment)
    #expect(home.index.hasPrefix("/home/x/.cache/assay/") && home.index.hasSuffix("/index"))
    #expect(home.journal.hasPrefix("/home/x/.local/share/assay/"))
    let xdg = try CataloguePlaces(
      location, environment: ["XDG_CACHE_HOME": "/c", "XDG_DATA_HOME": "relative", "HOME": "/home/x"])
    #expect(xdg.index == "/c" + home.index.dropFirst("/home/x/.cache".count))
    #expect(xdg.journal == home.journal)
    let error = try #require(throws: StorageError.self) { try CataloguePlaces(location, environment: [:]) }
    #expect("\(error)".contains("neither XDG_CACHE_HOME nor HOME is set"))
  }

  @Test func findAnIndexThatIsThere() throws {
    let sample = try SampleIndex()
    try sample.build()
    let places = try CataloguePlaces(sample.location, environment: environment)
    #expect(places.existingIndex == sample.path)
    try FileManager.default.moveItem(atPath: sample.path, toPath: sample.aside)
    #expect(places.existingIndex == sample.path)
    #expect(try IndexArchive(sample.path).manifest.itemCount == 3)
  }
}
