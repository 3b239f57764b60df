import Relevance
import TestSupport
import Testing

@Suite struct BatchUndoTests {
  private func judgment(
    _ item: String, _ decision: Decision, by assessor: String = "a", batch: String? = nil,
    note: String? = nil,
    source: JudgmentSource = .human
  ) -> Judgment {
    Judgment(
      time: "1", assessor: assessor, queryID: "q", query: "t", item: DocumentID(item), scale: "0-3",
      decision: decision, note: note, itemHash: "h-" + item, source: source, batch: batch)
  }

  private func undone(_ judgments: [Judgment], _ batch: String, as name: String = "undo") throws -> [Judgment]
  {
    let undo = try #require(BatchUndo(of: batch, in: judgments, at: "2"))
    return judgments
      + undo.decisions.map {
        judgment(
          $0.item.text, $0.decision, by: $0.assessor, batch: name, note: $0.note, source: $0.source)
      }
  }

  private func state(_ judgments: [Judgment]) -> [JudgmentSubject: [String]] {
    let standing = StandingJudgments(judgments, choosing: .all)
    return Dictionary(
      uniqueKeysWithValues: standing.all.compactMap { subject, entry in
        let grade = entry.grade.map { "\($0)" } ?? "-"
        // A subject with nothing on it is as good as none.
        if grade == "-", !entry.isFlagged, entry.note == nil { return nil }
        return (subject, [grade, "\(entry.isFlagged)", entry.note ?? ""])
      })
  }

  @Test func batchesOfEqualLooksAreUndoneApart() throws {
    let judgments = [
      judgment("p", .grade(1), batch: "caf\u{e9}"), judgment("r", .grade(2), batch: "cafe\u{301}"),
    ]
    let undo = try #require(BatchUndo(of: "caf\u{e9}", in: judgments, at: "2"))
    #expect(undo.decisions.map(\.item) == ["p"])
  }

  @Test func whatWasThereReturnsAndTheRestIsWithdrawn() throws {
    let judgments = [
      judgment("old", .grade(3)), judgment("skipped", .skipped), judgment("old", .grade(1), batch: "x"),
      judgment("new", .grade(2), batch: "x"), judgment("skipped", .grade(2), batch: "x"),
      judgment("later", .grade(2), batch: "x"), judgment("later", .grade(0)), judgment("other", .grade(1)),
    ]
    let undo = try #require(BatchUndo(of: "x", in: judgments, at: "2"))
    #expect(undo.decisions.map(\.item.text) == ["old", "new", "skipped"])
    #expect(undo.decisions.map(\.decision) == [.grade(3), .withdrawn, .skipped])
    #expect(undo.decisions.allSatisfy { $0.time == "2" && $0.itemHash == "h-" + $0.item.text })
    #expect(undo.restored == 1 && undo.withdrawn == 2 && undo.kept == 1)
    #expect(BatchUndo(of: "y", in: judgments, at: "2") == nil)
  }

  @Test func flagsAndNotesReturnToo() throws {
    let judgments = [
      judgment("a", .grade(1), note: "mine"), judgment("a", .flagged(true)),
      judgment("a", .flagged(false), batch: "x", note: "theirs"),
      judgment("b", .noted, batch: "x", note: "n"),
    ]
    #expect(state(try undone(judgments, "x")) == state(Array(judgments.prefix(2))))
  }

  @Test func whatClicksSayDoesNotTouchWhatPeopleSay() throws {
    let clicks = JudgmentSource.implicit("clicks")
    let judgments = [judgment("a", .grade(3)), judgment("a", .grade(0), batch: "x", source: clicks)]
    let undo = try #require(BatchUndo(of: "x", in: judgments, at: "2"))
    #expect(undo.decisions.map(\.source) == [clicks] && undo.decisions.map(\.decision) == [.withdrawn])
  }

  /// Undoing gives the state before the batch, and undoing that the state after it, whatever happened before.
  @Test func undoingIsExactAndCanBeUndone() throws {
    var generator = SeededGenerator(seed: 11)
    let decisions: [Decision] = [
      .grade(0), .grade(3), .withdrawn, .skipped, .cannotTell, .flagged(true), .flagged(false), .noted,
    ]
    func random(_ count: Int, batch: String?) -> [Judgment] {
      (0..<count).map { _ in
        let decision = decisions.randomElement(using: &generator) ?? .noted
        let note = ["", "m", "n"].randomElement(using: &generator)
        return judgment(
          ["a", "b", "c"].randomElement(using: &generator) ?? "", decision,
          by: ["x", "y"].randomElement(using: &generator) ?? "", batch: batch,
          note: decision == .noted || Bool.random(using: &generator) ? note : nil)
      }
    }
    for _ in 0..<300 {
      let before = random(8, batch: nil)
      let after = before + random(6, batch: "x")
      let once = try undone(after, "x", as: "undo")
      #expect(state(once) == state(before))
      #expect(state(try undone(once, "undo", as: "redo")) == state(after))
    }
  }
}
