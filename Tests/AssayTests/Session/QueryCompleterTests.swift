import Explorer
import Foundation
import Relevance
import Retrieval
import Storage
import TestSupport
import Testing

@testable import assay

extension EndToEnd {
  @Suite struct QueryCompleterTests {
    private let completer: QueryCompleter

    init() throws {
      let store = try IndexArchive(#require(Shop.indexed).index).items()
      completer = QueryCompleter(
        store: store, fields: try store.filterFields(), pictureFolders: [try #require(Shop.indexed).path])
    }

    private func complete(_ text: String, shown: [DocumentID] = []) throws -> CompletionReply {
      try completer.complete(CompletionRequest(generation: 1, text: text, shown: shown))
    }

    @Test func namesComeWithTheirColon() throws {
      #expect(try complete("red br").candidates.map(\.text) == ["brand:"])
      #expect(try complete("li").candidates.map(\.text) == ["like:"])
      let all = try complete("").candidates
      #expect(
        ["brand:", "price:", "image:", "like:", "id:"].allSatisfy { name in all.contains { $0.text == name } }
      )
      #expect(all.allSatisfy { $0.goesOn })
    }

    @Test func aFilterHasOnlyFields() throws {
      let request = CompletionRequest(generation: 1, text: "", isFilter: true)
      let names = try completer.complete(request).candidates.map(\.text)
      #expect(names.contains("brand:") && !names.contains("like:") && !names.contains("image:"))
    }

    /// Every name that is offered is one that the query language knows.
    @Test func everyNameIsReadAsOne() throws {
      for candidate in try complete("").candidates {
        let place = QueryParser(fields: completer.fields).completionPlace(atEndOf: candidate.text)
        #expect(place.map { $0.kind != .name } == true, "\(candidate.text)")
      }
    }

    @Test func valuesAreCountedAndQuoted() throws {
      let reply = try complete("satin brand:tam")
      #expect(reply.subject == "brand" && reply.range == 12..<15)
      #expect(reply.candidates.map(\.label) == ["Tamsin & Co"])
      #expect(reply.candidates.map(\.text) == ["\"Tamsin & Co\""])
      #expect(reply.candidates[0].detail.hasSuffix("item") || reply.candidates[0].detail.hasSuffix("items"))
    }

    @Test func numbersSayTheirRange() throws {
      let reply = try complete("price:")
      #expect(reply.candidates.isEmpty && reply.remark?.hasPrefix("numbers from ") == true)
    }

    @Test func itemsOnTheGlassComeFirst() throws {
      let reply = try complete("like:p", shown: ["p0009", "p0002"])
      #expect(reply.candidates.prefix(3).map(\.text) == ["p0009", "p0002", "p0001"])
      #expect(reply.candidates.count == 12 && Set(reply.candidates.map(\.text)).count == 12)
      #expect(try complete("id:p0006").candidates.map(\.detail) == ["Arlo Blue Satin Dress"])
    }

    @Test func picturesAreFoundBesideTheCatalogue() throws {
      let folder = try complete("image:imag")
      #expect(folder.candidates.map(\.text) == ["images/"] && folder.candidates[0].goesOn)
      let pictures = try complete("image:images/p000").candidates
      #expect(
        pictures.map(\.text) == [
          "images/p0001.jpg", "images/p0002.jpg", "images/p0006.jpg", "images/p0009.jpg",
        ])
      #expect(pictures.allSatisfy { !$0.goesOn })
    }

    @Test func foldersWithBlanksKeepTheirQuoteOpen() throws {
      let folder = try TemporaryFolder()
      try folder.write("", to: "my pictures/a.jpg")
      try folder.write("", to: "my pictures/.hidden.jpg")
      try folder.write("", to: "my pictures/notes.txt")
      let first = PicturePaths(folders: []).paths(from: folder.root.path + "/my", limit: 9)
      #expect(first.map(\.text) == ["\"" + folder.root.path + "/my pictures/"])
      let inside = try complete("image:" + first[0].text)
      #expect(inside.candidates.map(\.text) == ["\"" + folder.root.path + "/my pictures/a.jpg\""])
    }
  }

  @Suite struct SampleCatalogueTests {
    @Test func liesInTheAssetsOrBesideThem() throws {
      let folder = try TemporaryFolder()
      #expect(throws: CommandFailure.self) { try SampleCatalogue(assets: folder.url("Assets")).locate() }
      try folder.write("", to: "sample-catalog/products.jsonl")
      #expect(try SampleCatalogue(assets: folder.url("Assets")).locate() == folder.path("sample-catalog"))
      try folder.write("", to: "Assets/sample-catalog/products.jsonl")
      #expect(
        try SampleCatalogue(assets: folder.url("Assets")).locate() == folder.path("Assets/sample-catalog"))
    }
  }
}
