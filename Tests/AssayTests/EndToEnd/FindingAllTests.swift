import Foundation
import TestSupport
import Testing

extension EndToEnd {
  @Suite struct FindingAllTests {
    private struct Line: Decodable {
      let rank: Int?
      let id: String
      let score: Float?
      let side: String
      let grade: Int?
      let round: Int?
    }

    private struct Summary: Decodable {
      struct Side: Decodable {
        let items: Int
        let relevant: Int
        let irrelevant: Int
        let estimate: Double?
        let least: Int?
        let most: Int?
      }

      let above: Side
      let below: Side
      let recall: Double?
      let rounds: Int
      let sampled: Int
      let advice: String
    }

    private func shop() throws -> String { try #require(Shop.indexed).path }

    private func lines(_ outcome: Program.Outcome) throws -> [Line] {
      try outcome.lines.map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
    }

    private func find(_ program: Program, _ arguments: String...) throws -> Program.Outcome {
      try program.run(["find-all", shop(), "striped mug"] + arguments)
    }

    @Test(arguments: ["dense", "lexical", "hybrid"])
    func listsWhatSearchRanks(mode: String) throws {
      let program = try Program()
      let ranked = try program.run(
        "search", shop(), "striped mug", "--mode", mode, "--format", "trec", "--top", "100000")
      let ids = ranked.lines.map { $0.split(separator: " ")[2] }.map(String.init)
      let all = try lines(
        find(program, "--mode", mode, "--items", "0", "--below", "all", "--format", "json"))
      #expect(all.map(\.id) == ids && all.allSatisfy { $0.side == "below" })
      let cut = try #require(all.dropFirst(all.count / 2).first?.score)
      let found = try find(program, "--mode", mode, "--threshold", "\(cut)", "--format", "json")
      let above = try lines(found).filter { $0.side == "above" }
      #expect(above.map(\.id) == all.filter { $0.score ?? -2 >= cut }.map(\.id))
      #expect(above.map(\.rank) == above.indices.map { $0 + 1 })
      #expect(found.messages.contains("above") && found.messages.contains("recall"))
    }

    @Test func everyFormatHasTheSameItems() throws {
      let program = try Program()
      let json = try lines(
        find(program, "--mode", "dense", "--items", "9", "--below", "none", "--format", "json"))
      #expect(json.count == 9)
      let csv = try find(program, "--mode", "dense", "--items", "9", "--below", "none", "--format", "csv")
      #expect(csv.lines.first == "rank,id,score,side,grade,round")
      #expect(csv.lines.dropFirst().map { $0.split(separator: ",")[1] } == json.map { Substring($0.id) })
      let trec = try find(program, "--mode", "dense", "--items", "9", "--format", "trec")
      #expect(trec.lines.map { $0.split(separator: " ")[2] } == json.map { Substring($0.id) })
      let table = try find(program, "--mode", "dense", "--items", "9", "--below", "none")
      #expect(table.lines.count == 9)
      #expect(zip(table.lines, json).allSatisfy { $0.contains($1.id) })
    }

    @Test func aFileIsNeverReplacedSilently() throws {
      let program = try Program()
      let path = program.home.path("found.csv")
      let arguments = ["find-all", try shop(), "mug", "--items", "5", "--format", "csv", "-o", path]
      #expect(try program.run(arguments).status == 0)
      let before = try Data(contentsOf: URL(fileURLWithPath: path))
      let refused = try program.run([
        "find-all", shop(), "mug", "--items", "3", "--format", "csv", "-o", path,
      ])
      #expect(refused.status == 2 && refused.messages.contains("--force"))
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
      #expect(
        try program.run(["find-all", shop(), "mug", "--items", "3", "--format", "csv", "-o", path, "--force"])
          .status
          == 0)
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) != before)
    }

    /// Judging the whole sample gives an estimate; judging nothing gives none.
    @Test func theSampleLeadsToAnEstimate() throws {
      let program = try Program()
      func summary(_ arguments: String...) throws -> Summary {
        let outcome = try program.run(
          [
            "find-all", shop(), "striped mug", "--mode", "dense", "--items", "4", "--summary", "--format",
            "json",
          ]
            + arguments)
        return try JSONDecoder().decode(Summary.self, from: Data(outcome.output.utf8))
      }
      let none = program.home.path("none.qrels")
      try Data().write(to: URL(fileURLWithPath: none))
      let before = try summary("--qrels", none)
      #expect(before.recall == nil && before.rounds == 0 && before.below.estimate == nil)
      let sample = try lines(
        find(program, "--mode", "dense", "--items", "4", "--sample", "2", "--format", "json"))
      #expect(Set(sample.map(\.round)) == [1, 2] && Set(sample.map(\.id)).count == sample.count)
      let query = try #require(before.above.items == 4 ? try queryID(program) : nil)
      let qrels = program.home.path("sample.qrels")
      let judged = sample.map { "\(query) 0 \($0.id) \(($0.rank ?? 99) <= 4 ? 2 : 0)\n" }.joined()
      try Data(judged.utf8).write(to: URL(fileURLWithPath: qrels))
      let after = try summary("--qrels", qrels)
      #expect(after.recall == 1 && after.rounds == 2 && after.sampled == sample.count)
      #expect(after.below.least == 0 && (after.below.most ?? 0) > 0)
      #expect(try summary("--qrels", qrels, "--relevant", "3").recall == nil, "nothing is that relevant")
      let required = try program.run(
        [
          "find-all", shop(), "striped mug", "--mode", "dense", "--items", "4", "--qrels", qrels,
          "--require",
        ])
      #expect(required.status == 1 && required.messages.contains("does not reach"))
    }

    private func queryID(_ program: Program) throws -> String {
      struct Named: Decodable {
        let queryID: String
      }
      let outcome = try find(program, "--items", "1", "--summary", "--format", "json")
      return try JSONDecoder().decode(Named.self, from: Data(outcome.output.utf8)).queryID
    }

    @Test(arguments: [
      ([], "say where to cut"), (["--threshold", "0.5", "--items", "3"], "give one of"),
      (["--items", "99999999"], "have a score"), (["--gap", "11"], "gaps"),
      (["--threshold", "nan"], "number"),
      (["--items", "-1"], "at least 0"), (["--items", "1", "--relevant", "9"], "grades 0 to"),
      (["--items", "1", "--sample", "11"], "1…10"), (["--items", "1", "--target", "2"], "--target"),
      (["--items", "1", "--summary", "--format", "trec"], "table or json"),
    ])
    func refusesWhatMeansNothing(arguments: [String], words: String) throws {
      let outcome = try Program().run(["find-all", shop(), "mug"] + arguments)
      #expect(outcome.status == 2 && outcome.messages.contains(words), "\(outcome.messages)")
    }
  }
}
