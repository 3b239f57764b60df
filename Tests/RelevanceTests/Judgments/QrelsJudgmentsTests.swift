import Relevance
import Testing

@Suite struct QrelsJudgmentsTests {
  private func judgment(_ query: String, _ item: String, _ grade: Int?, by assessor: String = "a") -> Judgment
  {
    Judgment(
      time: "", assessor: assessor, queryID: QueryID(query), query: "", item: DocumentID(item), scale: "0-3",
      decision: grade.map { .grade($0) } ?? .withdrawn, itemHash: "")
  }

  @Test func theLastDecisionCounts() {
    let qrels = Qrels(judgments: [
      judgment("1", "x", 3), judgment("1", "y", 2), judgment("2", "x", 1), judgment("1", "x", 0, by: "b"),
      judgment("1", "y", nil), judgment("3", "z", 1), judgment("3", "z", nil), judgment("2", "x", nil),
      judgment("2", "x", 2),
    ])
    #expect(qrels == Qrels(["1": [DocumentID("x"): 0], "2": [DocumentID("x"): 2]]))
  }

  private func decided(
    _ decision: Decision, by assessor: String = "a", source: JudgmentSource = .human, scale: String = "0-3"
  ) -> Judgment {
    Judgment(
      time: "", assessor: assessor, queryID: "1", query: "", item: DocumentID("x"), scale: scale,
      decision: decision, note: decision == .noted ? "n" : nil, itemHash: "", source: source)
  }

  private func grade(
    _ judgments: [Judgment], _ resolution: Resolution = .latest,
    _ selection: JudgmentSelection = JudgmentSelection()
  ) -> Int? {
    Qrels(judgments: judgments, resolving: resolution, choosing: selection)["1", DocumentID("x")]
  }

  @Test func flagsAndNotesChangeNoGradeAndOtherDecisionsDo() {
    #expect(grade([decided(.grade(2)), decided(.flagged(true)), decided(.noted)]) == 2)
    for decision in [Decision.withdrawn, .skipped, .cannotTell] {
      #expect(grade([decided(.grade(2)), decided(decision)]) == nil)
      #expect(grade([decided(.grade(2)), decided(decision), decided(.grade(0))]) == 0)
    }
  }

  @Test func oneAssessorTakesNothingFromAnother() {
    let judgments = [
      decided(.grade(3), by: "a"), decided(.grade(1), by: "b"), decided(.grade(2), by: "c"),
      decided(.grade(0), by: "b"),
    ]
    #expect(Resolution.allCases.map { grade(judgments, $0) } == [0, 2, 0, 3])
    #expect(grade(judgments + [decided(.withdrawn, by: "b")]) == 2)
    #expect(grade(judgments, .latest, JudgmentSelection(assessors: ["a"])) == 3)
  }

  @Test func whatComesFromClicksStaysApart() {
    let clicks = JudgmentSource.implicit("clicks")
    let judgments = [
      decided(.grade(1)), decided(.grade(3), source: clicks),
      decided(.grade(2), by: "b", source: .imported("f")),
    ]
    func chosen(_ sources: String...) -> Int? {
      grade(judgments, .max, JudgmentSelection(sources: Set(sources.map(OpaqueName.init))))
    }
    #expect(grade(judgments, .max) == 2)
    #expect(chosen("human") == 1 && chosen("imported") == 2 && chosen("imported:f") == 2)
    #expect(chosen("implicit") == 3 && chosen("implicit:clicks") == 3 && chosen("implicit:orders") == nil)
    #expect(chosen("human", "implicit") == 3)
    // The same name on both: neither replaces the other.
    #expect(grade([decided(.grade(1)), decided(.grade(3), source: clicks)]) == 1)
  }

  @Test func scalesCanBeTakenOneByOne() {
    let judgments = [decided(.grade(3)), decided(.grade(1), by: "b", scale: "binary")]
    #expect(grade(judgments, .latest, JudgmentSelection(scales: ["0-3"])) == 3)
    #expect(grade(judgments, .latest, JudgmentSelection(scales: ["binary"])) == 1)
  }

  @Test func namesOfEqualLooksAreChosenApart() {
    let (one, other) = ("caf\u{e9}", "cafe\u{301}")
    let judgments = [
      decided(.grade(3), by: one, source: .imported(one), scale: one),
      decided(.grade(1), by: other, source: .imported(other), scale: other),
    ]
    for (name, expected) in [(OpaqueName(one), 3), (OpaqueName(other), 1)] {
      #expect(grade(judgments, .max, JudgmentSelection(assessors: [name])) == expected)
      #expect(grade(judgments, .max, JudgmentSelection(scales: [name])) == expected)
      let source = OpaqueName("imported:" + name.text)
      #expect(grade(judgments, .max, JudgmentSelection(sources: [source])) == expected)
    }
  }

  @Test func whatStandsHasTheLastFlagAndNote() {
    let judgments = [
      decided(.noted), decided(.flagged(true)), decided(.grade(2)), decided(.flagged(false), by: "b"),
    ]
    let standing = StandingJudgments(judgments)
    #expect(standing.subjects.map(\.assessor) == ["a", "b"])
    let entry = standing[standing.subjects[0]]
    #expect(entry?.isFlagged == true && entry?.note == "n" && entry?.grade == 2)
    #expect(standing[standing.subjects[1]]?.grade == nil)
    let tally = JudgmentTally.tallies(of: judgments) { $0.assessor }["a"]
    #expect(tally?.decisions == 3 && tally?.graded == 1 && tally?.flagged == 1 && tally?.noted == 1)
  }
}
