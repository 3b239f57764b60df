import Foundation
import TestSupport
import Testing

extension EndToEnd {
  /// `assay eval` as it is typed.
  @Suite struct EvaluatingTests {
    private static let qrels = "q1 0 a 3\nq1 0 b 2\nq1 0 c 1\nq1 0 d 0\r\n# a comment\nq2 0 x 1\n"
    private static let run =
      "q1 Q0 c 1 9 t\nq1 Q0 z 2 8 t\nq1 Q0 a 3 7 t\r\nq1 Q0 b 4 7 t\nq1 Q0 d 5 6 t\nq9 Q0 a 1 1 t\n"

    private let program: Program
    private let files: [String]

    init() throws {
      program = try Program()
      let folder = program.home.root
      for (name, text) in [("a.run", Self.run), ("a.qrels", Self.qrels)] {
        try Data(text.utf8).write(to: folder.appending(path: name))
      }
      files = [
        "--run", folder.appending(path: "a.run").path, "--qrels", folder.appending(path: "a.qrels").path,
      ]
    }

    private func eval(_ arguments: String...) throws -> Program.Outcome {
      try program.run(["eval"] + files + arguments)
    }

    @Test(
      .enabled(if: SharedData.path("esci-150/bm25.run") != nil, Comment(rawValue: SharedData.absence)),
      arguments: ["esci-150", "cranfield"])
    func printsWhatTrecEvalPrints(collection: String) throws {
      func path(_ name: String) throws -> String { try #require(SharedData.path("\(collection)/\(name)")) }
      let outcome = try program.run(
        "eval", "--run", path("bm25.run"), "--qrels", path("qrels.txt"), "--format", "trec", "-q", "-c")
      #expect(outcome.status == 0)
      #expect(try outcome.output == String(contentsOfFile: path("golden.trec_eval.txt"), encoding: .utf8))
    }

    @Test func countsMissingQueriesAndSaysSo() throws {
      let outcome = try eval("--format", "trec", "-q", "-m", "recip_rank", "num_q", "num_ret")
      #expect(
        outcome.output == """
          num_ret               \tq1\t5
          recip_rank            \tq1\t1.0000
          num_ret               \tq2\t0
          recip_rank            \tq2\t0.0000
          num_q                 \tall\t2
          num_ret               \tall\t5
          recip_rank            \tall\t0.5000

          """)
      #expect(outcome.messages.contains("1 of 2 judged queries have no ranking"))
      #expect(outcome.messages.contains("1 of 2 rankings have no judgments"))
    }

    @Test func levelsAndJudgedOnlyAreThoseOfTrecEval() throws {
      #expect(
        try eval("--format", "trec", "-m", "P_2", "-l", "2").output == "P_2                   \tall\t0.0000\n"
      )
      // Without the unjudged z the best item is second.
      #expect(
        try eval("--format", "trec", "-m", "P_2", "-l", "2", "-J").output
          == "P_2                   \tall\t0.2500\n")
      #expect(
        try eval("--format", "trec", "-m", "num_ret", "-M", "2").output == "num_ret               \tall\t2\n")
    }

    @Test func theRunsNameIsPrintedWhereTrecEvalHasIt() throws {
      let tag = "runid                 \tall\tt\n"
      #expect(try eval("--format", "trec", "-m", "runid", "-q").output == tag)
      let official = try eval("--format", "trec", "-m", "official", "-q").output
      #expect(official.contains("\(tag)num_q                 \tall\t2\n"))
      #expect(official.contains("P_1000                \tall\t"))
      let everything = try eval("--format", "trec", "-m", "all_trec").output
      #expect(
        everything.hasPrefix(tag) && everything.contains("\nndcg_cut_10 ") && everything.contains("\nset_F "))
      #expect(try eval("-m", "runid").status == 2)
      #expect(try !eval("--format", "trec", "-m", "P_2").output.contains("runid"))
    }

    @Test func measuresSomeQueriesOfTheSetOnly() throws {
      let set = try program.home.write("q1\tone\tk\tdev\nq2\ttwo\tk\ttest\n", to: "q.tsv")
      let dev = try eval("-m", "RR", "--queries", set, "--only", "split=dev", "--format", "csv")
      #expect(
        dev.output.contains("RR,all,1.000000") && dev.messages.contains("1 not chosen by --only"), "\(dev)")
      let test = try eval("-m", "RR", "--queries", set, "--only", "split=test", "--format", "csv")
      #expect(test.output.contains("RR,all,0.000000"), "\(test)")
      #expect(try eval("--only", "split=dev").status == 2)
      #expect(try eval("--queries", set).status == 2)
      #expect(try eval("--queries", set, "--only", "split=none").status == 3)
    }

    @Test func aLevelThatSaysLittleIsNoticed() throws {
      #expect(try eval("-m", "AP", "-l", "4").messages.contains("no judged item has grade 4 or more"))
      #expect(try eval("-m", "AP", "-l", "0").messages.contains("every judged item counts as relevant"))
    }

    @Test func theTableHasBothIntervalsAndTheLosses() throws {
      let outcome = try eval("-m", "nDCG@10", "-q")
      #expect(outcome.lines.contains { $0.hasPrefix("q1") && $0.hasSuffix("0.6913") })
      let row = try #require(outcome.lines.last { $0.hasPrefix("nDCG@10") })
      #expect(row.contains("0.3457") && row.filter { $0 == "…" }.count == 2 && row.contains("%"))
      #expect(outcome.output.contains("seed 1") && outcome.messages.contains("below 25"))
    }

    @Test func everyFormatHasTheSameNumbers() throws {
      struct Record: Decodable {
        struct Lost: Decodable {
          let order: Double
          let cutoff: Double
          let unretrieved: Double
          let best: Double
        }
        let measure: String
        let query: String
        let value: Double
        let lost: Lost?
      }
      let json = try eval("-m", "nDCG(dcg='exp-log2')@3", "-q", "--format", "json")
      let records = try json.lines.map { try JSONDecoder().decode(Record.self, from: Data($0.utf8)) }
      #expect(records.map(\.query) == ["q1", "q2", "all"])
      for record in records {
        let lost = try #require(record.lost)
        #expect(abs(record.value + lost.order + lost.cutoff + lost.unretrieved - lost.best) < 1e-12)
      }
      let csv = try eval("-m", "P(rel=2)@3", "nDCG(gains={3:1,2:0.1})@3", "--format", "csv")
      #expect(csv.lines.count == 3)
      #expect(csv.lines[1].hasPrefix("P(rel=2)@3,all,0.166667,"))
      let rbp = try eval("-m", "RBP(p=0.5)@3", "AP", "--format", "csv").lines.map {
        $0.split(separator: ",", omittingEmptySubsequences: false)
      }
      #expect(rbp[0].last == "residual" && Double(rbp[1].last ?? "").map { $0 > 0 && $0 < 1 } == true)
      #expect(rbp[2].last == "")
      #expect(try eval("-m", "RBP(p=0.5)@3").output.contains("residual: the weight of unjudged ranks"))
      #expect(csv.lines[2].hasPrefix("\"nDCG(gains={3:1,2:0.1})@3\",all,"))
    }

    @Test func opensAScore() throws {
      let outcome = try eval("--explain", "q1", "-m", "nDCG@10", "num_ret")
      #expect(outcome.output.contains("nDCG@10 of q1: 0.6913"))
      #expect(outcome.output.contains("log₂(rank + 1)"))
      #expect(outcome.output.contains("unjudged") && outcome.output.contains("÷"))
      #expect(outcome.output.contains("num_ret") == false && outcome.output.contains("NumRet of q1: 5"))
      let json = try eval("--explain", "q1", "-m", "AP", "--format", "json")
      #expect(json.lines.count == 1 && json.output.contains("\"ranks\":[{"))
      let unknown = try eval("--explain", "q3")
      #expect(unknown.status == 3 && unknown.messages.contains("q3"))
    }

    @Test func measuresAnIndexAsItsRunWouldBe() throws {
      let shop = try #require(Shop.indexed).path
      let folder = program.home.root
      let (run, qrels) = (folder.appending(path: "s.run").path, folder.appending(path: "s.qrels").path)
      let queries = shop + "/queries.tsv"
      #expect(try program.run("run", shop, "--queries", queries, "-o", run).status == 0)
      let lines = try String(contentsOfFile: run, encoding: .utf8).split(separator: "\n")
      let judged = lines.enumerated().map { number, line in
        let columns = line.split(separator: " ")
        return "\(columns[0]) 0 \(columns[2]) \(number % 4)\n"
      }
      try Data(judged.joined().utf8).write(to: URL(filePath: qrels))
      let direct = try program.run(
        "eval", "--index", shop, "--queries", queries, "--qrels", qrels, "--format", "trec", "-q")
      let written = try program.run("eval", "--run", run, "--qrels", qrels, "--format", "trec", "-q")
      #expect(direct.status == 0 && direct.output == written.output && direct.lines.count > 12)
    }

    @Test(
      arguments: [
        (["--run", "x"], 2, "--run needs --qrels"), ([], 2, "--run or --index"),
        (["--run", "x", "--qrels", "y", "-m", "nDCG@0"], 2, "nDCG@0"),
        (["--run", "x", "--qrels", "y", "-m", "precise"], 2, "no such measure"),
        (["--run", "x", "--qrels", "y", "--gains", "4=-1"], 2, "--gains"),
        (["--run", "x", "--qrels", "y", "--as", "other"], 2, "quepid"),
        (["--run", "x", "--qrels", "y", "--as", "quepid", "-m", "P@3"], 2, "nDCG only"),
        (["--run", "/nowhere/x", "--qrels", "y"], 3, "/nowhere/x"),
      ] as [([String], Int32, String)])
    func saysWhatIsWrong(arguments: [String], status: Int32, words: String) throws {
      let outcome = try program.run(["eval"] + arguments)
      #expect(outcome.status == status && outcome.messages.contains(words), "\(outcome.messages)")
      #expect(outcome.output == "")
    }

    /// Every command that measures takes the catalogue's own files when none are named.
    @Test func theCataloguesOwnFilesAreTheDefault() throws {
      let shop = try Shop.copy()
      let files = ["--queries", shop.path + "/queries.tsv", "--qrels", shop.path + "/judgments/truth.qrels"]
      for command in [
        ["sweep", shop.path, "--dimensions", "16", "--modes", "dense", "--rounds", "0", "--format", "csv"],
        ["compare", "dense:16", "lexical", "--index", shop.path, "--format", "csv"],
        ["eval", "--index", shop.path, "--format", "csv"],
      ] {
        let (named, own) = (try program.run(command + files), try program.run(command))
        #expect(named.status == 0 && named.output == own.output && !own.output.isEmpty, "\(own)")
      }
      let (named, own) = (
        try program.run(["run", shop.path] + files.prefix(2)), try program.run("run", shop.path)
      )
      #expect(named.status == 0 && named.output == own.output && !own.output.isEmpty, "\(own)")
      try FileManager.default.removeItem(atPath: shop.path + "/catalog.toml")
      let none = try program.run("sweep", shop.path)
      #expect(none.status == 2 && none.messages.contains("--qrels"), "\(none)")
    }

    @Test func aQuerySetThatIsNoneIsRefused() throws {
      let shop = try Shop.copy()
      let empty = try program.home.write("# nothing\n", to: "empty.tsv")
      let nothing = try program.run("run", shop.path, "--queries", empty)
      #expect(nothing.status == 3 && nothing.messages.contains("no query in this file"), "\(nothing)")
      let latin = program.home.path("latin.tsv")
      try Data(Array("q1\tred\nq2\tcaf".utf8) + [0xe9, 0x0a]).write(to: URL(filePath: latin))
      let outcome = try program.run("run", shop.path, "--queries", latin)
      #expect(outcome.status == 3 && outcome.messages.contains("latin.tsv:2: not valid UTF-8"), "\(outcome)")
    }

    @Test func queriesThatCannotBeRunAreLeftOutAndCounted() throws {
      let shop = try Shop.copy()
      let set = try program.home.write("q1\tsatin\nq2\tid:nobody\nq3\tprice:<\nq4\tshirt\n", to: "odd.tsv")
      let path = program.home.path("odd.run")
      let outcome = try program.run("run", shop.path, "--queries", set, "-o", path)
      #expect(outcome.status == 3)
      #expect(outcome.messages.contains("the query 'q2' can't be run") && outcome.messages.contains("'q3'"))
      #expect(outcome.messages.contains("odd.tsv: 2 of 4 queries were left out; the others were ranked"))
      let written = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      #expect(Set(written.map { $0.prefix(2) }) == ["q1", "q4"])
      let bad = try program.home.write("q1\tid:nobody\n", to: "bad.tsv")
      let none = try program.run("run", shop.path, "--queries", bad, "-o", program.home.path("none.run"))
      #expect(none.status == 3 && none.messages.contains("nothing was written"))
      #expect(!FileManager.default.fileExists(atPath: program.home.path("none.run")))
    }

    @Test func judgedItemsThatAreNotInTheIndexAreSaid() throws {
      let shop = try Shop.copy()
      let set = try program.home.write("q1\tsatin\n", to: "one.tsv")
      func eval(_ lines: String) throws -> String {
        let qrels = try program.home.write(lines, to: "some.qrels")
        let outcome = try program.run("eval", "--index", shop.path, "--queries", set, "--qrels", qrels)
        #expect(outcome.status == 0, "\(outcome.messages)")
        return outcome.messages
      }
      let messages = try eval("q1 0 p0001 1\nq1 0 gone-b 3\nq1 0 gone-a 2\nq1 0 gone-c 0\n")
      #expect(
        messages.contains(
          "2 of 3 items graded above 0 are not in the index, such as 'gone-a' for the query 'q1'"))
      #expect(try !eval("q1 0 p0001 1\nq1 0 gone-c 0\n").contains("not in the index"))
    }

    @Test func namesTheLineOfADuplicate() throws {
      let path = program.home.root.appending(path: "twice.run")
      try Data("q1 Q0 a 1 2 t\nq1 Q0 b 2 1 t\nq1 Q0 a 3 0 t\n".utf8).write(to: path)
      let outcome = try program.run(["eval", "--run", path.path] + files.suffix(2))
      #expect(
        outcome.status == 3 && outcome.messages.contains("3") && outcome.messages.contains("second time"))
    }

    @Test func helpListsEveryMeasure() throws {
      let help = try program.run("help", "eval").output
      for word in ["nDCG(dcg=,gains=)[@k]", "ndcg_cut_k", "RBP(", "official", "es-rank-eval:nDCG@10"] {
        #expect(help.contains(word), "\(word)")
      }
    }

    @Test func theBenchMeasuresWhatItMade() throws {
      let outcome = try program.run(
        "bench", "measures", "--queries", "20", "--results", "50", "--rounds", "1", "--format", "json",
        "--export", program.home.root.path)
      #expect(outcome.status == 0 && outcome.output.contains("\"ndcg_cut_10\":"))
      let written = program.home.root.appending(path: "synthetic.run").path
      let judged = program.home.root.appending(path: "synthetic.qrels").path
      let trec = try program.run(
        "eval", "--run", written, "--qrels", judged, "-m", "num_ret", "--format", "trec")
      #expect(trec.output == "num_ret               \tall\t1000\n")
    }
  }
}
