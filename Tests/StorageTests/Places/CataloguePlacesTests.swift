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

  /// The same items as a folder's and as a file: each has its index, in the shared cache too.
  @Test func holdTheIndexesOfTheirOwnCatalogueOnly() throws {
    let shop = try CatalogueLocation.find(folder("shop"))
    let file = try CatalogueLocation.find(folder("shop/products.jsonl"))
    for _ in 0..<2 {
      for (own, other) in [(shop, file), (file, shop)] {
        let places = try CataloguePlaces(own, environment: environment)
        #expect(CataloguePlaces.hold(places.index, of: own) && !CataloguePlaces.hold(places.index, of: other))
        #expect(CataloguePlaces.hold(places.index(named: "clip"), of: own))
      }
      // The second time neither can be written beside its items.
      for name in ["shop/.assay", "shop/products.jsonl.assay"] { try folder.write(name, "in the way") }
    }
    #expect(!CataloguePlaces.hold(folder("elsewhere/index"), of: shop))
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
