import Embeddings
import Foundation
import Relevance
import Retrieval
import Storage
import TestSupport
import Testing

@testable import assay

@Suite struct SideBySideTests {
  @Test func aPlanIsAnsweredByTheIndexWhoseVectorsItAsksFor() throws {
    let shop = try TwoIndexes()
    let (first, second) = (try shop.workspace(shop.first), try shop.workspace(shop.second))
    let both = try first.joined(by: [second])
    let query = Query(id: "q", text: "striped cup")
    for (model, alone) in [(0, first), (1, second)] {
      let lengths = alone.dimensions
      let plan = SearchPlan(
        dense: DenseLane(dimensions: lengths[lengths.count - 1], model: model), lexical: nil, depth: 12)
      let resolved = try both.resolve(query, plan: plan)
      #expect(resolved.vector?.count == lengths.last)
      #expect(both.rank(resolved, plan: plan).items == alone.rank(resolved, plan: plan).items)
    }
    #expect(both.side(2).archive.path == first.archive.path, "a place that nothing is at means the first")
  }

  @Test func indexesOfOtherItemsAreRefused() throws {
    let shop = try TwoIndexes()
    let first = try shop.workspace(shop.first)
    let items = shop.path + "/products.jsonl"
    let text = try String(contentsOfFile: items, encoding: .utf8)
    try text.split(separator: "\n").dropLast().joined(separator: "\n")
      .write(toFile: items, atomically: true, encoding: .utf8)
    let other = try shop.index(by: shop.second, at: "other")
    let error = try #require(throws: StorageError.self) {
      try first.joined(by: [Workspace(archive: other, encoder: shop.second, catalogue: nil, attention: nil)])
    }
    #expect("\(error)".contains("an index of other items"))
    #expect("\(error)".contains("assay index"))
  }
}

/// A small shop, indexed by an encoder and by another one.
private struct TwoIndexes {
  let folder: TemporaryFolder
  let first = HashingEncoder(dimensions: [8, 16])
  let second = HashingEncoder(dimensions: [8, 32, 64])
  var path: String { folder.path("shop") }

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.copyItem(at: Shop.original, to: folder.url("shop"))
  }

  func index(by encoder: HashingEncoder, at name: String) throws -> IndexArchive {
    let output = folder.path(name)
    try Indexing(settings: .current, isStrict: false, isQuiet: true)
      .run(path, output: output, roles: RoleDeclaration(), encoder: encoder)
    return try IndexArchive(output)
  }

  func workspace(_ encoder: HashingEncoder) throws -> Workspace {
    let name = "by-\(encoder.card.dimensions.count)-\(encoder.card.dimensions.last ?? 0)"
    return try Workspace(
      archive: try index(by: encoder, at: name), encoder: encoder, catalogue: nil, attention: nil)
  }
}
