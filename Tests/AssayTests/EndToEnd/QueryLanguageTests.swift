import Foundation
import TestSupport
import Testing

extension EndToEnd {
  /// The query language through the program, over pictures, examples and filters of the small shop.
  @Suite struct QueryLanguageTests {
    private struct Line: Decodable {
      let id: String
      let score: Double
    }

    private func shop() throws -> String { try #require(Shop.indexed).path }

    private func ids(_ query: String, _ options: String...) throws -> [String] {
      let arguments =
        ["search", try shop(), "--format", "json", "--top", "100"] + options + ["--", query]
      let outcome = try Program().run(arguments)
      try #require(outcome.status == 0, "\(query): \(outcome.messages)")
      return try outcome.lines.map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)).id }
    }

    @Test func anItemAsAnExampleIsItselfFirstInTheAnswer() throws {
      let byId = try ids("like:p0006", "--mode", "dense")
      #expect(byId.first == "p0006" && byId.count == 12)
      #expect(try ids("like:TA-4K1SRB", "--mode", "dense") == byId)
      #expect(try ids("- like:p0006", "--mode", "dense") == byId.reversed())
    }

    @Test func aPictureFindsWhatLooksLikeIt() throws {
      // Found in the catalogue's folder, and by its full path from anywhere.
      let near = try ids("image:images/p0025.jpg", "--mode", "dense", "--text-share", "0")
      #expect(near.first == "p0025")
      let full = try ids("image:\"\(shop())/images/p0025.jpg\"", "--mode", "dense", "--text-share", "0")
      #expect(full == near)
      // Encoded into the space of the texts too.
      #expect(try ids("image:images/p0025.jpg", "--mode", "dense", "--text-share", "1").count == 12)
    }

    @Test func partsMoveTheVectorByTheirWeights() throws {
      let options = ["--mode", "dense"]
      func rank(_ id: String, _ query: String) throws -> Int {
        try #require(try ids(query, options[0], options[1]).firstIndex(of: id))
      }
      #expect(try rank("p0025", "umbrella + 5*like:p0025") == 0)
      #expect(try rank("p0049", "5*\"umbrella\" + like:p0025") == 0)
      #expect(try rank("p0025", "umbrella - like:p0025") == 11)
    }

    @Test func aSubtractedPhraseExcludesTheItemsThatHaveIt() throws {
      let all = try ids("satin")
      #expect(all.contains("p0002") && all.contains("p0006"))
      let less = try ids("satin - \"flight jacket\"")
      #expect(!less.contains("p0002") && less.contains("p0006"))
      #expect(try ids("satin -\"flight jacket\"") == less)
      #expect(try ids("satin - flight jacket").contains("p0002"))
      let without = try ids("satin - id:p0002")
      #expect(!without.contains("p0002") && without.count == 11)
    }

    @Test func filtersLeaveOnlyWhatPassesThem() throws {
      #expect(try Set(ids("brand:velora,\"TAMSIN & co\"")) == ["p0002", "p0006"])
      #expect(try Set(ids("price:90..100 jacket")) == ["p0002"])
      #expect(try ids("- brand:velora satin").first == "p0006")
      #expect(try !ids("satin -brand:velora").contains("p0002"))
      #expect(try ids("brand:velora price:<50").isEmpty)
    }

    @Test func anItemIsNamedById() throws {
      #expect(try ids("id:p0049") == ["p0049"])
      #expect(try ids("satin id:p0049").first == "p0049")
    }

    @Test(arguments: [
      ("price:<cheap", "'cheap' is not a number", "       ^^^^^"),
      ("mug like:nobody", "'nobody'", "    ^^^^^^^^^^^"),
      ("image:gone.jpg", "'gone.jpg'", "^^^^^^^^^^^^^^"),
      ("image:products.jsonl", "not a JPEG, PNG, WebP or GIF", "^^^^^^^^^^^^^^^^^^^^"),
      ("image:images", "not a file", "^^^^^^^^^^^^"), ("red \"dress", "not closed", "    ^^^^^^"),
    ])
    func whatCannotBeReadIsShownInItsPlace(query: String, words: String, marks: String) throws {
      let outcome = try Program().run("search", shop(), query)
      #expect(outcome.status == 2 && outcome.output == "")
      #expect(outcome.messages.contains(words), "\(outcome.messages)")
      #expect(outcome.messages.contains("\n  \(query)\n  \(marks)\n"), "\(outcome.messages)")
      #expect(try Program().run("search", shop(), query, "--plain").status == 0)
    }

    @Test func aNearMissIsAnsweredAsTextWithAHint() throws {
      let outcome = try Program().run("search", shop(), "bramd:velora")
      #expect(outcome.status == 0 && outcome.messages.contains("did you mean 'brand:'"))
      #expect(try Program().run("search", shop(), "bramd:velora", "--plain").messages == "")
    }

    @Test func theExplorerShowsWhatCannotBeReadAndWhatIsDoubtful() throws {
      try Program().explore(shop(), "--query", "mug price:<cheap") { session in
        try session.wait(for: "the error") { $0.text.contains("'cheap' is not a number") }
        session.type("\u{15}bramd:velora")
        try session.wait(for: "the hint") { $0.text.contains("did you mean 'brand:'") }
        session.type("\u{15}brand:vel")
        try session.wait(for: "what the beginning matches") {
          $0.hasAnswers && $0.text.contains("Velora satin") && !$0.text.contains("Juniper")
        }
        session.type("\u{3}")
        #expect(try session.end() == 0)
      }
    }

    @Test func aCatalogueWithoutPicturesIsSearchedByPicturesToo() throws {
      let folder = try TemporaryFolder()
      try folder.write(
        #"{"id": "a", "title": "Striped canvas sneakers", "sku": "S-1"}"# + "\n"
          + #"{"id": "b", "title": "Umbrella", "sku": "S-1"}"# + "\n", to: "products.jsonl")
      try folder.write(
        "[fields]\nid = \"id\"\ntitle = \"title\"\ntext = [\"title\"]\nidentifiers = [\"sku\"]\n",
        to: "catalog.toml")
      try #require(try Program().run("index", folder.root.path).status == 0)
      let picture = "image:\"\(try shop())/images/p0025.jpg\""
      let found = try Program().run("search", folder.root.path, picture, "--format", "json")
      #expect(
        found.lines.count == 2 && found.lines[0].contains("Striped canvas sneakers"), "\(found.messages)")
      let ambiguous = try Program().run("search", folder.root.path, "like:s-1")
      #expect(ambiguous.status == 2 && ambiguous.messages.contains("names 2 items"))
    }

    @Test func aQuerySetMayHavePicturesAndIsReadInTheSameLanguage() throws {
      let folder = try TemporaryFolder()
      try FileManager.default.copyItem(
        atPath: shop() + "/images/p0025.jpg", toPath: folder.path("shoe.jpg"))
      let queries = try folder.write(
        "seen\t\t\t\tshoe.jpg\nboth\tbrand:marlowe\t\t\tshoe.jpg\nwords\tsatin -brand:velora\n",
        to: "queries.tsv")
      let options = ["run", try shop(), "--queries", queries, "--mode", "dense", "--text-share", "0"]
      let run = try Program().run(options)
      let rows = run.lines.map { $0.split(separator: " ").map(String.init) }
      func documents(_ id: String) -> [String] { rows.filter { $0[0] == id }.map { $0[2] } }
      #expect(documents("seen").first == "p0025" && documents("seen").count == 12, "\(run.messages)")
      #expect(documents("both") == ["p0025"])
      #expect(documents("words").count == 11)
      let plain = try Program().run(options + ["--plain"])
      #expect(plain.lines.filter { $0.hasPrefix("words ") }.count == 12)
    }

    @Test func aQuerySetsUnreadableQueryIsNamed() throws {
      let folder = try TemporaryFolder()
      let queries = try folder.write("a\tmug\nb\tprice:<cheap\nc\tmug\t\t\tgone.jpg\n", to: "queries.tsv")
      let run = try Program().run("run", shop(), "--queries", queries)
      #expect(run.status == 3 && run.lines.allSatisfy { $0.hasPrefix("a ") } && !run.lines.isEmpty)
      #expect(run.messages.contains("'b'") && run.messages.contains("--plain"), "\(run.messages)")
      #expect(run.messages.contains("'c'") && run.messages.contains("2 of 3 queries were left out"))
      let plain = try Program().run("run", shop(), "--queries", queries, "--plain")
      #expect(plain.status == 3 && plain.messages.contains("'c'") && plain.messages.contains("gone.jpg"))
    }
  }
}
