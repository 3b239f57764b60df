import Embeddings
import Foundation
import Relevance
import Synchronization
import Testing

@testable import Storage

@Suite struct TokenizerCacheTests {
  private let folder: ScratchFolder
  private let path: String

  init() throws {
    folder = try ScratchFolder()
    path = try folder.write("model/tokenizer.json", Self.json(words: ["tea", "cup", "red"]))
  }

  private static func json(words: [String]) -> String {
    let entries = (["[UNK]", "[CLS]", "[SEP]"] + words).enumerated().map { #""\#($1)": \#($0)"# }
    return """
      {"added_tokens": [], "normalizer": null, "pre_tokenizer": {"type": "BertPreTokenizer"},
       "post_processor": {"type": "BertProcessing", "sep": ["[SEP]", 2], "cls": ["[CLS]", 1]},
       "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##",
                 "max_input_chars_per_word": 100, "vocab": {\(entries.joined(separator: ", "))}}}
      """
  }

  private func cache(capacity: Int = 1 << 20, least: Int = 0) -> TokenizerCache {
    TokenizerCache(folder: folder("cache"), capacity: capacity, least: least)
  }

  /// Opens the tokenizer; answers its ids of a text, and what was logged.
  private func open(
    _ cache: TokenizerCache, _ path: String? = nil, sha256: String? = nil
  ) throws -> (ids: [Int32], log: [String]) {
    let log = Mutex<[String]>([])
    let tokenizer = try cache.tokenizer(path ?? self.path, sha256: sha256) { message in
      log.withLock { $0.append(message) }
    }
    return (tokenizer.encode("red tea cup", limit: nil).ids, log.withLock(\.self))
  }

  @Test func aTokenizerFromTheCacheGivesTheSameNumbers() throws {
    let fresh = try open(cache())
    #expect(fresh.ids == [1, 5, 3, 4, 2])
    let digest = SHA256.hexDigest(of: try Data(contentsOf: URL(fileURLWithPath: path)))
    #expect(try folder.names("cache") == ["\(digest)-\(Tokenizer.serializedVersion).tokenizer"])
    #expect(try open(cache()) == fresh)
    // With its digest known the JSON is not read at all.
    let size = try Data(contentsOf: URL(fileURLWithPath: path)).count
    try folder.write("model/tokenizer.json", String(repeating: " ", count: size))
    #expect(try open(cache(), sha256: digest) == fresh)
    #expect(throws: EncoderError.self) { try open(cache()) }
  }

  @Test func whatIsDamagedIsMadeAgainAndLogged() throws {
    let fresh = try open(cache())
    let name = try #require(try folder.names("cache").first)
    let sound = try Data(contentsOf: URL(fileURLWithPath: folder("cache/" + name)))
    for damaged in [sound.dropLast(3), Data(), Data(sound.map { $0 ^ 1 })] {
      try folder.write("cache/" + name, Data(damaged))
      let again = try open(cache())
      #expect(again.ids == fresh.ids)
      #expect(again.log.count == 1)
      #expect(try Data(contentsOf: URL(fileURLWithPath: folder("cache/" + name))) == sound)
    }
  }

  @Test func changedJSONIsAnotherTokenizer() throws {
    _ = try open(cache())
    try folder.write("model/tokenizer.json", Self.json(words: ["cup", "tea", "red"]))
    #expect(try open(cache()).ids == [1, 5, 4, 3, 2])
  }

  @Test func holdsNoMoreThanItsCapacity() throws {
    let contents = ["a", "b", "c"].map { Self.json(words: [$0]) }
    let names = contents.map {
      "\(SHA256.hexDigest(of: $0.utf8))-\(Tokenizer.serializedVersion).tokenizer"
    }
    for (number, json) in contents.enumerated() {
      _ = try open(cache(), folder.write("model/\(number).json", json))
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -1000 * Double(10 - number))],
        ofItemAtPath: folder("cache/" + names[number]))
    }
    // Used just now, the oldest is the newest; the next leaves room for one besides itself.
    _ = try open(cache(), folder("model/0.json"))
    let size = try #require(CachedFile.all(in: folder("cache"), suffix: "").map(\.bytes).max())
    _ = try open(cache(capacity: size * 5 / 2))
    let left = try folder.names("cache")
    #expect(left.count == 2)
    #expect(left.contains(names[0]))
  }

  @Test func smallOnesAndPlacesThatCannotBeWrittenAreDoneWithout() throws {
    let fresh = try open(cache(least: 1 << 20))
    #expect(!FileManager.default.fileExists(atPath: folder("cache")))
    try folder.write("cache", "a file")
    let again = try open(cache())
    #expect(again.ids == fresh.ids)
    #expect(again.log.count == 1)
  }
}
