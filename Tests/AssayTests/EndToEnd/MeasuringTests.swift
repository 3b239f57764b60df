import Foundation
import Relevance
import Storage
import TestSupport
import Testing

@testable import assay

extension EndToEnd {
  /// Made-up catalogues and what other engines get of an index.
  @Suite struct MeasuringTests {
    @Test func aMadeUpCatalogueIsTheSameTwiceAndCanBeSearched() throws {
      let folder = try TemporaryFolder()
      for name in ["one", "two"] {
        let made = try Program().run(
          "bench", "synthetic", folder.path(name), "--count", "1100", "--queries", "20", "--dimensions", "128"
        )
        try #require(made.status == 0, "\(made.messages)")
      }
      for file in ["products.jsonl", "queries.tsv"] {
        #expect(try folder.read("one/" + file) == folder.read("two/" + file))
      }
      #expect(try folder.read("one/products.jsonl").split(separator: "\n").count == 1100)
      #expect(try folder.read("one/queries.tsv").split(separator: "\n").count == 20)
      let found = try Program().run(
        "search", folder.path("one"), "s7", "--mode", "hybrid", "--format", "json")
      #expect(found.status == 0, "\(found.messages)")
      #expect(found.lines.first?.contains("\"s7\"") == true)
    }

    @Test func exportedVectorsScoreAsTheIndexDoes() throws {
      let folder = try TemporaryFolder()
      let shop = try Shop.copy()
      try folder.write("q1\tred mug\n", to: "q.tsv")
      let exported = try Program().run(
        "export", shop.path, "--dimensions", "64", "--vectors", folder.path("v.npy"), "--ids",
        folder.path("ids.txt"), "--text", folder.path("t.jsonl"), "--terms", folder.path("terms.jsonl"),
        "--queries", folder.path("q.tsv"), "--query-vectors", folder.path("q.npy"), "--query-terms",
        folder.path("q.jsonl"))
      try #require(exported.status == 0, "\(exported.messages)")
      let ids = try folder.read("ids.txt").split(separator: "\n").map(String.init)
      let items = try matrix(folder.url("v.npy"), columns: 64)
      let query = try matrix(folder.url("q.npy"), columns: 64)[0]
      #expect(items.count == ids.count)

      let searched = try Program().run(
        "search", shop.path, "red mug", "--mode", "dense", "--dimensions", "64", "--top", "3", "--format",
        "json")
      try #require(searched.status == 0, "\(searched.messages)")
      for line in searched.lines {
        let found = try object(line)
        let id = try #require(found["id"] as? String)
        let row = items[try #require(ids.firstIndex(of: id))]
        let score = zip(row, query).reduce(0.0) { $0 + Double($1.0) * Double($1.1) }
        #expect(abs(score - (try #require(found["score"] as? Double))) < 1e-5, "\(id)")
      }
      let texts = try folder.read("t.jsonl").split(separator: "\n").map { try object(String($0)) }
      let terms = try folder.read("terms.jsonl").split(separator: "\n").map { try object(String($0)) }
      #expect(texts.map { $0["id"] as? String } == ids)
      #expect(terms.map { $0["id"] as? String } == ids)
      #expect(try object(folder.read("q.jsonl"))["terms"] as? String == "red mug")
    }

    @Test func everyWorkHasARow() throws {
      let shop = try Shop.copy()
      let measured = try Program().run("bench", "engine", shop.path, "--count", "3", "--format", "json")
      // Whether a bar was missed depends on the machine.
      #expect([0, 1].contains(measured.status), "\(measured.messages)")
      let works = try measured.lines.map { try #require(try object($0)["work"] as? String) }
      for word in ["vector of a query", "certified", "eligible", "BM25F", "typed", "hybrid", "open"] {
        #expect(works.contains { $0.contains(word) }, "\(word)")
      }
      #expect(try Program().run("bench", "engine", shop.path, "--work", "nothing").status == 2)
    }

    @Test func servedSearchesAreThoseOfTheCommand() throws {
      let shop = try Shop.copy()
      let subject = try EngineSubject(shop.path, queries: nil, count: 2, settings: .current)
      let server = EngineServer(subject: subject)
      for request in ["dense 1 64 4", "lexical 1 4"] {
        let words = try server.reply(to: request).split(separator: " ")
        #expect(try #require(Double(words[0])) > 0)
        let mode = String(request.prefix { $0 != " " })
        let found = try Program().run(
          "search", shop.path, subject.queries[1].text, "--mode", mode, "--dimensions", "64", "--top", "4",
          "--format", "json")
        let ids = try found.lines.map { try #require(try object($0)["id"] as? String) }
        let ordinals = words.dropFirst().compactMap { Int($0) }
        #expect(try ordinals.map { try subject.workspace.archive.items().ids()[$0].text } == ids)
      }
      for line in ["", "dense 1 64", "dense 9 64 4", "dense 1 63 4", "lexical 1 0", "other 1 2"] {
        #expect(throws: CommandFailure.self) { try server.reply(to: line) }
      }
    }

    @Test func undeclaredLengthsAndNothingToWriteAreUsageErrors() throws {
      let shop = try Shop.copy()
      let odd = try Program().run(
        "export", shop.path, "--vectors", shop.folder.path("v.npy"), "--dimensions", "63")
      #expect(odd.status == 2)
      #expect(odd.messages.contains("the encoder declares"))
      #expect(!FileManager.default.fileExists(atPath: shop.folder.path("v.npy")))
      #expect(try Program().run("export", shop.path).status == 2)
      #expect(try Program().run("bench", "synthetic", shop.path, "--count", "0").status == 2)
    }

    private func matrix(_ file: URL, columns: Int) throws -> [[Float]] {
      let data = try Data(contentsOf: file)
      let start = 10 + Int(data[8]) + Int(data[9]) * 256
      let values = data.dropFirst(start).withUnsafeBytes { bytes in
        (0..<bytes.count / 4).map { bytes.loadUnaligned(fromByteOffset: 4 * $0, as: Float.self) }
      }
      return stride(from: 0, to: values.count, by: columns).map { Array(values[$0..<$0 + columns]) }
    }

    private func object(_ line: String) throws -> [String: Any] {
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }
}
