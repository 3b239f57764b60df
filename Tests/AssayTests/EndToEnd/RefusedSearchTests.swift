import Foundation
import TestSupport
import Testing

@testable import Storage

extension EndToEnd {
  /// What a search refuses, and what it says then.
  @Suite struct RefusedSearchTests {
    private func shop() throws -> String { try #require(Shop.indexed).path }

    @Test(arguments: [
      (["--dimensions", "100"], ["--dimensions", "100", "256"]),
      (["--dimensions", "many"], ["--dimensions", "many"]),
      (["--precision", "float16"], ["--precision", "float16", "int8", "2-bit", "pq"]),
      (["--mode", "sparse"], ["--mode", "sparse", "hybrid"]),
      (["--text-share", "1.5"], ["--text-share", "1.5"]),
      (["--lexical-share", "nan"], ["--lexical-share", "nan"]),
      (["--fusion", "borda"], ["--fusion", "borda", "rrf"]),
      (["--rrf-k", "-1"], ["--rrf-k", "-1"]),
      (["--k1", "-2"], ["--k1", "-2"]),
      (["--b", "7"], ["--b", "7"]),
      (["--top", "0"], ["--top", "0"]),
      (["--normalisation", "softmax"], ["--normalisation", "softmax", "dbsf"]),
      (["--fusion-depth", "0"], ["--fusion-depth", "'0'", "all"]),
      (["--coarse", "64"], ["--coarse", "64:int8:400"]),
      (["--coarse", "64:int9:400"], ["--coarse", "int9", "int8"]),
      (["--coarse", "63:int8:400"], ["--coarse 63", "256"]),
      (["--field-weight", "title"], ["--field-weight", "title=3"]),
      (["--field-weight", "title=-1"], ["--field-weight", "-1"]),
      (["--field-weight", "colour=2"], ["--field-weight colour", "title"]),
      (["--oversample", "9"], ["--oversample", "9", "2…5"]),
      (["--at-least", "0.5"], ["--at-least", "--mode dense"]),
      (["--at-least", "high", "--mode", "dense"], ["--at-least", "high"]),
      (["--filtering", "never"], ["--filtering", "never", "after"]),
      (["--why-not", "p0001", "--format", "trec"], ["--why-not", "json"]),
      (["--format", "xml"], ["--format", "xml", "json"]),
      (["--frobnicate"], ["--frobnicate"]),
    ])
    func aBadValueIsAUsageErrorThatNamesFlagAndValue(_ options: [String], _ words: [String]) throws {
      let outcome = try Program().run(["search", shop(), "mug"] + options)
      #expect(outcome.status == 2)
      #expect(outcome.output == "")
      for word in words { #expect(outcome.messages.contains(word), "\(outcome.messages)") }
    }

    @Test(arguments: ["-shirt", "-brand:velora shirt", "-brand:velora cup", "-nike shoes"])
    func aQueryWithADashInFrontIsRefusedWithTheWayOut(query: String) throws {
      for options in [[], ["--explain"], ["--top", "3"]] {
        let outcome = try Program().run(["search", shop()] + options + [query])
        #expect(outcome.status == 2 && outcome.output == "", "\(outcome)")
        #expect(outcome.messages.contains("-- '\(query)'"), "\(outcome.messages)")
      }
      let meant = try Program().run("search", shop(), "--top", "3", "--", query)
      #expect(meant.status == 0 && !meant.messages.contains("begins with -"), "\(meant)")
      for request in [["search", "-h"], ["search", "x", query, "--help"], ["help", "search"]] {
        let help = try Program().run(request)
        #expect(help.status == 0 && help.output.contains("USAGE: assay search"))
      }
    }

    @Test func helpIsNoErrorAndAnUnknownCommandIsOne() throws {
      let help = try Program().run("--help")
      #expect(help.status == 0)
      for command in ["explore", "index", "search", "run"] { #expect(help.output.contains(command)) }
      for command in ["index", "search", "run", "explore"] {
        let outcome = try Program().run(command, "--help")
        #expect(outcome.status == 0 && outcome.output.contains("USAGE: assay \(command)"))
      }
      #expect(try Program().run("search").status == 2)
    }

    @Test func withoutAnIndexTheMessageHasTheCommandThatMakesOne() throws {
      let shop = try Shop.unindexed()
      let outcome = try Program().run("search", shop.path, "mug")
      #expect(outcome.status == 3)
      #expect(outcome.messages.contains("assay index \(shop.path)"))
      let nowhere = try Program().run("search", shop.path + "/nowhere", "mug")
      #expect(nowhere.status == 3)
      #expect(nowhere.messages.contains(shop.path + "/nowhere"))
    }

    @Test func anIndexOfAnotherEncoderIsRefusedByName() throws {
      let shop = try Shop.copy()
      let manifest = try IndexArchive(shop.index).manifest
      var source = manifest.source
      source.encoder = "marqo-base-7"
      let changed = IndexManifest(
        generation: 1, source: source, itemCount: manifest.itemCount, sections: manifest.sections)
      try Data(changed.json()).write(to: URL(filePath: shop.index + "/manifest.json"))
      let other = try Program().run("search", shop.path, "mug")
      #expect(other.status == 3)
      #expect(other.messages.contains("marqo-base-7") && other.messages.contains("assay-default-1"))
      #expect(other.messages.contains("assay index \(shop.path)"))
    }

    @Test(arguments: [
      "text.f32", "text.i8", "text.squares", "pictures.i8", "crosses.f32", "lexical.bin", "items.sqlite",
      "inputs.bin",
      "checksums.bin", "manifest.json",
    ])
    func aDamagedFileOfTheIndexIsNamed(_ name: String) throws {
      let shop = try Shop.copy()
      let url = URL(filePath: shop.index + "/" + name)
      var bytes = try Data(contentsOf: url)
      bytes[bytes.count / 2] ^= 0x41
      try bytes.write(to: url)
      let damaged = try Program().run("search", shop.path, "mug")
      #expect(damaged.status == 3)
      #expect(damaged.messages.contains(name) || name == "manifest.json", "\(damaged.messages)")
      #expect(damaged.messages.contains("index the catalogue again"))
      try bytes.prefix(bytes.count / 2).write(to: url)
      let short = try Program().run("search", shop.path, "mug")
      #expect(short.status == 3 && short.messages.contains(name), "\(short.messages)")
    }
  }
}
