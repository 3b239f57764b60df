import Embeddings
import Foundation
import Retrieval
import Storage
import Synchronization
import TestSupport
import Testing

@testable import assay

/// Indexing with the vector cache, by an encoder that counts what it is asked and may stop on the way.
@Suite struct VectorCacheUseTests {
  private let folder: TemporaryFolder
  private let settings: Settings

  init() throws {
    folder = try TemporaryFolder()
    let environment = ProcessInfo.processInfo.environment
    settings = Settings(
      environment: environment.merging(["XDG_CACHE_HOME": folder.path("cache")]) { $1 })
  }

  private static func lines(_ count: Int, changed: Set<Int> = []) -> String {
    (0..<count).map {
      #"{"id": "\#($0)", "title": "item \#($0)\#(changed.contains($0) ? " new" : "")", "brand": "B"}"#
    }.joined(separator: "\n")
  }

  /// Indexes a catalogue, fresh, into a folder of that name.
  private func index(
    _ name: String, by encoder: SteppingEncoder, text: [String] = ["title"], usesCache: Bool = true
  ) throws {
    var roles = RoleDeclaration()
    roles.text = text
    try Indexing(
      settings: settings, isStrict: true, isQuiet: true, isFresh: true, usesVectorCache: usesCache
    ).run(folder.path("items.jsonl"), output: folder.path(name), roles: roles, encoder: encoder)
  }

  private func rows(_ name: String) throws -> [Float] {
    try #require(try IndexArchive(folder.path(name)).rows(.text)).withUnsafeBufferPointer { Array($0) }
  }

  @Test func anotherIndexOfTheSameItemsIsMadeWithoutTheEncoder() throws {
    try folder.write(Self.lines(200), to: "items.jsonl")
    let first = SteppingEncoder()
    try index("one", by: first)
    #expect(first.encoded == 200)
    let second = SteppingEncoder()
    try index("two", by: second)
    #expect(second.encoded == 0)
    #expect(try rows("one") == rows("two"))
    let without = SteppingEncoder()
    try index("three", by: without, usesCache: false)
    #expect(without.encoded == 200)
    let other = SteppingEncoder(fingerprint: "beef")
    try index("four", by: other)
    #expect(other.encoded == 200)
  }

  @Test func onlyWhatChangedIsEncoded() throws {
    try folder.write(Self.lines(200), to: "items.jsonl")
    try index("one", by: SteppingEncoder())
    try folder.write(Self.lines(210, changed: [3, 77]), to: "items.jsonl")
    let changed = SteppingEncoder()
    try index("two", by: changed)
    #expect(changed.encoded == 12)
    #expect(try Array(rows("two")[..<192]) == Array(rows("one")[..<192]))
    try index("fresh", by: SteppingEncoder(), usesCache: false)
    #expect(try rows("two") == rows("fresh"))
  }

  @Test func indexingThatWasStoppedGoesOnWhereItWas() throws {
    try folder.write(Self.lines(500), to: "items.jsonl")
    let stopped = SteppingEncoder(stopsAfter: 3)
    #expect(throws: CommandFailure.self) { try index("one", by: stopped) }
    #expect(!FileManager.default.fileExists(atPath: folder.path("one/manifest.json")))
    let again = SteppingEncoder()
    try index("one", by: again)
    #expect(stopped.encoded > 0)
    #expect(stopped.encoded + again.encoded == 500)
  }

  @Test func anEncoderAsFastAsACacheHasNone() throws {
    try folder.write(Self.lines(20), to: "items.jsonl")
    try index("one", by: SteppingEncoder(batch: 1))
    #expect(!FileManager.default.fileExists(atPath: folder.path("cache/assay/vectors")))
  }
}

/// The hashing encoder in batches; counts items, and stops before a call when it is told to.
private final class SteppingEncoder: Encoder {
  let card: EncoderCard
  private let base = HashingEncoder()
  private let stopsAfter: Int
  private let calls = Mutex((count: 0, items: 0))

  init(batch: Int = 64, fingerprint: String = "f00d", stopsAfter: Int = .max) {
    card = EncoderCard(
      id: "stepping", fingerprint: fingerprint, dimensions: base.card.dimensions, modalities: [.text],
      batch: batch)
    self.stopsAfter = stopsAfter
  }

  var encoded: Int { calls.withLock(\.items) }

  func encode(query: String) -> [Float] { base.encode(query: query) }
  func encode(item: ItemText) -> [Float] { base.encode(item: item) }
  func encode(picture: PixelImage) -> [Float] { base.encode(picture: picture) }

  func encode(items: [ItemText]) throws(EncoderError) -> [[Float]] {
    let goesOn = calls.withLock { calls in
      guard calls.count < stopsAfter else { return false }
      calls.count += 1
      calls.items += items.count
      return true
    }
    guard goesOn else { throw .interrupted }
    return items.map(encode(item:))
  }
}
