import Foundation
import Glibc
import TestSupport
import Testing

extension EndToEnd {
  @Suite struct ExploringTests {
    @Test func theFirstFrameShowsTheCatalogueWithTheQueryLineFocused() throws {
      let shop = try #require(Shop.indexed)
      try Program().explore(shop.path) { session in
        try session.wait(for: "a whole frame") {
          $0.text.contains("Arlo Blue Satin Dress") && $0.lines[29].contains("judged") && $0.isCursorVisible
        }
        let glass = session.glass
        #expect(glass.isAlternate && glass.isCursorVisible && glass.bracketsPastes)
        #expect(glass.lines[0].contains("type to search 12 items"))
        #expect(glass.lines[29].contains("shop"))
        #expect(glass.lines[29].contains("0 judged"))
      }
    }

    @Test func aCatalogueWithoutAnIndexIsIndexedFirstWithProgress() throws {
      let shop = try Shop.unindexed()
      try Program().explore(shop.path) { session in
        try session.waitFor("type to search 12 items")
        let (before, _) = try #require(session.written.split(separator: "\u{1b}[?1049h", maxSplits: 1).pair)
        #expect(before.contains("has no index yet"))
        #expect(before.contains("12/12"))
        #expect(before.contains("indexed 12 items"))
        // Indexing minds this signal too; afterwards it is the explorer's.
        session.send(SIGTERM)
        #expect(try session.end() == 0)
      }
      #expect(FileManager.default.fileExists(atPath: shop.index + "/manifest.json"))
    }

    @Test func typingShowsTheAnswerToTheLastKey() throws {
      let shop = try #require(Shop.indexed)
      var expected = ""
      try Program().explore(shop.path, "--query", "umbrella", "--images", "none") { session in
        expected = try session.settledText { $0.hasAnswers }
      }
      try Program().explore(shop.path, "--images", "none") { session in
        for key in "satin dress\u{17}\u{15}umbreX\u{7f}lla" { session.type(String(key)) }
        try session.wait(for: expected) { $0.withoutTimes == expected }
      }
    }

    @Test func aPictureThatCannotBeReadIsNamed() throws {
      let folder = try TemporaryFolder()
      try folder.write("not a picture", to: "bad.jpg")
      try folder.write(
        #"{"id": "bucket", "title": "Yellow bucket", "image": "bad.jpg"}"#, to: "products.jsonl")
      try Program().explore(folder.root.path, "--images", "none") { session in
        try session.waitFor("type to search")
        session.type("bucket")
        try session.goToAnswers()
        session.type("\r")
        try session.waitFor("the picture can't be shown")
        try session.waitFor("bad.jpg: ")
      }
    }

    @Test func aShorterVectorAndAnotherModeAreShown() throws {
      let shop = try #require(Shop.indexed)
      try Program().explore(shop.path, "--images", "none", "--query", "striped") { session in
        try session.waitFor("dense 256")
        session.type("\r--")
        try session.waitFor("dense 64")
        session.type("=")
        try session.waitFor("dense 128")
        session.type("c")
        try session.wait(for: "another mode") { $0.lines[1].hasPrefix(" A lexical") }
        session.type("?")
        try session.waitFor("change the column's mode")
        session.type("?v")
        try session.waitFor("description")
        session.type("x")
        try session.waitFor("score:")
      }
    }

    @Test func aGradeThatShowsAsSavedSurvivesBeingKilled() throws {
      let shop = try Shop.copy()
      let program = try Program(["ASSAY_ASSESSOR": "erin"])
      try program.explore(shop.path, "--images", "none") { session in
        session.type("striped\r")
        try session.wait(for: "answers") { $0.hasAnswers && $0.text.contains("2/3") }
        session.type("3")
        try session.waitFor("saved")
        session.send(SIGKILL)
        #expect(try session.end() == -SIGKILL)
      }
      let line = try #require(try String(contentsOfFile: shop.journal, encoding: .utf8).wholeLine)
      let order = [
        "v", "time", "assessor", "query_id", "query", "item", "scale", "decision", "grade", "item_hash",
        "seen", "ms", "source",
      ]
      let places = order.map { line.firstRange(of: "\"\($0)\":")?.lowerBound }
      #expect(places.compactMap(\.self).count == order.count && places.compactMap(\.self).isSorted)
      let decision = try #require(try shop.decisions().first)
      #expect(decision.count == order.count)
      let seen = try #require(decision["seen"] as? [String: Any])
      #expect(seen["rank"] as? Int == 1)
      #expect(decision["v"] as? Int == 2 && decision["grade"] as? Int == 3)
      #expect(decision["assessor"] as? String == "erin" && decision["query"] as? String == "striped")
      #expect(decision["query_id"] as? String == "q2" && decision["scale"] as? String == "0-3")
      let item = try #require(decision["item"] as? String)
      let hash = try #require(decision["item_hash"] as? String)
      #expect(hash.count == 16 && hash.allSatisfy(\.isHexDigit))

      try program.explore(shop.path, "--images", "none", "--query", "striped") { session in
        try session.wait(for: "the grade") { $0.hasAnswers && $0.text.contains("1 judged") }
        session.type("\u{3}")
        #expect(try session.end() == 0)
        #expect(session.glass.text.contains("1 grade compiled to "))
      }
      let qrels = shop.path + "/.assay/judgments/journal.qrels"
      #expect(try String(contentsOfFile: qrels, encoding: .utf8) == "q2 0 \(item) 3\n")
    }

    @Test func aTypedQueryIsListedAndUndoingAddsALine() throws {
      let shop = try Shop.copy()
      try Program().explore(shop.path, "--images", "none") { session in
        session.type("blue satin\r")
        try session.wait(for: "answers") { $0.hasAnswers && $0.text.contains("q-") }
        session.type("2")
        try session.waitFor("1 judged")
        session.type("1")
        try session.waitFor("2 judged")
        session.type("u")
        try session.waitFor("undone")
        session.type("q")
        #expect(try session.end() == 0)
      }
      let decisions = try shop.decisions()
      #expect(decisions.map { $0["grade"] as? Int } == [2, 1, nil])
      #expect(decisions[2]["item"] as? String == decisions[1]["item"] as? String)
      // printf 'blue satin' | sha256sum
      let id = "q-d4b73c6d"
      #expect(decisions.allSatisfy { $0["query_id"] as? String == id })
      let folder = shop.path + "/.assay/judgments/"
      let listed = try String(contentsOfFile: folder + "queries.tsv", encoding: .utf8)
      #expect(listed.split(separator: "\n").last == "\(id)\tblue satin")
      let item = try #require(decisions[0]["item"] as? String)
      #expect(try String(contentsOfFile: folder + "journal.qrels", encoding: .utf8) == "\(id) 0 \(item) 2\n")
    }

    @Test func anotherJournalCanBeNamed() throws {
      let shop = try Shop.copy()
      let journal = shop.folder.path("mine/grades.jsonl")
      try Program().explore(shop.path, "--judgments", journal, "--images", "none") { session in
        session.type("striped\r")
        try session.wait(for: "answers") { $0.hasAnswers }
        session.type("0w")
        try session.waitFor("grades.qrels")
        session.type("q")
        #expect(try session.end() == 0)
      }
      #expect(try shop.folder.read("mine/grades.jsonl").contains("\"grade\":0"))
      #expect(!FileManager.default.fileExists(atPath: shop.journal))
    }

    @Test func aMovedIndexFindsItsPicturesWhereItIsTold() throws {
      let shop = try Shop.copy()
      let index = shop.folder.path("apart/index")
      try shop.folder.makeFolder("apart")
      try FileManager.default.moveItem(atPath: shop.index, toPath: index)
      try FileManager.default.moveItem(atPath: shop.path, toPath: shop.folder.path("moved"))
      let moved = shop.folder.path("moved")
      try Program().explore(index, "--catalog", moved, "--images", "blocks") { session in
        try session.wait(for: "pictures") { $0.text.contains("▀") }
        session.type("\u{3}")
        #expect(try session.end() == 0)
      }
      try Program().explore(index, "--images", "blocks") { session in
        session.type("umbrella")
        try session.wait(for: "answers without pictures") { $0.hasAnswers }
        session.type("\u{3}")
        #expect(try session.end() == 0)
      }
    }
  }
}

extension Glass {
  /// Whether both columns show the answer to a query.
  var hasAnswers: Bool {
    lines[1].matches(of: /exact|proven|approx/).count == 2 && !text.contains("searching")
      && !text.contains("in catalogue order")
  }

  /// The text with every duration replaced, and the blanks before it.
  var withoutTimes: String {
    text.replacing(/\ +[0-9.]+\ ms\b/, with: "  # ms")
  }
}

extension String {
  /// The text of a file with one line, without its end; `nil` when it is not that.
  fileprivate var wholeLine: String? {
    hasSuffix("\n") && filter { $0 == "\n" }.count == 1 ? String(dropLast()) : nil
  }
}

extension Array where Element: Comparable {
  fileprivate var isSorted: Bool { zip(self, dropFirst()).allSatisfy { $0 <= $1 } }
}

extension Array {
  fileprivate var pair: (Element, Element)? { count == 2 ? (self[0], self[1]) : nil }
}
