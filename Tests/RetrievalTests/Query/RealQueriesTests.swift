import Foundation
import TestSupport
import Testing

@testable import Retrieval

@Suite("Queries that people typed")
struct RealQueriesTests {
  private static let sample = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "sample-catalog/queries.tsv").path

  @Test("The sample catalogue's are text") func sample() throws {
    try expectText(Self.sample)
  }

  @Test(
    "Those of other shops are text",
    .enabled(if: SharedData.path("esci-150/queries.tsv") != nil, "\(SharedData.absence)"),
    arguments: ["esci-150", "grocery-mini"])
  func shops(name: String) throws {
    try expectText(#require(SharedData.path("\(name)/queries.tsv")))
  }

  @Test(
    "Of 225 questions about aeronautics, one has a dash between blanks and subtracts what follows",
    .enabled(if: SharedData.path("cranfield/queries.tsv") != nil, "\(SharedData.absence)"))
  func prose() throws {
    let queries = try queries(#require(SharedData.path("cranfield/queries.tsv")))
    #expect(queries.count == 225)
    #expect(try queries.filter { try parse($0).tree != plain($0) }.count == 1)
  }

  private func expectText(_ path: String) throws {
    let queries = try queries(path)
    #expect(queries.count > 50)
    for text in queries {
      let query = try parse(text)
      #expect(query.tree == plain(text) && query.hints.isEmpty, "\(text)")
    }
  }

  private func queries(_ path: String) throws -> [String] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      .map { String($0.split(separator: "\t")[1]) }
  }

  private func parse(_ text: String) throws -> ParsedQuery {
    let names = ["brand", "price", "category", "color", "size", "in_stock", "title", "description", "sku"]
    return try QueryParser(fields: FilterFields(names.map { FilterField(name: $0, kind: .text) })).parse(text)
  }

  private func plain(_ text: String) -> QueryTree {
    QueryTree(parts: [QueryPart(.text(text.split(separator: " ").map { .word(String($0)) }))])
  }
}
