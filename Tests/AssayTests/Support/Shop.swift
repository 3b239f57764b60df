import Foundation
import TestSupport
import Testing

/// A dozen products with pictures, a query set and judgments, in a folder of its own and indexed.
struct Shop {
  /// The small shop as it lies beside these tests; never written to.
  static let original = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Shop")

  /// The shop every test of the running suite starts from.
  @TaskLocal static var indexed: Shop?

  let folder: TemporaryFolder
  /// The catalogue's folder.
  var path: String { folder.path("shop") }
  /// Its index.
  var index: String { folder.path("shop/.assay/index") }
  /// Its journal.
  var journal: String { folder.path("shop/.assay/judgments/journal.jsonl") }

  /// The shop without an index.
  static func unindexed() throws -> Shop {
    let shop = Shop(folder: try TemporaryFolder())
    try FileManager.default.copyItem(at: original, to: shop.folder.url("shop"))
    return shop
  }

  /// A copy with its index that a test may change.
  static func copy() throws -> Shop {
    let source = try #require(indexed, "the suite has no shop")
    let shop = Shop(folder: try TemporaryFolder())
    try FileManager.default.copyItem(at: source.folder.url("shop"), to: shop.folder.url("shop"))
    return shop
  }

  /// The lines of the journal, each as its members.
  func decisions() throws -> [[String: Any]] {
    guard FileManager.default.fileExists(atPath: journal) else { return [] }
    return try String(contentsOfFile: journal, encoding: .utf8).split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }
}

/// Everything that runs the real program: one at a time, on copies of one indexed shop.
@Suite(.serialized, .shop) enum EndToEnd {}

/// Indexes the shop once for all tests of a suite.
struct ShopTrait: SuiteTrait, TestScoping {
  func provideScope(
    for test: Test, testCase: Test.Case?, performing body: @Sendable () async throws -> Void
  ) async throws {
    let shop = try Shop.unindexed()
    let outcome = try Program().run("index", shop.path)
    try #require(outcome.status == 0, "\(outcome.messages)")
    try await Shop.$indexed.withValue(shop, operation: body)
  }
}

extension Trait where Self == ShopTrait {
  /// Indexes the shop once for all tests of a suite.
  static var shop: Self { Self() }
}
