import Embeddings
import Foundation
import Storage
import Synchronization
import TestSupport
import Testing

@testable import assay

@Suite struct ItemEncoderTests {
  @Test func anEncoderThatWantsBatchesGetsAllItemsTogetherAndTheSameVectors() throws {
    let shop = try Catalogue(Shop.original.path)
    let single = try shop.encoded(by: HashingEncoder())
    let batching = BatchingEncoder(batch: 8)
    let together = try shop.encoded(by: batching)
    #expect(together.map(\.text) == single.map(\.text))
    #expect(together.map(\.image) == single.map(\.image))
    #expect(batching.calls.withLock(\.self) == [shop.records.count])
  }

  @Test func onePictureThatTheEncoderRefusesIsLostAlone() throws {
    let shop = try Catalogue(Shop.original.path)
    let sound = try shop.encoded(by: BatchingEncoder(batch: 8))
    let victim = try #require(sound.firstIndex { $0.picture == .usable })
    let vectors = try shop.encoded(by: BatchingEncoder(batch: 8, refused: sound[victim].image))
    #expect(vectors[victim].picture == .lost)
    #expect(vectors[victim].image.allSatisfy { $0 == 0 })
    #expect(vectors[victim].fault?.contains("no thanks") == true)
    for index in vectors.indices where index != victim {
      #expect(vectors[index].image == sound[index].image)
      #expect(vectors[index].picture == sound[index].picture)
    }
  }

  @Test func picturesAndTextsInTheCacheAreNotEncodedAgain() throws {
    let shop = try Catalogue(Shop.original.path)
    let folder = try TemporaryFolder()
    func cache() -> VectorCache {
      VectorCache(folder.path("vectors"), encoder: BatchingEncoder(batch: 8).card) { Issue.record("\($0)") }
    }
    let first = try shop.encoded(by: BatchingEncoder(batch: 8), cache: cache())
    // It would fail on any picture, and count any text.
    let idle = BatchingEncoder(batch: 8, failure: .interrupted)
    let second = try shop.encoded(by: idle, cache: cache())
    #expect(idle.calls.withLock(\.self).isEmpty)
    #expect(second.map(\.text) == first.map(\.text))
    #expect(second.map(\.image) == first.map(\.image))
    #expect(second.map(\.picture) == first.map(\.picture))
    #expect(second.map(\.inputs) == first.map(\.inputs))
    #expect(second.count(where: \.isFromCache) == second.count)
  }

  @Test func aFailingEncoderIsNotTakenForABrokenPicture() throws {
    let shop = try Catalogue(Shop.original.path)
    #expect(throws: EncoderError.interrupted) {
      try shop.encoded(by: BatchingEncoder(batch: 8, failure: .interrupted))
    }
  }

  @Test func anEncoderOfTextLeavesPicturesUnopenedButUsable() throws {
    let shop = try Catalogue(Shop.original.path)
    let vectors = try shop.encoded(by: BatchingEncoder(batch: 8, modalities: [.text]))
    #expect(vectors.contains { $0.picture == .usable })
    for item in vectors {
      #expect(item.image.allSatisfy { $0 == 0 })
      #expect(item.text.contains { $0 != 0 })
    }
  }
}

/// The records of a catalogue, to be encoded by one encoder and another.
private struct Catalogue {
  let records: [CatalogueRecord]
  let folder: String

  init(_ path: String) throws {
    let location = try CatalogueLocation.find(path)
    let roles = try RoleResolution(location, flags: RoleDeclaration()).roles
    var reader = try CatalogueReader(location, roles: roles)
    var records: [CatalogueRecord] = []
    while let record = try reader.next() { records.append(record) }
    self.records = records
    folder = location.folder
  }

  func encoded(by encoder: any Encoder, cache: VectorCache? = nil) throws -> [ItemVectors] {
    try ItemEncoder(encoder: encoder, pictures: PictureFolder(folder), former: nil, cache: cache)
      .vectors(of: records)
  }
}

/// The hashing encoder, asked in batches; counts the items of each call, and may refuse or fail.
private final class BatchingEncoder: Encoder {
  let card: EncoderCard
  let calls = Mutex<[Int]>([])
  private let base = HashingEncoder()
  private let refused: [Float]?
  private let failure: EncoderError?

  init(
    batch: Int, modalities: Set<Modality> = [.text, .picture], refused: [Float]? = nil,
    failure: EncoderError? = nil
  ) {
    card = EncoderCard(
      id: base.card.id, fingerprint: base.card.fingerprint, dimensions: base.card.dimensions,
      modalities: modalities, batch: batch)
    self.refused = refused
    self.failure = failure
  }

  func encode(query: String) -> [Float] { base.encode(query: query) }
  func encode(item: ItemText) -> [Float] { base.encode(item: item) }

  func encode(picture: PixelImage) throws(EncoderError) -> [Float] {
    let vector = base.encode(picture: picture)
    if vector == refused { throw .unencodable(reason: "no thanks") }
    return vector
  }

  func encode(items: [ItemText]) -> [[Float]] {
    calls.withLock { $0.append(items.count) }
    return items.map(encode(item:))
  }

  func encode(pictures: [PixelImage]) throws(EncoderError) -> [[Float]] {
    if let failure { throw failure }
    return try pictures.map { picture throws(EncoderError) in try encode(picture: picture) }
  }
}
