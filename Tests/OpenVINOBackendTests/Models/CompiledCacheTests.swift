import Foundation
import TestSupport
import Testing

@testable import OpenVINOBackend

@Suite struct CompiledCacheTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func cache(_ identity: String, capacity: Int = 1 << 30) -> CompiledCache {
    CompiledCache(folder: folder.path("compiled"), identity: identity, capacity: capacity)
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path("compiled")).sorted()
  }

  @Test func removesWhatWasUsedLongestAgo() throws {
    for (age, name) in ["new", "middle", "old"].enumerated() {
      try folder.write(String(repeating: "x", count: 100), to: "compiled/\(name)/blob")
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -1000 * Double(age + 1))],
        ofItemAtPath: folder.path("compiled/\(name)"))
    }
    cache("a", capacity: 300).trim(keeping: folder.path("compiled/middle"))
    #expect(try names() == ["middle", "new", "old"])
    cache("a", capacity: 200).trim(keeping: folder.path("compiled/middle"))
    #expect(try names() == ["middle", "new"])
    // What was just used stays, even when it is too large by itself, and counts as new from now on.
    cache("a", capacity: 50).trim(keeping: folder.path("compiled/middle"))
    #expect(try names() == ["middle"])
  }

  @Test(.enabled(if: TestRuntime.place != nil, TestRuntime.absence))
  func aModelFromTheCacheAnswersTheSame() throws {
    let miniature = Miniature(name: "bert")
    let texts = try miniature.texts().map(\.ids)
    var settings = ModelSettings()
    let plain = try miniature.textModel().vectors(of: texts)
    settings.cache = cache("bert")
    for _ in 0..<2 { #expect(try miniature.textModel(settings).vectors(of: texts) == plain) }
    let entry = cache("bert").entry(
      for: .f32, threads: 1, streams: 1, runtime: try TestRuntime.open().version)
    #expect(try !FileManager.default.contentsOfDirectory(atPath: entry).isEmpty)
    // The same shape with other weights is another model, by its identity.
    let other = Miniature(name: "siglip")
    settings.cache = cache("siglip")
    settings.paddingID = 0
    let cases = try other.texts("padded with 0")
    for _ in 0..<2 {
      expectVectors(try other.textModel(settings).vectors(of: cases.map(\.ids)), cases.map(\.vector))
    }
  }

  @Test(.enabled(if: TestRuntime.place != nil, TestRuntime.absence))
  func aFolderThatCannotBeMadeIsDoneWithout() throws {
    try folder.write("a file", to: "compiled")
    var settings = ModelSettings()
    settings.cache = cache("bert")
    let cases = try Miniature(name: "bert").texts()
    let model = try Miniature(name: "bert").textModel(settings)
    expectVectors(try model.vectors(of: cases.map(\.ids)), cases.map(\.vector))
  }
}
