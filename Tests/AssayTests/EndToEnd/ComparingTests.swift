import Foundation
import TestSupport
import Testing

extension EndToEnd {
  /// Runs and configurations compared on judged queries.
  @Suite struct ComparingTests {
    private let qrels = """
      q1 0 a 1
      q1 0 b 2
      q2 0 a 1
      q3 0 c 1
      other 0 c 1
      """
    private let better = """
      q1 Q0 b 1 2.0 good
      q1 Q0 a 2 1.0 good
      q2 Q0 a 1 1.0 good
      extra Q0 a 1 1.0 good
      """
    private let worse = """
      q1 Q0 a 1 2.0 bad
      q1 Q0 b 2 1.0 bad
      q3 Q0 z 1 1.0 bad
      """

    private func files() throws -> TemporaryFolder {
      let folder = try TemporaryFolder()
      try folder.write(qrels + "\n", to: "j.qrels")
      try folder.write(better + "\n", to: "good.run")
      try folder.write(worse + "\n", to: "bad.run")
      try folder.write("q1\tred, mug\tvisual\ttest\nq2\tblue mug\tsku\nq3\tlamp\tsku\n", to: "q.tsv")
      return folder
    }

    private func object(_ text: String) throws -> [String: Any] {
      try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func runsAreComparedQueryByQuery() throws {
      let folder = try files()
      let outcome = try Program().run(
        "compare", folder.path("good.run"), folder.path("bad.run"), "--qrels", folder.path("j.qrels"), "-m",
        "RR", "-m", "ndcg_cut_10", "--format", "json", "-q")
      try #require(outcome.status == 0, "\(outcome.messages)")
      let report = try object(outcome.output)
      #expect(report["queries"] as? Int == 4 && report["hasFewQueries"] as? Bool == true)
      let measures = try #require(report["measures"] as? [[String: Any]])
      #expect(measures.compactMap { $0["measure"] as? String } == ["RR", "nDCG@10"])
      let means = try #require(measures[0]["means"] as? [[String: Any]])
      // q1 and q2 answered at rank 1, q3 and other not; then q1 alone.
      #expect(means.compactMap { $0["mean"] as? Double } == [0.5, 0.25])
      let difference = try #require((measures[0]["differences"] as? [[String: Any]])?.first)
      #expect(difference["delta"] as? Double == -0.25)
      #expect(difference["losses"] as? Int == 1 && difference["ties"] as? Int == 3)
      #expect(difference["p"] as? Double == 1 && difference["isExact"] as? Bool == true)
      let queries = try #require(measures[1]["queries"] as? [[String: Any]])
      #expect(queries.compactMap { $0["query"] as? String } == ["other", "q1", "q2", "q3"])
      #expect((queries[2]["values"] as? [Double]) == [1, 0])
      let similarity = try #require(
        (report["similarities"] as? [[String: Any]])?.first?["similarity"] as? [String: Any])
      #expect(similarity["queryCount"] as? Int == 3 && similarity["kendall"] as? Double == -1)
    }

    @Test func theSameInputGivesTheSameBytes() throws {
      let folder = try files()
      for format in ["table", "json", "csv"] {
        let outputs = try (0..<2).map { _ in
          try Program().run(
            "compare", folder.path("good.run"), folder.path("bad.run"), folder.path("good.run"), "--qrels",
            folder.path("j.qrels"), "--queries", folder.path("q.tsv"), "--slice", "kind", "--format", format)
        }
        #expect(outputs[0].status == 0 && outputs[0].output == outputs[1].output, "\(format)")
        #expect(outputs[0].messages.contains("1 judged but not in the query set"))
      }
    }

    @Test func slicesChoicesAndFewQueriesAreSaid() throws {
      let folder = try files()
      func compare(_ arguments: String...) throws -> Program.Outcome {
        try Program().run(
          [
            "compare", folder.path("good.run"), folder.path("bad.run"), "--qrels", folder.path("j.qrels"),
            "--queries", folder.path("q.tsv"), "-m", "RR",
          ] + arguments)
      }
      let table = try compare("--slice", "kind")
      #expect(table.output.contains("RR by kind") && table.output.contains("seed 1"))
      #expect(table.output.contains("! 3 queries are fewer than 25"))
      #expect(table.output.contains("biggest losses") && table.output.contains("blue mug"))
      let csv = try compare("--slice", "kind", "--format", "csv").lines.map {
        $0.split(separator: ",").map(String.init)
      }
      #expect(
        csv.dropFirst().map { $0[1] } == ["all", "all", "kind=sku", "kind=sku", "kind=visual", "kind=visual"])
      let twice = try compare("--slice", "kind", "--slice", "words", "--format", "json")
      let measure = try #require((object(twice.output)["measures"] as? [[String: Any]])?.first)
      let slices = try #require(measure["slices"] as? [[String: Any]])
      #expect(slices.compactMap { $0["by"] as? String } == ["kind", "kind", "words", "words"])
      #expect(slices.compactMap { $0["slice"] as? String } == ["sku", "visual", "1", "2"])
      let chosen = try compare("--only", "kind=sku", "--format", "csv", "-q")
      #expect(chosen.lines.count == 5 && !chosen.output.contains("q1"))
      #expect(try compare("--only", "kind=nothing").status == 3)
      #expect(try compare("--only", "colour=red").status == 2)
    }

    @Test func otherJudgmentsMayTurnTheOrder() throws {
      let folder = try files()
      try folder.write("q1 0 a 1\nq2 0 z 1\nq3 0 z 1\n", to: "clicks.qrels")
      let outcome = try Program().run(
        "compare", folder.path("good.run"), folder.path("bad.run"), "--qrels", folder.path("j.qrels"),
        "--other-qrels", folder.path("clicks.qrels"), "-m", "RR")
      try #require(outcome.status == 0, "\(outcome.messages)")
      #expect(outcome.output.contains("on the 3 queries judged in both"))
      #expect(outcome.output.contains("flips, within the noise"))
    }

    @Test func configurationsRankAnIndex() throws {
      let shop = try Shop.copy()
      let truth = shop.path + "/judgments/truth.qrels"
      let set = shop.path + "/queries.tsv"
      let arguments = [
        "compare", "dense:64,int8", "hybrid:fusion=rrf,rrf-k=20", "--index", shop.path, "--queries", set,
        "--qrels", truth, "-m", "nDCG@10", "--format", "json",
      ]
      let outcome = try Program().run(arguments)
      try #require(outcome.status == 0, "\(outcome.messages)")
      let report = try object(outcome.output)
      let columns = try #require(report["columns"] as? [[String: Any]])
      #expect((columns[0]["formulas"] as? [String])?[0].contains("first 64 components, int8") == true)
      #expect((columns[1]["formulas"] as? [String])?.last?.contains("1 / (20 + rank)") == true)

      // A run written by the other command is the same column.
      let run = shop.folder.path("dense.run")
      let made = try Program().run(
        "run", shop.path, "--queries", set, "--mode", "dense", "--dimensions", "64", "--precision", "int8",
        "-o", run)
      try #require(made.status == 0, "\(made.messages)")
      let same = try Program().run(
        "compare", run, "dense:64,int8", "--index", shop.path, "--queries", set, "--qrels", truth, "-m",
        "nDCG@10", "--format", "json")
      let measure = try #require((object(same.output)["measures"] as? [[String: Any]])?.first)
      let difference = try #require((measure["differences"] as? [[String: Any]])?.first)
      #expect(difference["delta"] as? Double == 0 && difference["ties"] as? Int == 3)
      let staged = try Program().run(
        "compare", run, "dense:256,coarse=64:int8:5", "lexical", "--index", shop.path)
      #expect(
        staged.output.contains(
          "the best 5 of 12 items by this configuration, which the coarse stage hands on"))
      #expect(staged.output.contains("\ncolumn B – ") && staged.output.contains("\ncolumn C – "), "\(staged)")
    }

    @Test func configurationsMayRankDifferentIndexes() throws {
      let (shop, other) = (try Shop.copy(), try Shop.unindexed())
      let items = other.path + "/products.jsonl"
      let first = try #require(
        try String(contentsOfFile: items, encoding: .utf8).split(separator: "\n").first)
      try "\(first)\n".write(toFile: items, atomically: true, encoding: .utf8)
      try #require(try Program().run("index", other.path).status == 0)
      let truth = ["--queries", shop.path + "/queries.tsv", "--qrels", shop.path + "/judgments/truth.qrels"]
      let outcome = try Program().run(
        ["compare", "dense:64,index=\(shop.path)", "dense:64,index=\(other.path)", "--format", "json"] + truth
      )
      try #require(outcome.status == 0, "\(outcome.messages)")
      let columns = try #require(object(outcome.output)["columns"] as? [[String: Any]])
      #expect((columns[0]["description"] as? String)?.contains("of 1 items") == false)
      #expect((columns[1]["description"] as? String)?.contains("of 1 items") == true)
      let same = try Program().run(
        ["compare", "dense:64", "dense:64,index=\(shop.path)", "--index", shop.path, "--format", "csv"]
          + truth)
      #expect(same.lines.dropFirst().allSatisfy { $0.contains(",A,") || $0.contains(",0.0,") })
      let lost = try Program().run(
        ["compare", "dense:64", "dense:64,index=nowhere", "--index", shop.path] + truth)
      #expect(lost.status == 3 && lost.messages.contains("nowhere"), "\(lost)")
    }

    @Test func gradesAreReadAsAsked() throws {
      let folder = try files()
      func mean(_ measure: String, _ arguments: String...) throws -> [Double] {
        let outcome = try Program().run(
          [
            "compare", folder.path("good.run"), folder.path("bad.run"), "--qrels", folder.path("j.qrels"),
            "-m", measure, "--format", "json",
          ] + arguments)
        try #require(outcome.status == 0, "\(outcome.messages)")
        let measures = try #require(object(outcome.output)["measures"] as? [[String: Any]])
        return try #require(measures[0]["means"] as? [[String: Any]]).compactMap { $0["mean"] as? Double }
      }
      // From grade 2 on only b of q1 is relevant, first in one run and second in the other.
      #expect(try mean("RR", "-l", "2") == [0.25, 0.125])
      // Without z, which nobody judged, q3 has no ranking at all; b stays second.
      #expect(try mean("P@1", "-J") == [0.5, 0.25])
      try folder.write("q1 Q0 z 1 3.0 bad\nq1 Q0 b 2 2.0 bad\n", to: "bad.run")
      #expect(try mean("P@1") == [0.5, 0] && mean("P@1", "-J") == [0.5, 0.25])
      try folder.write("{\"id\": \"a\"}\n", to: "shop/products.jsonl")
      try folder.write(
        "[scale]\nid = \"mine\"\nnames = [\"no\", \"some\", \"all\"]\n[scale.gains]\nflat = [0, 1, 1]\n",
        to: "shop/catalog.toml")
      // One item of two, both worth 1, at the second rank.
      let flat = try mean(
        "nDCG@2", "--gains", "\(folder.path("shop")):flat", "--only", "kind=visual", "--queries",
        folder.path("q.tsv"))
      #expect(abs(flat[1] - 0.63093 / 1.63093) < 1e-5)
      let wrong = try Program().run(
        "compare", folder.path("good.run"), folder.path("bad.run"), "--qrels", folder.path("j.qrels"),
        "--gains",
        "\(folder.path("shop")):steep")
      #expect(wrong.status == 2 && wrong.messages.contains("declares flat on the scale mine"), "\(wrong)")
      let unknown = try Program().run(
        "eval", "--run", folder.path("good.run"), "--qrels", folder.path("j.qrels"), "--gains", "steep")
      #expect(unknown.status == 2 && unknown.messages.contains("--gains 'steep'"), "\(unknown)")
    }

    @Test func whatCantBeComparedIsSaid() throws {
      let folder = try files()
      let shop = try Shop.copy()
      let (good, judged) = (folder.path("good.run"), folder.path("j.qrels"))
      func refused(_ status: Int32, _ words: String, _ arguments: String...) throws {
        let outcome = try Program().run(["compare"] + arguments + ["--qrels", judged])
        #expect(outcome.status == status && outcome.messages.contains(words), "\(outcome)")
        #expect(outcome.output.isEmpty)
      }
      try refused(2, "2 to 26 columns", good)
      try refused(2, "no such run file", good, "nothing.run")
      try refused(2, "--index", good, "dense:64")
      try refused(2, "no mean over queries", good, good, "-m", "num_ret")
      try refused(2, "the measure", good, good, "-m", "nonsense")
      try refused(2, "go by a query set", good, good, "--slice", "kind")
      let set = ["--index", shop.path, "--queries", shop.path + "/queries.tsv"]
      try refused(2, "declares", good, "dense:63", set[0], set[1], set[2], set[3])
      try refused(2, "dense:precision=x", good, "dense:precision=x", set[0], set[1], set[2], set[3])
      try folder.write("q1 Q0 a 1 2.0 x\nq1 Q0 a 2 1.0 x\n", to: "twice.run")
      try refused(3, "twice.run:2", good, folder.path("twice.run"))
    }
  }
}
