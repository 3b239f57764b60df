import Foundation
import Glibc
import TestSupport
import Testing

extension EndToEnd {
  @Suite struct IndexingTests {
    @Test func saysWhatItGuessedAndWhatItDidInPlainLines() throws {
      let shop = try Shop.unindexed()
      try FileManager.default.removeItem(atPath: shop.path + "/catalog.toml")
      let outcome = try Program().run("index", shop.path)
      #expect(outcome.status == 0)
      #expect(outcome.output.isEmpty, "results only go to standard output")
      #expect(outcome.messages.contains("guessed"))
      for role in ["id", "title", "description", "image"] { #expect(outcome.messages.contains(role)) }
      #expect(outcome.messages.contains("indexed 12 items"))
      #expect(outcome.messages.contains(shop.index))
      #expect(!outcome.messages.contains("\u{1b}") && !outcome.messages.contains("\r"))
    }

    @Test func aDeclaredCatalogueGuessesNothingAndQuietSaysNothing() throws {
      let shop = try Shop.unindexed()
      let outcome = try Program().run("index", "--quiet", shop.path)
      #expect(outcome.status == 0)
      #expect(outcome.messages == "")
    }

    @Test func aBadLineIsNamedSkippedAndCountedAndStrictStops() throws {
      let folder = try TemporaryFolder()
      let file = try folder.write(
        """
        {"id": "a", "title": "Red mug"}
        {"id": "b", "title": 
        {"title": "no id"}
        {"id": "a", "title": "the same id again"}
        {"id": "c", "title": "Blue mug"}
        """, to: "things.jsonl")
      let outcome = try Program().run("index", file)
      #expect(outcome.status == 0)
      for line in 2...4 { #expect(outcome.messages.contains("\(file):\(line): ")) }
      #expect(outcome.messages.contains("indexed 2 items"))
      #expect(outcome.messages.contains("3 lines skipped"))
      #expect(FileManager.default.fileExists(atPath: file + ".assay/index/manifest.json"))
      try FileManager.default.removeItem(atPath: file + ".assay")

      let strict = try Program().run("index", "--strict", file)
      #expect(strict.status == 3)
      #expect(strict.messages.contains("\(file):2: "))
      #expect(!FileManager.default.fileExists(atPath: file + ".assay/index"))
    }

    @Test func aPictureThatIsMissingOrBrokenOrOutsideIsReportedAndTheItemFound() throws {
      let folder = try TemporaryFolder()
      try folder.write("not a picture", to: "broken.jpg")
      try FileManager.default.createSymbolicLink(
        atPath: folder.path("link.jpg"),
        withDestinationPath: Shop.original.path + "/images/p0001.jpg")
      try folder.write(
        """
        {"id": "gone", "title": "Green teapot", "image": "gone.jpg"}
        {"id": "broken", "title": "Yellow bucket", "image": "broken.jpg"}
        {"id": "above", "title": "Black ladder", "image": "../../etc/passwd"}
        {"id": "absolute", "title": "White rope", "image": "/etc/passwd"}
        {"id": "linked", "title": "Grey anvil", "image": "link.jpg"}
        """, to: "products.jsonl")
      let outcome = try Program().run("index", folder.root.path)
      #expect(outcome.status == 0)
      for (line, picture) in [
        (1, "gone.jpg"), (2, "broken.jpg"), (3, "../../etc/passwd"), (4, "/etc/passwd"), (5, "link.jpg"),
      ] {
        let warning = outcome.messages.split(separator: "\n").first { $0.contains("products.jsonl:\(line):") }
        #expect(warning?.contains(picture) == true, "line \(line): \(outcome.messages)")
      }
      #expect(outcome.messages.contains("indexed 5 items"))
      #expect(outcome.messages.contains("5 pictures missing or broken"))
      let found = try Program().run(
        "search", folder.root.path, "bucket", "--mode", "dense", "--top", "1", "--format", "json")
      #expect(found.output.contains(#""id":"broken""#))
      #expect(!found.output.contains("broken.jpg"), "a picture that can't be shown is not offered")
    }

    @Test func interruptionLeavesTheOldIndexAndNothingElse() throws {
      let shop = try Shop.copy()
      let manifest = try Data(contentsOf: URL(filePath: shop.index + "/manifest.json"))
      let lines = try String(contentsOfFile: shop.path + "/products.jsonl", encoding: .utf8)
        .split(separator: "\n")
      let many = (0..<40).flatMap { copy in
        lines.map { $0.replacing("\"id\": \"", with: "\"id\": \"\(copy)-", maxReplacements: 1) }
      }
      try many.joined(separator: "\n").write(
        toFile: shop.path + "/products.jsonl", atomically: true, encoding: .utf8)
      let growing = shop.path + "/.assay/.index.assay-new"
      let outcome = try Program().run("index", shop.path) { process in
        try wait(for: "the new index") { FileManager.default.fileExists(atPath: growing) }
        kill(process, SIGINT)
      }
      #expect(outcome.status == 130)
      #expect(outcome.messages.contains("interrupted"))
      #expect(try Data(contentsOf: URL(filePath: shop.index + "/manifest.json")) == manifest)
      #expect(!FileManager.default.fileExists(atPath: growing))
      #expect(try Program().run("search", shop.path, "umbrella", "--top", "1").output.contains("p0049"))
    }

    @Test func bareFilesOfEveryKindWithNestedValues() throws {
      let folder = try TemporaryFolder()
      let nested = try folder.write(
        """
        {"docid": "n1", "name": "Kettle", "price": {"amount": 12, "currency": "EUR"}, "tags": ["steel", "hob"]}
        {"docid": "n2", "name": "Toaster", "details": {"color": "crimson"}}
        """, to: "nested.jsonl")
      let commas = try folder.write(
        "asin,title,description\nc1,\"Kettle, large\",\"says \"\"hello\"\"\"\nc2,Toaster,plain\n",
        to: "goods.csv")
      let tabs = try folder.write("code\tname\tbrand\nt1\tKettle\tAcme\nt2\tToaster\tBolt\n", to: "goods.tsv")
      for (file, query, id) in [
        (nested, "crimson", "n2"), (nested, "steel", "n1"), (commas, "hello", "c1"), (tabs, "bolt", "t2"),
      ] {
        if !FileManager.default.fileExists(atPath: file + ".assay") {
          let made = try Program().run("index", file)
          #expect(made.status == 0, "\(made.messages)")
        }
        let found = try Program().run("search", file, query, "--mode", "lexical", "--format", "json")
        #expect(found.lines.count == 1 && found.output.contains("\"id\":\"\(id)\""), "\(query): \(found)")
      }
    }

    @Test func aNamedPlaceAndACacheForWhatCantBeWritten() throws {
      let folder = try TemporaryFolder()
      let file = try folder.write("{\"id\": \"a\", \"title\": \"Mug\"}\n", to: "closed/items.jsonl")
      let place = folder.path("elsewhere/mugs")
      let named = try Program().run("index", file, "-o", place)
      #expect(named.status == 0 && named.messages.contains(place))
      #expect(try Program().run("search", place, "mug").output.contains("Mug"))
      #expect(!FileManager.default.fileExists(atPath: file + ".assay"))
    }

    @Test(.enabled("needs a user whom permissions stop", { Program.canBeRestricted }))
    func aFolderThatCantBeWrittenHasItsIndexInTheCache() throws {
      let folder = try TemporaryFolder()
      let file = try folder.write("{\"id\": \"a\", \"title\": \"Mug\"}\n", to: "closed/items.jsonl")
      chmod(folder.root.path, 0o755)
      chmod(folder.path("closed"), 0o555)
      defer { chmod(folder.path("closed"), 0o755) }
      let program = try Program().restricted()
      let made = try program.run("index", file)
      #expect(made.status == 0, "\(made.messages)")
      #expect(made.messages.contains(program.home.path(".cache/assay/")))
      #expect(!FileManager.default.fileExists(atPath: file + ".assay"))
      #expect(try program.run("search", file, "mug").output.contains("Mug"))
    }
  }
}
