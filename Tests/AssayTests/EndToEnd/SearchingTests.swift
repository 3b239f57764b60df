import Foundation
import TestSupport
import Testing

@testable import Storage

extension EndToEnd {
  /// Answers to a query, as tables and lines, and what their scores are made of.
  @Suite struct SearchingTests {
    private func shop() throws -> String { try #require(Shop.indexed).path }

    @Test func everyFormatGivesTheSameAnswer() throws {
      let program = try Program()
      let json = try program.run("search", shop(), "striped", "--format", "json", "--top", "5")
      let answer = try SearchLine.all(of: json)
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
      let answer = try SearchLine.all(of: Program().run(arguments))
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

    private func expectSums(_ node: SearchLine.Explanation) {
      node.details.forEach(expectSums)
      guard node.sums, !node.details.isEmpty else { return }
      let sum = node.details.reduce(0) { $0 + $1.value }
      #expect(abs(sum - node.value) <= 1e-5 * max(1, abs(node.value)), "\(node.label)")
    }

    @Test(arguments: [
      ("shirt brand:nosuch", "no brand is called 'nosuch'"),
      ("shirt brand:nosuch,zz*", "no brand is called 'nosuch' or begins with 'zz'"),
      ("color:mauvish", "no attributes.color is called 'mauvish'"),
      ("price:<0.01", "no item passes price:<0.01"),
      ("brand:velora -brand:vel*", "no item passes all of brand:velora -brand:vel*"),
    ])
    func saysWhichFilterLetsNothingThrough(query: String, words: String) throws {
      let outcome = try Program().run("search", shop(), query)
      #expect(outcome.status == 0 && outcome.output.isEmpty)
      #expect(outcome.messages.contains(words), "\(outcome.messages)")
      #expect(try !Program().run("search", shop(), "zzz brand:velora").messages.contains("no "))
    }

    @Test func anIdentifierIsAnsweredByItsItemFirst() throws {
      for mode in ["dense", "lexical", "hybrid"] {
        let outcome = try Program().run(
          "search", shop(), "ta-4k1srb", "--mode", mode, "--format", "json")
        let first = try #require(try SearchLine.all(of: outcome).first)
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

    @Test func findAllPrintsEverythingFromAScoreOn() throws {
      let query = ["search", try shop(), "striped", "--mode", "dense", "--format", "json"]
      let all = try SearchLine.all(of: Program().run(query + ["--top", "1000"]))
      let least = try #require(all.dropFirst(7).first).score
      let outcome = try Program().run(query + ["--at-least", "\(least)"])
      let found = try SearchLine.all(of: outcome)
      #expect(found.map(\.id) == all.filter { $0.score >= least }.map(\.id) && found.count >= 8)
      #expect(found.map(\.score) == all.prefix(found.count).map(\.score))
      #expect(outcome.messages.contains("\(found.count) of ") && outcome.messages.contains(" ms"))
      let none = try Program().run(query + ["--at-least", "1.5"])
      #expect(none.status == 0 && none.output == "" && none.messages.contains("0 of "))
    }
  }
}
