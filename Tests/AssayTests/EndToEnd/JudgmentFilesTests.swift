import Foundation
import TestSupport
import Testing

extension EndToEnd {
  /// Judgments of other tools into a journal and out again, agreement, and grades from clicks.
  @Suite struct JudgmentFilesTests {
    private let folder: TemporaryFolder
    private let program: Program

    init() throws {
      folder = try TemporaryFolder()
      program = try Program()
    }

    private var journal: String { folder.path("j.jsonl") }

    private func add(_ text: String, as format: String, named name: String, _ options: String...) throws
      -> Program.Outcome
    {
      let file = try folder.write(text, to: name)
      return try program.run(["judge", "import", file, "--as", format, "--judgments", journal] + options)
    }

    @Test func aReportComesFirstAndNothingIsWrittenUnasked() throws {
      let table = "query,docid,rating\nmug,p1,3\nmug,p2,7\nmug,p1,2\n"
      for options in [["--dry-run"], []] {
        let outcome = try program.run(
          ["judge", "import", folder.write(table, to: "r.csv"), "--as", "quepid", "--judgments", journal]
            + options)
        #expect(outcome.output.contains("3 records read"))
        #expect(outcome.output.contains("line 3: the grade 7 is not on the scale 0-3"))
        #expect(outcome.output.contains("line 4: r.csv says 2 of 'p1'"))
        #expect(outcome.status == (options.isEmpty ? 2 : 1))
        #expect(!FileManager.default.fileExists(atPath: journal))
      }
      let json = try add(table, as: "quepid", named: "r.csv", "--dry-run", "--format", "json")
      let report = try #require(
        try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
      #expect(report["accepted"] as? Int == 1 && report["records"] as? Int == 3)
    }

    @Test func scriptsLearnThatRecordsWereRefused() throws {
      let table = "query,docid,rating\nmug,p1,3\nmug,p2,7\n"
      let part = try add(table, as: "quepid", named: "r.csv", "--yes")
      #expect(part.status == 1 && part.messages.contains("1 of 2 records can't be taken"), "\(part)")
      let wrong = try add(table, as: "trec", named: "r.csv", "--yes")
      #expect(wrong.status == 3 && wrong.messages.contains("none of its 3 records"), "\(wrong)")
      #expect(try String(contentsOfFile: journal, encoding: .utf8).split(separator: "\n").count == 1)
    }

    @Test func aGradeOffTheScaleIsTheMapsFault() throws {
      let outcome = try add("query,docid,rating\nmug,p1,1\n", as: "quepid", named: "r.csv", "--map", "1=9")
      #expect(outcome.status == 2 && outcome.output == "")
      #expect(outcome.messages.contains("--map 1=9: 9 is not on the scale 0-3"), "\(outcome.messages)")
    }

    @Test func tellsWhatAFormatSpellsOtherwise() throws {
      let table = "query_id,item,grade,note\na b,p#1 x,1,n\nq,p2,2,\nq,p3,,lone\n"
      #expect(try add(table, as: "csv", named: "r.csv", "--yes").status == 0)
      for command in [["compile"], ["export", "--as", "trec"]] {
        let outcome = try program.run(["judge", command[0], journal] + command.dropFirst())
        #expect(outcome.output.contains("%=a%20b 0 %=p#1%20x 1"))
        #expect(outcome.messages.contains("2 names are spelled %="), "\(outcome.messages)")
        #expect(outcome.messages.contains("'%=a%20b' for 'a b'"))
      }
      let csv = try program.run("judge", "export", journal, "--as", "csv")
      #expect(csv.output.contains("lone") && !csv.messages.contains("note"), "\(csv)")
    }

    @Test func anImportIsOneBatchAndOnlyWhatIsNewIsAddedAgain() throws {
      let table = "query_id,item,grade\nq1,p1,3\nq1,p2,0\n"
      #expect(try add(table, as: "csv", named: "r.csv", "--yes", "--assessor", "anna").status == 0)
      let lines = try String(contentsOfFile: journal, encoding: .utf8).split(separator: "\n")
      let batches = try lines.map { line in
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        #expect(object?["source"] as? String == "imported:csv" && object?["assessor"] as? String == "anna")
        return try #require(object?["batch"] as? String)
      }
      #expect(batches.count == 2 && Set(batches).count == 1)
      let again = try add(table + "q1,p3,1\n", as: "csv", named: "r.csv", "--yes", "--assessor", "anna")
      #expect(again.output.contains("2 in the journal already"))
      #expect(try String(contentsOfFile: journal, encoding: .utf8).split(separator: "\n").count == 3)
    }

    /// Two queries whose ids look the same stay two from file to journal to file, and where they are measured.
    @Test func idsOfEqualLooksStayApart() throws {
      let qrels = "cafe\u{301} 0 p 1\ncaf\u{e9} 0 p 2\n"
      #expect(try add(qrels, as: "trec", named: "t.qrels", "--yes").status == 0)
      for format in ["trec", "trec-jg", "csv"] {
        let (file, other) = (folder.path("out.\(format)"), folder.path("\(format).jsonl"))
        try #require(program.run("judge", "export", journal, "--as", format, "-o", file).status == 0)
        let back = try program.run("judge", "import", file, "--as", format, "--judgments", other, "--yes")
        try #require(back.status == 0, "\(format): \(back.messages)")
        let compiled = try program.run("judge", "compile", other).output
        #expect(Array(compiled.utf8) == Array(qrels.utf8), "\(format)")
      }
      let run = try folder.write("caf\u{e9} Q0 p 1 1.0 t\n", to: "t.run")
      let measured = try program.run(
        "eval", "--run", run, "--qrels", folder.path("t.qrels"), "-m", "RR", "-q", "--format", "trec")
      #expect(measured.lines.map { $0.suffix(6) } == ["0.0000", "1.0000", "0.5000"])
      let status = try program.run("judge", "status", journal)
      #expect(status.output.split(separator: "query\n").last?.split(separator: "\n").count == 2)
    }

    /// A scale of one's own goes through the formats that have a place for it; the others say that they have none.
    @Test func aScaleOfOnesOwnTravels() throws {
      let shop = try Shop.copy()
      let settings = try String(contentsOfFile: shop.path + "/catalog.toml", encoding: .utf8)
      try (settings + "\n[scale]\nid = \"mine\"\nnames = [\"no\", \"some\", \"all\"]\n").write(
        toFile: shop.path + "/catalog.toml", atomically: true, encoding: .utf8)
      let table = try folder.write("query_id,item,grade\nq1,p0001,all\nq1,p0002,no\n", to: "r.csv")
      let added = try program.run("judge", "import", table, "--as", "csv", "--index", shop.path, "--yes")
      try #require(added.status == 0 && added.output.contains("scale mine"), "\(added)")
      for (format, name) in [("csv", "o.csv"), ("quepid-book", "o.json")] {
        let file = folder.path(name)
        let written = try program.run("judge", "export", shop.journal, "--as", format, "-o", file)
        #expect(written.status == 0 && !written.messages.contains("no place for the scale"), "\(written)")
        let back = try program.run(
          "judge", "import", file, "--as", format, "--index", shop.path, "--judgments",
          folder.path("\(format).jsonl"), "--yes")
        #expect(back.status == 0 && back.output.contains("scale mine"), "\(back)")
      }
      #expect(try String(contentsOfFile: folder.path("o.json"), encoding: .utf8).contains("\"2\":\"all\""))
      let plain = try program.run("judge", "export", shop.path, "--as", "trec")
      #expect(plain.messages.contains("'mine' (0 no, 1 some, 2 all)"), "\(plain.messages)")
      // Without the catalogue nobody knows the scale that the table names.
      let unknown = try program.run(
        "judge", "import", folder.path("o.csv"), "--as", "csv", "--judgments", folder.path("n.jsonl"), "--yes"
      )
      #expect(unknown.status == 2 && unknown.messages.contains("on the scale 'mine'"), "\(unknown)")
    }

    /// A file that a folder would also be known by has its own index and its own journal, whatever names them.
    @Test func aFileAndItsFolderHaveJournalsOfTheirOwn() throws {
      let shop = try Shop.copy()
      let file = shop.path + "/products.jsonl"
      #expect(try program.run("index", file).status == 0)
      let table = try folder.write("query_id,item,grade\nq1,p0001,1\n", to: "r.csv")
      for (catalogue, journal) in [
        (file, file + ".assay/judgments/journal.jsonl"), (shop.path, shop.journal),
      ] {
        let empty = try program.run("judge", "export", catalogue, "--as", "csv")
        #expect(empty.status == 3 && empty.messages.contains("\(journal): not found; nothing was judged yet"))
        #expect(try program.run("judge", "status", catalogue).messages.contains("nothing was judged"))
        let added = try program.run("judge", "import", table, "--as", "csv", "--index", catalogue, "--yes")
        #expect(added.status == 0 && added.output.contains("1 decision to add to \(journal)"), "\(added)")
        #expect(try program.run("judge", "compile", catalogue).lines == ["q1 0 p0001 1"])
      }
      #expect(try program.run("judge", "compile", shop.index).lines.count == 1)
      #expect(try program.run("judge", "compile", file + ".assay/index").lines.count == 1)
    }

    @Test func idsAreCheckedAgainstAnIndex() throws {
      let shop = try #require(Shop.indexed)
      let table = "query_id,item,grade\nq1,p0001,3\nq1,nothing,0\nq9,p0001,1\n"
      let outcome = try add(table, as: "csv", named: "r.csv", "--yes", "--index", shop.path)
      #expect(outcome.output.contains("1 item not in the catalogue: 'nothing'"))
      #expect(outcome.output.contains("1 query not in the query set: 'q9'"))
      let text = try String(contentsOfFile: journal, encoding: .utf8)
      #expect(text.contains("something for rainy days"))
      let left = try add(
        table, as: "csv", named: "r.csv", "--dry-run", "--known-only", "--index", shop.path, "--assessor", "x"
      )
      #expect(left.output.contains("1 decision to add"))
    }

    /// Through a journal and each format that holds every id, into another journal: what the table says stays the same.
    @Test(arguments: [
      ("trec", "f.qrels"), ("quepid-book", "f.json"), ("rre", "f.json"), ("srw", "f.json"), ("csv", "f.tsv"),
    ])
    func idsSurviveTheWholeWay(format: String, name: String) throws {
      let rows = [
        ["q 1", "red, \"big\" mug", "=SUM(A1)", "3"], ["q 1", "red, \"big\" mug", "a b", "0"],
        ["#2", "caf\u{e9}", "p\t1", "1"], ["%20", "cafe\u{301}x", "../\u{1f600}\n", "2"],
        ["Nike", "Nike", "P1", "1"],
        ["nike", "nike", "p1", "2"],
      ]
      let table = rows.map { row in
        row.map { "\"" + $0.replacingOccurrences(of: "\"", with: "\"\"") + "\"" }.joined(separator: ",")
          + "\n"
      }
      let text = "query_id,query,item,grade\n" + table.joined()
      #expect(try add(text, as: "csv", named: "r.csv", "--yes", "--assessor", "anna").status == 0)
      let file = folder.path(name)
      let written = try program.run("judge", "export", journal, "--as", format, "-o", file)
      #expect(written.status == 0, "\(written.messages)")
      let queries = rows.map { "\($0[0])\t\($0[1])\n" }
      let set = try folder.write(queries[0] + queries[2...].joined(), to: "queries.tsv")
      let other = folder.path("other.jsonl")
      let read = try program.run(
        "judge", "import", file, "--as", format, "--judgments", other, "--assessor", "anna", "--queries", set,
        "--yes")
      #expect(read.status == 0, "\(read.messages)")
      let first = try program.run("judge", "export", journal, "--as", "csv").output
      let second = try program.run("judge", "export", other, "--as", "csv").output
      #expect(first == second && first.split(separator: "\n").count >= rows.count)
    }

    @Test func whatCannotBeCarriedIsRefused() throws {
      #expect(try add("query_id,item,grade\nq1,\" p1\",3\n", as: "csv", named: "r.csv", "--yes").status == 0)
      let unnamed = try program.run("judge", "export", journal, "--as", "srw")
      #expect(unnamed.status == 3 && unnamed.messages.contains("--queries"))
      let set = try folder.write("q1\tmug\n", to: "q.tsv")
      let trimmed = try program.run("judge", "export", journal, "--as", "quepid", "--queries", set)
      #expect(trimmed.status == 3 && trimmed.messages.contains("' p1' begins or ends with white space"))
    }

    @Test func wandsComesInTwoFiles() throws {
      try folder.write("query_id\tquery\tquery_class\n7\tsalon chair\tChairs\n", to: "in/query.csv")
      let labels = "id\tquery_id\tproduct_id\tlabel\n0\t7\t25434\tExact\n1\t7\t1\tPartial\n"
      #expect(try add(labels, as: "wands", named: "in/label.csv", "--yes").status == 0)
      try folder.makeFolder("out")
      let outcome = try program.run(
        "judge", "export", journal, "--as", "wands", "-o", folder.path("out/label.csv"))
      #expect(outcome.status == 0, "\(outcome.messages)")
      #expect(try folder.read("out/query.csv") == "query_id\tquery\tquery_class\n7\tsalon chair\t\n")
      #expect(
        try folder.read("out/label.csv")
          == "id\tquery_id\tproduct_id\tlabel\n0\t7\t1\tPartial\n1\t7\t25434\tExact\n")
      let refused = try program.run(
        "judge", "export", journal, "--as", "wands", "-o", folder.path("in/label.csv"))
      #expect(refused.status == 3 && refused.messages.contains("in the way"))
    }

    @Test func agreementNeedsTwo() throws {
      #expect(try add("q1 0 a 3\n", as: "trec", named: "t.qrels", "--yes", "--assessor", "ann").status == 0)
      let alone = try program.run("judge", "agree", journal)
      #expect(alone.messages.contains("only 'ann' graded on 0-3; agreement needs two"), "\(alone)")
      #expect(try add("q1 0 a 2\n", as: "trec", named: "u.qrels", "--yes", "--assessor", "bo").status == 0)
      #expect(try !program.run("judge", "agree", journal).messages.contains("needs two"))
    }

    @Test func assessorsAreComparedAndResolved() throws {
      #expect(
        try add(
          "q1 anna a 3\nq1 anna b 0\nq1 bo a 2\nq1 bo b 0\nq1 cy a 0\n", as: "trec-jg", named: "j", "--yes"
        ).status == 0)
      let outcome = try program.run(
        "judge", "agree", journal, "--resolve", "median", "-o", folder.path("out.qrels"))
      #expect(outcome.status == 0, "\(outcome.messages)")
      #expect(outcome.output.contains("3 assessors: anna, bo, cy"))
      #expect(outcome.output.contains("anna · bo"))
      #expect(try folder.read("out.qrels") == "q1 0 a 2\nq1 0 b 0\n")
      let json = try program.run("judge", "agree", journal, "--format", "json")
      let report = try #require(
        try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
      #expect((report["disagreements"] as? [[String: Any]])?.first?["spread"] as? Int == 3)
      #expect(try program.run("judge", "agree", journal, "--resolve", "max").status == 2)
    }

    @Test func clicksBecomeGradesThatStayApart() throws {
      let log = """
        query_id,product_id,date,impressions,position,clicks,add_to_carts
        q1,a,2026-09-07,500,1,200,20
        q1,b,2026-09-07,500,2,10,0
        q1,c,2026-09-07,500,3,0,0
        q2,b,2026-09-07,500,1,50,1
        q2,a,2026-09-07,500,2,90,9
        q2,d,2026-09-14,500,3,60,0
        q2,e,2026-09-14,9,3,0,0

        """
      let file = try folder.write(log, to: "log.csv")
      #expect(try add("q1 0 a 3\nq1 0 b 2\nq2 0 a 0\n", as: "trec", named: "t.qrels", "--yes").status == 0)
      let outcome = try program.run("judge", "derive", file, "--judgments", journal, "--yes")
      #expect(
        outcome.status == 0 && outcome.output.contains("6 items of queries graded on 0-3"),
        "\(outcome.messages)")
      #expect(outcome.output.contains("1 shown too seldom"))
      let people = try program.run("judge", "export", journal, "--as", "trec")
      #expect(people.lines.count == 3)
      let clicks = try program.run("judge", "export", journal, "--as", "trec", "--source", "implicit")
      #expect(clicks.lines.count == 6 && clicks.lines.contains("q1 0 c 0"))
      let agreement = try program.run("judge", "agree", journal)
      #expect(agreement.output.contains("t.qrels · clicks (implicit)"))
      let window = try program.run(
        "judge", "derive", file, "--judgments", journal, "--yes", "--until", "2026-09-07")
      #expect(window.output.contains("2 derived before and no longer, withdrawn"))
      #expect(window.output.contains("2 outside the time window"))
      let direct = try program.run("judge", "derive", file, "-o", folder.path("clicks.qrels"))
      #expect(direct.status == 0)
      #expect(try folder.read("clicks.qrels") == clicks.output)
      #expect(
        try program.run("judge", "derive", file, "--judgments", journal, "--cuts", "1", "--dry-run").status
          == 2)
      for window in [
        ["--since", "yesterday"], ["--since", "2026-99-01"],
        ["--since", "2026-10-12", "--until", "2026-09-07"],
      ] {
        #expect(try program.run(["judge", "derive", file] + window).status == 2, "\(window)")
      }
      let before = try String(contentsOfFile: journal, encoding: .utf8)
      let empty = try program.run(
        "judge", "derive", file, "--judgments", journal, "--yes", "--since", "2099-01-01")
      #expect(empty.status == 3 && empty.messages.contains("nothing is derived or withdrawn"), "\(empty)")
      #expect(try String(contentsOfFile: journal, encoding: .utf8) == before)
    }
  }
}
