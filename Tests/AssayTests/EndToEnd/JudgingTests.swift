import Foundation
import TestSupport
import Testing

extension EndToEnd {
  /// Journals counted, merged, compiled, undone and held against the index.
  @Suite struct JudgingTests {
    private let folder: TemporaryFolder
    private let ann: Program
    private let bob: Program

    init() throws {
      folder = try TemporaryFolder()
      ann = try Program(["ASSAY_ASSESSOR": "ann"])
      bob = try Program(["ASSAY_ASSESSOR": "bob"])
    }

    private func path(_ name: String) -> String { folder.path(name) }

    private func record(_ program: Program, _ name: String, _ lines: String...) throws {
      let input = lines.map { $0.replacingOccurrences(of: " | ", with: "\t") + "\n" }.joined()
      let outcome = try program.run("judge", "record", path(name), input: input)
      try #require(outcome.status == 0, "\(outcome.messages)")
    }

    @Test func countsWhatAJournalHolds() throws {
      try record(
        ann, "j", "mug | a | 3", "mug | a | 1", "mug | b | skipped", "cup | a | cannot-tell",
        "cup | a | flagged")
      try record(bob, "j", "mug | a | 0 | why", "mug | b | 2", "mug | b | withdrawn")
      let outcome = try ann.run("judge", "status", path("j"))
      #expect(outcome.status == 0)
      let rows = Dictionary(
        outcome.lines.map { $0.split(separator: " ").map(String.init) }.filter { $0.count == 7 }.map {
          ($0[0], $0.dropFirst().joined(separator: " "))
        }, uniquingKeysWith: { first, _ in first })
      #expect(rows["all"] == "8 2 1 1 1 1")
      #expect(rows["ann"] == "5 1 1 1 1 0" && rows["bob"] == "3 1 0 0 0 1")
      #expect(rows["0-3"] == "8 2 1 1 1 1" && rows["human"] == "8 2 1 1 1 1")
      let json = try #require(try ann.run("judge", "status", path("j"), "--format", "json").lines.first)
      let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
      #expect((object["queries"] as? [[String: Any]])?.count == 2)

      try (String(contentsOfFile: path("j"), encoding: .utf8) + "nonsense\n")
        .write(toFile: path("j"), atomically: true, encoding: .utf8)
      let faulty = try ann.run("judge", "status", path("j"))
      #expect(faulty.status == 1)
      #expect(
        faulty.output.hasSuffix("left alone\n  \(path("j")):9: not JSON at column 1: expected a value\n"))
      let missing = try ann.run("judge", "status", path("none"))
      #expect(
        missing.status == 3 && missing.messages.hasPrefix("assay: \(path("none")): not found; name a journal")
      )
    }

    @Test func compilesWhatIsChosen() throws {
      try record(ann, "j", "mug | a b | 3", "mug | c | 1")
      try record(bob, "j", "mug | a b | 0", "mug | d | 2")
      let id = try firstQuery("j")
      func compiled(_ options: String...) throws -> String {
        let outcome = try ann.run(["judge", "compile", path("j")] + options)
        #expect(outcome.status == 0, "\(outcome.messages)")
        return outcome.output.replacingOccurrences(of: id + " 0 ", with: "")
      }
      #expect(try compiled() == "%=a%20b 0\nc 1\nd 2\n")
      #expect(try compiled("--resolve", "max") == "%=a%20b 3\nc 1\nd 2\n")
      #expect(try compiled("--resolve", "median") == "%=a%20b 0\nc 1\nd 2\n")
      #expect(try compiled("--assessor", "ann") == "%=a%20b 3\nc 1\n")
      #expect(
        try compiled("--assessor", "ann", "--assessor", "bob", "--resolve", "majority")
          == "%=a%20b 0\nc 1\nd 2\n")
      let nobody = try ann.run("judge", "compile", path("j"), "--source", "implicit")
      #expect(nobody.output.isEmpty)
      #expect(
        nobody.messages.contains(
          "no grade is chosen; the journal has assessors 'ann', 'bob'; sources 'human'"))

      let outcome = try ann.run(
        "judge", "record", path("j"), "--scale", "binary", input: "mug\te\t1\n")
      #expect(outcome.status == 0)
      let mixed = try ann.run("judge", "compile", path("j"), "-o", path("out"))
      #expect(mixed.status == 2 && !FileManager.default.fileExists(atPath: path("out")))
      #expect(
        mixed.messages.contains(
          "grades of several scales can't be mixed: 4 on '0-3', 1 on 'binary'; choose with --scale"))
      #expect(try compiled("--scale", "binary") == "e 1\n")
    }

    private func firstQuery(_ name: String) throws -> String {
      let line = try #require(
        try String(contentsOfFile: path(name), encoding: .utf8).split(separator: "\n").first)
      let members = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return try #require(members?["query_id"] as? String)
    }

    @Test func mergesIntoANewJournal() throws {
      try record(ann, "1", "mug | a | 3")
      try FileManager.default.copyItem(atPath: path("1"), toPath: path("2"))
      try record(ann, "1", "mug | a | 2")
      try record(ann, "2", "mug | a | 0")
      try record(bob, "2", "mug | b | 1")
      let outcome = try ann.run("judge", "merge", path("1"), path("2"), "-o", path("out"))
      #expect(outcome.status == 0)
      #expect(
        outcome.messages.hasPrefix(
          "conflict: query '\(try firstQuery("1"))', item 'a': ann decided grade 2 in \(path("1"))"))
      #expect(
        outcome.messages.hasSuffix(
          "4 lines in \(path("out")), 1 of them in more than one journal counted once, 1 conflict\n"))
      let texts = try ["1", "2", "out"].map { try String(contentsOfFile: path($0), encoding: .utf8) }
      let lines = texts.map { Set($0.split(separator: "\n")) }
      #expect(lines[2] == lines[0].union(lines[1]))
      let again = try ann.run("judge", "merge", path("1"), path("2"), "-o", path("2"))
      #expect(again.status == 3 && again.messages.contains("is there already; name a new file"))
      #expect(try String(contentsOfFile: path("2"), encoding: .utf8) == texts[1])
      #expect(try ann.run("judge", "merge", path("1"), "-o", path("x")).status == 2)
    }

    /// A batch as an import writes it.
    private func appendBatch(_ name: String, to journal: String, _ grades: [(String, Int)]) throws {
      let lines = grades.enumerated().map { index, grade in
        #"{"v":2,"time":"2026-01-01T00:00:00.000Z","assessor":"ann","query_id":"\#((try? firstQuery(journal)) ?? "")","query":"mug","#
          + #""item":"\#(grade.0)","scale":"0-3","decision":"grade","grade":\#(grade.1),"item_hash":"","source":"imported:f","#
          + #""batch":"\#(name)","part":[\#(index + 1),\#(grades.count)]}"# + "\n"
      }
      try (String(contentsOfFile: path(journal), encoding: .utf8) + lines.joined())
        .write(toFile: path(journal), atomically: true, encoding: .utf8)
    }

    @Test func undoesABatchAndTheUndoing() throws {
      try record(ann, "j", "mug | a | 3")
      let before = try ann.run("judge", "compile", path("j")).output
      try appendBatch("in", to: "j", [("a", 1), ("b", 2), ("c", 2)])
      let after = try ann.run("judge", "compile", path("j")).output
      let text = try String(contentsOfFile: path("j"), encoding: .utf8)
      let dry = try ann.run("judge", "undo", "in", path("j"), "--dry-run")
      #expect(
        dry.lines == [
          "2 would be withdrawn, 1 would be brought back to what they were, 0 decided again since and kept"
        ])
      #expect(try String(contentsOfFile: path("j"), encoding: .utf8) == text)
      let undone = try ann.run("judge", "undo", "in", path("j"))
      #expect(
        undone.lines == [
          "2 were withdrawn, 1 were brought back to what they were, 0 decided again since and kept; to take this back: "
            + "assay judge undo 'undo:in' \(path("j"))"
        ])
      #expect(try String(contentsOfFile: path("j"), encoding: .utf8).hasPrefix(text))
      #expect(try ann.run("judge", "compile", path("j")).output == before)
      #expect(
        try ann.run("judge", "undo", "in", path("j")).lines == [
          "nothing to undo: the batch 'in' was taken back by 'undo:in'; to bring it back: "
            + "assay judge undo 'undo:in' \(path("j"))"
        ])
      #expect(try ann.run("judge", "undo", "undo:in", path("j")).lines[0].contains("'redo:in'"))
      #expect(try ann.run("judge", "compile", path("j")).output == after)
      let unknown = try ann.run("judge", "undo", "out", path("j"))
      #expect(unknown.status == 3)
      #expect(unknown.messages.hasSuffix("no batch 'out'; it has 'in', 'redo:in', 'undo:in'\n"))
    }

    @Test func findsWhatChangedVanishedAndCameBack() throws {
      let shop = try Shop.copy()
      let products = shop.path + "/products.jsonl"
      let original = try String(contentsOfFile: products, encoding: .utf8)
      let lines = original.split(separator: "\n").map(String.init)
      let ids = try lines.prefix(3).map { line in
        try #require(
          (try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["id"] as? String)
      }
      let input = ids.map { "q2\t\($0)\t2\n" }.joined()
      #expect(try ann.run("judge", "record", shop.path, input: input).status == 0)
      func stale(_ options: String...) throws -> Program.Outcome {
        try ann.run(["judge", "stale", shop.path] + options)
      }
      #expect(try stale().lines == ["3 unchanged, 0 changed, 0 vanished, 0 returned, 0 unknown"])

      var edited = Array(lines.dropFirst())
      edited[0] = edited[0].replacingOccurrences(of: "\"title\":", with: "\"extra\": \"new\", \"title\":")
      try (edited.joined(separator: "\n") + "\n").write(toFile: products, atomically: true, encoding: .utf8)
      #expect(try ann.run("index", shop.path).status == 0)
      let changed = try stale("--queries", shop.path + "/queries.tsv", "-m", "P@5", "--mode", "lexical")
      #expect(
        changed.lines[0] == "1 unchanged, 1 changed, 1 vanished, 0 returned, 0 unknown", "\(changed.messages)"
      )
      #expect(changed.lines[1].hasPrefix("P_5  ") || changed.lines[1].hasPrefix("P@5  "))
      #expect(changed.lines[1].hasSuffix("without the stale ones (1 queries)"))
      #expect(changed.lines.contains { $0.hasPrefix("vanished  q2  \(ids[0])  2  0-3  ann  20") })
      #expect(changed.lines.contains { $0.hasPrefix("changed   q2  \(ids[1])  2  0-3  ann  20") })
      let report = try folder.write(try stale("--format", "json").output, to: "report.json")

      try original.write(toFile: products, atomically: true, encoding: .utf8)
      #expect(try ann.run("index", shop.path).status == 0)
      // Nobody asked while the items were otherwise: building the index took note.
      let returned = "1 unchanged, 0 changed, 0 vanished, 2 returned, 0 unknown"
      let history = String(shop.journal.dropLast(6)) + ".items"
      #expect(try stale().lines[0] == returned)
      #expect(try String(contentsOfFile: history, encoding: .utf8).split(separator: "\n").count == 4)
      #expect(try stale().lines[0] == returned)
      #expect(try String(contentsOfFile: history, encoding: .utf8).split(separator: "\n").count == 4)
      // A look at another index of the catalogue says nothing about this one.
      let elsewhere = try ann.run("index", shop.path, "-o", shop.folder.path("elsewhere"))
      #expect(elsewhere.status == 0 && elsewhere.messages.contains("12 items"), "\(elsewhere)")
      let other = try ann.run("judge", "stale", shop.folder.path("elsewhere"))
      #expect(other.lines[0].hasPrefix("3 unchanged"), "\(other)")
      try FileManager.default.removeItem(atPath: history)
      #expect(try stale().lines[0].hasPrefix("3 unchanged"))
      #expect(try stale("--since", report).lines[0] == returned)
      let wrong = try stale("--since", products)
      #expect(wrong.status == 3 && wrong.messages.contains("no report of 'assay judge stale --format json'"))
      #expect(try stale("-m", "nonsense").status == 2)
    }
  }
}
