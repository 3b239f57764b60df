import Embeddings
import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing

@testable import Storage

@Suite struct VectorCacheTests {
  private static let card = EncoderCard(id: "m@1", fingerprint: "f00d", dimensions: [2, 4], batch: 8)

  private let folder: ScratchFolder
  private let warnings = Warnings()

  init() throws { folder = try ScratchFolder() }

  /// What a cache said.
  private final class Warnings: Sendable {
    private let said = Mutex<[String]>([])
    var all: [String] { said.withLock(\.self) }
    func add(_ message: String) { said.withLock { $0.append(message) } }
  }

  private func cache(
    _ card: EncoderCard = Self.card, capacity: Int = VectorCache.customaryCapacity
  ) -> VectorCache {
    let warnings = warnings
    return VectorCache(folder("vectors"), encoder: card, capacity: capacity) { warnings.add($0) }
  }

  private static func digest(_ number: Int) -> InputDigest { InputDigest(ItemText(title: "item \(number)")) }

  private static func vector(_ number: Int, count: Int = 4) -> [Float] {
    (0..<count).map { Float(number) + Float($0) / 8 }
  }

  private static func vectors(
    _ numbers: some Sequence<Int>, count: Int = 4
  ) -> [(side: VectorSide, digest: InputDigest, vector: [Float])] {
    numbers.map { (.text, digest($0), vector($0, count: count)) }
  }

  private func segments() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder("vectors"))
      .filter { $0.hasSuffix(".vectors") }.sorted().map { folder("vectors/" + $0) }
  }

  @Test func givesBackWhatWasAddedToTheLastBit() throws {
    let first = cache()
    first.add(Self.vectors(0..<5))
    first.add([(.picture, Self.digest(1), [9, 8, 7, .leastNonzeroMagnitude])])
    let again = cache()
    #expect(again.count == 6)
    for number in 0..<5 { #expect(again.vector(.text, of: Self.digest(number)) == Self.vector(number)) }
    #expect(again.vector(.picture, of: Self.digest(1)) == [9, 8, 7, .leastNonzeroMagnitude])
    #expect(again.vector(.picture, of: Self.digest(2)) == nil)
    #expect(again.vector(.text, of: Self.digest(5)) == nil)
    #expect(warnings.all.isEmpty)
  }

  @Test func keepsEncodersApartAndWritesNothingTwice() throws {
    cache().add(Self.vectors(0..<3))
    let other = EncoderCard(id: "m@1", fingerprint: "beef", dimensions: [2, 4])
    let longer = EncoderCard(id: "m@1", fingerprint: "f00d", dimensions: [8])
    #expect(cache(other).count == 0)
    #expect(cache(longer).count == 0)
    // The name a model has in a store says nothing about its vectors.
    #expect(cache(EncoderCard(id: "n@1", fingerprint: "f00d", dimensions: [4])).count == 3)
    let twice = cache()
    twice.add(Self.vectors(3..<5))
    twice.add(Self.vectors(3..<5))
    #expect(cache().count == 5)
    #expect(try segments().count == 1)
  }

  /// A process that is killed within a write leaves any part of a block; whatever was whole stays.
  @Test func anUnfinishedEndCostsOnlyItsOwnBatch() throws {
    // Each writer is gone before the next, and its file with it nobody's.
    cache().add(Self.vectors(0..<3))
    let path = try #require(try segments().first)
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    cache().add(Self.vectors(3..<5))
    #expect(try segments() == [path])
    let both = try Data(contentsOf: URL(fileURLWithPath: path))
    for length in stride(from: 0, to: both.count, by: 7) {
      try both.prefix(length).write(to: URL(fileURLWithPath: path))
      let cut = cache()
      #expect(cut.count == (length < whole.count ? 0 : 3), "\(length) bytes")
      // What is added meanwhile goes where it is found again.
      cut.add(Self.vectors([7]))
      #expect(cache().vector(.text, of: Self.digest(7)) == Self.vector(7), "\(length) bytes")
      for other in try segments() where other != path { try FileManager.default.removeItem(atPath: other) }
    }
    #expect(warnings.all.isEmpty)
  }

  @Test func aFlippedBitIsNeverAnswered() throws {
    cache().add(Self.vectors(0..<3))
    let path = try #require(try segments().first)
    let sound = try Data(contentsOf: URL(fileURLWithPath: path))
    for byte in sound.indices {
      var damaged = sound
      damaged[byte] ^= 0x10
      try damaged.write(to: URL(fileURLWithPath: path))
      let cache = cache()
      for number in 0..<3 {
        let vector = cache.vector(.text, of: Self.digest(number))
        #expect(vector == nil || vector == Self.vector(number), "byte \(byte)")
      }
      cache.add(Self.vectors([8]))
      #expect(self.cache().vector(.text, of: Self.digest(8)) == Self.vector(8), "byte \(byte)")
      for other in try segments() where other != path { try FileManager.default.removeItem(atPath: other) }
    }
  }

  @Test func damageIsSaidOnce() throws {
    cache().add(Self.vectors(0..<3))
    let path = try #require(try segments().first)
    var damaged = try Data(contentsOf: URL(fileURLWithPath: path))
    // The vectors of all three are at the end.
    for byte in [damaged.count - 1, damaged.count - 17, damaged.count - 33] { damaged[byte] ^= 1 }
    try damaged.write(to: URL(fileURLWithPath: path))
    let cache = cache()
    for number in 0..<3 { #expect(cache.vector(.text, of: Self.digest(number)) == nil) }
    #expect(
      warnings.all == ["\(path): damaged; the vectors it held are made again, and it may be removed"])
  }

  @Test func twoWritersHaveFilesOfTheirOwn() throws {
    let first = cache()
    let second = cache()
    for number in 0..<6 {
      (number.isMultiple(of: 2) ? first : second).add(Self.vectors([number]))
    }
    #expect(try segments().count == 2)
    let reader = cache()
    for number in 0..<6 { #expect(reader.vector(.text, of: Self.digest(number)) == Self.vector(number)) }
    #expect(warnings.all.isEmpty)
  }

  @Test func whatWasUsedLongestAgoGoesFirst() throws {
    let cards = (0..<4).map { EncoderCard(id: "m@\($0)", fingerprint: "f\($0)", dimensions: [64]) }
    // Four parts of ten of the capacity each: there is room for two.
    var aged: Set<String> = []
    for (number, card) in cards.prefix(3).enumerated() {
      cache(card).add(Self.vectors(0..<10, count: 64))
      let path = try #require(try segments().first { !aged.contains($0) })
      aged.insert(path)
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -1000 * Double(10 - number))], ofItemAtPath: path)
    }
    // Reading makes the oldest the newest.
    #expect(cache(cards[0]).vector(.text, of: Self.digest(0)) == Self.vector(0, count: 64))
    cache(cards[3], capacity: 7000).add(Self.vectors(0..<10, count: 64))
    #expect(cards.map { cache($0).count } == [10, 0, 0, 10])
    #expect(VectorCacheFolder.contents(of: folder("vectors")).encoders == 2)
  }

  @Test func aFileThatGrewLargeIsFollowedByAnother() throws {
    let cache = cache(capacity: 8000)
    for number in 0..<300 { cache.add(Self.vectors([number])) }
    #expect(try segments().count > 1)
    let contents = VectorCacheFolder.contents(of: folder("vectors"))
    #expect(contents.bytes <= 8000)
    #expect(self.cache().vector(.text, of: Self.digest(299)) == Self.vector(299))
  }

  @Test func aPlaceThatCannotBeWrittenIsSaidOnceAndDoneWithout() throws {
    try folder.write("vectors", "a file")
    let cache = cache()
    cache.add(Self.vectors(0..<2))
    cache.add(Self.vectors(2..<4))
    #expect(cache.vector(.text, of: Self.digest(0)) == nil)
    #expect(warnings.all.count == 1)
    #expect(warnings.all.first?.hasPrefix("vectors are not kept for the next time: ") == true)
  }
}
