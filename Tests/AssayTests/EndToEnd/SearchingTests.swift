import Foundation
import TestSupport
import Testing

@testable import Storage

extension EndToEnd {
  @Suite struct SearchingTests {
    /// A line of `--format json`.
    struct Line: Decodable {
      struct Explanation: Decodable {
        let label: String
        let value: Double
        let sums: Bool
        let details: [Explanation]
      }

      let rank: Int
      let id: String
      let score: Double
      let title: String
      let image: String?
      let parts: [String: Double]
      let explanation: Explanation?
    }

    private func shop() throws -> String { try #require(Shop.indexed).path }

    private func lines(_ outcome: Program.Outcome) throws -> [Line] {
      try outcome.lines.map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
    }

    @Test func everyFormatGivesTheSameAnswer() throws {
      let program = try Program()
      let json = try program.run("search", shop(), "striped", "--format", "json", "--top", "5")
      let answer = try lines(json)
      #expect(json.messages == "")
      #expect(answer.map(\.rank) == [1, 2, 3, 4, 5])
      #expect(answer.allSatisfy { $0.image == "images/\($0.id).jpg" && !$0.title.isEmpty })
      let table = try program.run("search", shop(), "striped", "--top", "5")
      for (row, line) in zip(table.lines, answer) {
        #expect(row.contains(line.id) && row.contains(line.title))
      }
      let trec = try program.run("search", shop(), "striped", "--format", "trec", "--top", "5")
      let columns = trec.lines.map { $0.split(separator: " ").map(String.init) }
      #expect(columns.map { $0[2] } == answer.map(\.id))
      #expect(columns.allSatisfy { $0.count == 6 && $0[1] == "Q0" && $0[5] == "assay" })
    }

    @Test(arguments: [
      ["--mode", "dense"], ["--mode", "lexical"], ["--mode", "hybrid", "--fusion", "rrf", "--rrf-k", "10"],
      ["--dimensions", "16", "--precision", "binary"], ["--precision", "int8", "--text-share", "0"],
      ["--lexical-share", "1", "--k1", "0.5", "--b", "0.2"],
      ["--fusion", "combsum", "--normalisation", "z-score", "--fusion-depth", "5"],
      ["--fusion", "combmnz", "--normalisation", "dbsf", "--fusion-depth", "all"],
      ["--coarse", "16:binary:20", "--precision", "asymmetric"],
      ["--normalisation", "dbsf", "--field-weight", "title=0", "--field-weight", "description=2.5"],
    ])
    func partsAddUpToTheScoreWhateverTheOptions(_ options: [String]) throws {
      let arguments = ["search", try shop(), "blue", "satin", "--format", "json", "--explain"] + options
      let answer = try lines(Program().run(arguments))
      #expect(!answer.isEmpty)
      #expect(answer.map(\.score) == answer.map(\.score).sorted(by: >))
      for line in answer {
        let sum = line.parts.values.reduce(0, +)
        #expect(abs(sum - line.score) <= 1e-6, "\(line.id): \(line.parts) is not \(line.score)")
        let explanation = try #require(line.explanation)
        #expect(abs(explanation.value - line.score) <= 1e-6)
        expectSums(explanation)
      }
    }

    private func expectSums(_ node: Line.Explanation) {
      node.details.forEach(expectSums)
      guard node.sums, !node.details.isEmpty else { return }
      let sum = node.details.reduce(0) { $0 + $1.value }
      #expect(abs(sum - node.value) <= 1e-5 * max(1, abs(node.value)), "\(node.label)")
    }

    @Test func anIdentifierIsAnsweredByItsItemFirst() throws {
      for mode in ["dense", "lexical", "hybrid"] {
        let outcome = try Program().run(
          "search", shop(), "ta-4k1srb", "--mode", mode, "--format", "json")
        let first = try #require(try lines(outcome).first)
        #expect(first.id == "p0006")
        #expect((first.parts["identifier"] ?? 0) > 1)
      }
    }

    @Test func theTableExplains() throws {
      let outcome = try Program().run("search", shop(), "umbrella", "--top", "1", "--explain")
      #expect(outcome.lines.count > 3)
      #expect(outcome.output.contains("umbrella (title)") || outcome.output.contains("title"))
    }

    @Test func theFormulasAreExplainedWithTheirParameters() throws {
      let outcome = try Program().run(
        "search", shop(), "umbrella", "--explain", "--k1", "0.9", "--b", "0.3", "--field-weight", "title=7")
      let formulas = outcome.lines.prefix(3).joined(separator: "\n")
      for words in [
        "# dense: cosine of the first 256", "idf = ln(", "k1 0.9, b 0.3", "title 7", "# hybrid: 0.9 · dense",
      ] {
        #expect(formulas.contains(words), "\(formulas)")
      }
    }

    @Test func hugeTitlesAreCutToTheLine() throws {
      let outcome = try Program().run("search", shop(), "striped", "--top", "50")
      #expect(outcome.lines.count > 10 && outcome.lines.allSatisfy { $0.count <= 120 })
    }

    @Test func anEmptyQueryShowsTheCatalogueAndSaysSo() throws {
      let outcome = try Program().run("search", shop(), "", "--top", "3")
      #expect(outcome.status == 0 && outcome.lines.count == 3)
      #expect(outcome.messages.contains("nothing is searched for"))
    }

    /// A finding of `--why-not … --format json`.
    struct Finding: Decodable {
      struct Lane: Decodable {
        struct Need: Decodable {
          let kind: String
          let value: Double?
        }
        let score: Double?
        let rank: Int?
        let contribution: Double?
        let need: Need?
      }
      struct Rival: Decodable {
        let id: String
        let score: Double
      }
      let id: String
      let verdict: String
      let rank: Int?
      let score: Double?
      let gap: Double?
      let last: Rival?
      let lanes: [String: Lane]
      let excludedBy: [String]?
    }

    @Test func whyNotNamesTheFilter() throws {
      let query = "striped shirt price:<0 -brand:nobody - \"striped\""
      let ids = try lines(
        Program().run("search", shop(), "striped", "shirt", "--format", "json", "--top", "1"))
      let id = try #require(ids.first).id
      let outcome = try Program().run("search", shop(), query, "--why-not", id)
      #expect(
        outcome.status == 0 && outcome.output.contains("left out by price:<0 (the item has "), "\(outcome)")
      #expect(!outcome.output.contains("nobody"))
      for word in ["needs", "gap"] { #expect(!outcome.output.contains(word), "\(outcome.output)") }
      let json = try Program().run("search", shop(), query, "--why-not", id, "--format", "json")
      let finding = try JSONDecoder().decode(Finding.self, from: Data(json.output.utf8))
      #expect(finding.verdict == "filtered" && finding.gap == nil && finding.excludedBy?.isEmpty == false)
      #expect(finding.lanes.values.allSatisfy { $0.need == nil })
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

    @Test(arguments: ["weighted", "rrf"])
    func whyNotAgreesWithTheRanking(_ fusion: String) throws {
      let query = ["search", try shop(), "striped", "shirt", "--fusion", fusion]
      let all = try lines(Program().run(query + ["--top", "1000", "--format", "json"]))
      let asked = try #require(all.dropFirst(7).first)
      let outcome = try Program().run(query + ["--top", "3", "--why-not", asked.id, "--format", "json"])
      let finding = try JSONDecoder().decode(Finding.self, from: Data(outcome.output.utf8))
      #expect(finding.id == asked.id && finding.verdict == "outranked" && finding.rank == 8)
      #expect(finding.score == asked.score && finding.last?.id == all[2].id)
      #expect(finding.gap == all[2].score - asked.score)
      #expect(finding.lanes.count == 2 && finding.lanes.values.contains { $0.need != nil })
      for (name, part) in asked.parts { #expect(finding.lanes[name]?.contribution == part) }
      let table = try Program().run(query + ["--top", "3", "--why-not", asked.id])
      #expect(table.output.contains("rank 8 of \(all.count)") && table.output.contains("needs"))
      let listed = try Program().run(query + ["--top", "3", "--why-not", all[1].id])
      #expect(listed.output.contains("listed: rank 2"))
    }

    @Test func findAllPrintsEverythingFromAScoreOn() throws {
      let query = ["search", try shop(), "striped", "--mode", "dense", "--format", "json"]
      let all = try lines(Program().run(query + ["--top", "1000"]))
      let least = try #require(all.dropFirst(7).first).score
      let outcome = try Program().run(query + ["--at-least", "\(least)"])
      let found = try lines(outcome)
      #expect(found.map(\.id) == all.filter { $0.score >= least }.map(\.id) && found.count >= 8)
      #expect(found.map(\.score) == all.prefix(found.count).map(\.score))
      #expect(outcome.messages.contains("\(found.count) of ") && outcome.messages.contains(" ms"))
      let none = try Program().run(query + ["--at-least", "1.5"])
      #expect(none.status == 0 && none.output == "" && none.messages.contains("0 of "))
    }

    @Test func whyNotRefusesAnUnknownIdAndAnEmptyQuery() throws {
      let unknown = try Program().run("search", shop(), "mug", "--why-not", "p9999")
      #expect(unknown.status == 3 && unknown.output == "")
      #expect(unknown.messages.contains("--why-not p9999") && unknown.messages.contains("no item"))
      let empty = try Program().run("search", shop(), "", "--why-not", "p0006")
      #expect(empty.status == 2 && empty.messages.contains("nothing is searched for"))
    }

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

  @Suite struct RunningTests {
    @Test func aQuerySetBecomesARunWhoseScoresSurviveFloat32() throws {
      let shop = try #require(Shop.indexed)
      let folder = try TemporaryFolder()
      let queries = try folder.write(
        "id\ttext\tkind\tsplit\nr1\train\nr2\tblue dress\tattribute\ttest\t\n\nr3\tTA-4K1SRB\n",
        to: "queries.tsv")
      let file = folder.path("out.run")
      let outcome = try Program().run(
        "run", shop.path, "--queries", queries, "--depth", "7", "--tag", "seven", "-o", file)
      #expect(outcome.status == 0 && outcome.output == "", "\(outcome.messages)")
      let rows = try folder.read("out.run").split(separator: "\n").map { $0.split(separator: " ") }
      #expect(rows.map { $0[0] } == ["r1", "r2", "r3"].flatMap { Array(repeating: $0, count: 7)[...] })
      for (index, row) in rows.enumerated() {
        #expect(row.count == 6 && row[1] == "Q0" && row[5] == "seven")
        #expect(row[3] == "\(index % 7 + 1)")
        guard index % 7 > 0 else { continue }
        #expect(try #require(Float(rows[index - 1][4])) > #require(Float(row[4])))
      }
      #expect(rows[14][2] == "p0006")
    }

    @Test func aBadQuerySetIsNamedWithItsLineAndReplacesNothing() throws {
      let shop = try #require(Shop.indexed)
      let folder = try TemporaryFolder()
      let queries = try folder.write("a\tmug\nno tab here\n", to: "queries.tsv")
      let file = try folder.write("the old run\n", to: "out.run")
      let outcome = try Program().run("run", shop.path, "--queries", queries, "-o", file)
      #expect(outcome.status == 3)
      #expect(outcome.messages.contains("\(queries):2:"))
      #expect(try folder.read("out.run") == "the old run\n")
      #expect(try Program().run("run", shop.path, "--queries", queries, "--depth", "0").status == 2)
      let missing = try Program().run("run", shop.path, "--queries", queries + ".gone")
      #expect(missing.status == 3 && missing.messages.contains(queries + ".gone"))
    }

    @Test func aPlaceThatCanNotBeWrittenIsNamedAsItWasAsked() throws {
      let shop = try #require(Shop.indexed)
      let folder = try TemporaryFolder()
      let queries = try folder.write("a\tmug\n", to: "queries.tsv")
      let file = folder.path("no/such/folder/out.run")
      let outcome = try Program().run("run", shop.path, "--queries", queries, "-o", file)
      #expect(outcome.status == 3)
      #expect(outcome.messages.contains("\(file): can't be written") && !outcome.messages.contains(".new"))
    }
  }
}
