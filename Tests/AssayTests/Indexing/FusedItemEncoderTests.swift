import Embeddings
import Foundation
import Relevance
import Retrieval
import Storage
import Synchronization
import TestSupport
import Testing

@testable import assay

@Suite struct FusedItemEncoderTests {
  @Test func everyItemGetsOneVectorOfTextAndPicture() throws {
    let shop = try FusedShop()
    let encoder = TogetherEncoder()
    let vectors = try shop.vectors(by: encoder)
    #expect(vectors.count == 12)
    for (record, item) in zip(shop.records, vectors) {
      #expect(item.image.allSatisfy { $0 == 0 })
      #expect(item.text != encoder.base.encode(item: record.text), "the picture takes part")
      #expect(item.picture == .usable)
      #expect(!item.isReused)
    }
    #expect(encoder.calls.withLock(\.self) == [12])
  }

  @Test func aBrokenPictureLeavesTheTextAlone() throws {
    let shop = try FusedShop()
    let sound = try shop.vectors(by: TogetherEncoder())
    try Data("no picture".utf8).write(to: shop.folder.url("shop/images/p0009.jpg"))
    let encoder = TogetherEncoder()
    let vectors = try shop.vectors(by: encoder)
    let broken = try #require(shop.records.firstIndex { $0.id.text == "p0009" })
    #expect(vectors[broken].picture == .lost)
    #expect(vectors[broken].fault?.contains("picture 'images/p0009.jpg'") == true)
    #expect(vectors[broken].text == encoder.base.encode(item: shop.records[broken].text))
    for index in vectors.indices where index != broken { #expect(vectors[index].text == sound[index].text) }
  }

  @Test func aPictureThatTheEncoderRefusesIsLostAlone() throws {
    let shop = try FusedShop()
    let sound = try shop.vectors(by: TogetherEncoder())
    let vectors = try shop.vectors(by: TogetherEncoder(refused: sound[3].text))
    for index in vectors.indices {
      #expect((vectors[index].picture == .lost) == (index == 3))
      #expect((vectors[index].text == sound[index].text) == (index != 3))
    }
    #expect(vectors[3].fault?.contains("no thanks") == true)
  }

  @Test func anIndexKeepsTheVectorsOfItemsWhoseTextAndPictureAreTheSame() throws {
    let shop = try FusedShop()
    let output = shop.folder.path("index")
    let first = TogetherEncoder()
    try shop.index(by: first, at: output)
    #expect(try IndexArchive(output).rows(.picture) == nil, "one vector an item")
    // A text and a picture change, another picture breaks.
    let items = "shop/products.jsonl"
    try shop.folder.write(
      shop.folder.read(items).replacing("Stoneware cup by", with: "Earthenware cup by"), to: items)
    let images = shop.folder.url("shop/images")
    try FileManager.default.removeItem(at: images.appending(path: "p0002.jpg"))
    try FileManager.default.copyItem(
      at: images.appending(path: "p0006.jpg"), to: images.appending(path: "p0002.jpg"))
    try Data("no picture".utf8).write(to: images.appending(path: "p0009.jpg"))
    let second = TogetherEncoder()
    try shop.index(by: second, at: output)
    #expect(second.calls.withLock(\.self) == [3])
    let archive = try IndexArchive(output)
    #expect(archive.manifest.source.missingPictures == 1)
  }

  @Test func anotherIndexTakesTheVectorsFromTheCache() throws {
    let shop = try FusedShop()
    // A picture that ends early, one that is none, and one that is sound.
    let images = shop.folder.url("shop/images")
    let half = images.appending(path: "p0002.jpg")
    try Data(contentsOf: half).dropLast(400).write(to: half)
    try Data("no picture".utf8).write(to: images.appending(path: "p0009.jpg"))
    let first = TogetherEncoder()
    try shop.index(by: first, at: shop.folder.path("one"))
    let second = TogetherEncoder()
    try shop.index(by: second, at: shop.folder.path("two"))
    #expect(first.calls.withLock(\.self) == [12])
    #expect(second.calls.withLock(\.self) == [1], "half a picture is looked at again, to say so")
    #expect(try shop.rows("one") == shop.rows("two"))
    let sources = try ["one", "two"].map { try IndexArchive(shop.folder.path($0)).manifest.source }
    #expect(sources.map(\.missingPictures) == [1, 1])
  }
}

/// A small shop whose files may be changed.
private struct FusedShop {
  let folder: TemporaryFolder
  let records: [CatalogueRecord]
  private var path: String { folder.path("shop") }

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.copyItem(at: Shop.original, to: folder.url("shop"))
    let location = try CatalogueLocation.find(folder.path("shop"))
    let roles = try RoleResolution(location, flags: RoleDeclaration()).roles
    var reader = try CatalogueReader(location, roles: roles)
    var records: [CatalogueRecord] = []
    while let record = try reader.next() { records.append(record) }
    self.records = records
  }

  func vectors(by encoder: TogetherEncoder) throws -> [ItemVectors] {
    try ItemEncoder(encoder: encoder, pictures: PictureFolder(path), former: nil).vectors(of: records)
  }

  func index(by encoder: TogetherEncoder, at output: String) throws {
    let environment = ProcessInfo.processInfo.environment
      .merging(["XDG_CACHE_HOME": folder.path("cache")]) { $1 }
    try Indexing(settings: Settings(environment: environment), isStrict: false, isQuiet: true)
      .run(path, output: output, roles: RoleDeclaration(), encoder: encoder)
  }

  func rows(_ index: String) throws -> [Float] {
    try #require(try IndexArchive(folder.path(index)).rows(.text)).withUnsafeBufferPointer { Array($0) }
  }
}

/// The hashing encoder with one vector for text and picture; counts the items of each call, and may refuse a vector.
private final class TogetherEncoder: Encoder {
  let card: EncoderCard
  let base = HashingEncoder()
  let calls = Mutex<[Int]>([])
  private let refused: [Float]?

  init(refused: [Float]? = nil) {
    card = EncoderCard(
      id: "together", fingerprint: "together", dimensions: base.card.dimensions, fusion: .early, batch: 64)
    self.refused = refused
  }

  func encode(query: String) -> [Float] { base.encode(query: query) }
  func encode(item: ItemText) -> [Float] { base.encode(item: item) }
  func encode(picture: PixelImage) -> [Float] { base.encode(picture: picture) }

  func encode(items: [ItemText], pictures: [PixelImage?]) throws(EncoderError) -> [[Float]] {
    let vectors = zip(items, pictures).map { item, picture in
      guard let picture else { return base.encode(item: item) }
      return zip(base.encode(item: item), base.encode(picture: picture)).map(+).scaledToUnitLength()
    }
    if let refused, vectors.contains(refused) { throw .unencodable(reason: "no thanks") }
    calls.withLock { $0.append(items.count) }
    return vectors
  }
}
