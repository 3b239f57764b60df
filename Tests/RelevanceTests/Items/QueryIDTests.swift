import Relevance
import Testing

/// Two queries whose names are canonically equivalent, which Swift's strings call equal, stay two everywhere.
@Suite struct QueryIDTests {
  private static let composed = QueryID("caf\u{e9}")
  private static let decomposed = QueryID("cafe\u{301}")

  @Test func comparesByBytes() {
    #expect(Self.composed.text == Self.decomposed.text)
    #expect(Self.composed != Self.decomposed)
    #expect(Set([Self.composed, Self.decomposed]).count == 2)
    // To Swift's strings the decomposed one is no less; by bytes `e` comes before the first byte of `é`.
    #expect(Self.decomposed < Self.composed)
    #expect(QueryID("B") < QueryID("a") && QueryID("a") < QueryID("ab"))
  }

  @Test func stayTwoInQrels() throws {
    let text = "cafe\u{301} 0 p 1\ncaf\u{e9} 0 p 2\n"
    let qrels = try Qrels(trec: text)
    #expect(qrels.grades.count == 2)
    #expect(qrels[Self.decomposed, DocumentID("p")] == 1 && qrels[Self.composed, DocumentID("p")] == 2)
    #expect(Array(try qrels.trec().utf8) == Array(text.utf8))
  }

  @Test func stayTwoInRuns() throws {
    let text = "caf\u{e9} Q0 p 1 2.0 t\ncafe\u{301} Q0 p 1 3.0 t\ncaf\u{e9} Q0 q 2 1.0 t\n"
    let run = try Run(trec: text)
    #expect(run.queries == [Self.composed, Self.decomposed])
    #expect(run[Self.composed].count == 2 && run[Self.decomposed].count == 1)
    #expect(try Run(trec: run.trec()) == run)
  }

  @Test func stayTwoInQuerySets() throws {
    let text = "caf\u{e9}\tone\ncafe\u{301}\ttwo\n"
    let set = try QuerySet(tsv: text)
    #expect(set[id: Self.composed]?.text == "one" && set[id: Self.decomposed]?.text == "two")
    #expect(Array(set.tsv.utf8) == Array(text.utf8))
  }

  @Test func stayTwoInWhatIsMeasured() throws {
    let qrels = try Qrels(trec: "caf\u{e9} 0 p 1\ncafe\u{301} 0 p 1\n")
    let run = try Run(trec: "caf\u{e9} Q0 p 1 1.0 t\n")
    let evaluation = Evaluation(run: run, qrels: qrels, measures: [ReciprocalRank()])
    #expect(evaluation.queries == [Self.decomposed, Self.composed])
    #expect(evaluation.values == [[0, 1]])
    let comparison = MeasureComparison(
      measure: "RR", queries: evaluation.queries, values: [[0, 0], evaluation.values[0]],
      method: ComparisonMethod(seed: 1))
    #expect(comparison.changes(of: 1).gains.map(\.query) == [Self.composed])
    #expect(
      comparison.slices { Array($0.text.utf8).count == 5 ? "short" : "long" }.map(\.name) == [
        "long", "short",
      ])
  }

  @Test func stayTwoInWhatIsJudged() {
    func judgment(_ query: QueryID, _ grade: Int) -> Judgment {
      Judgment(
        time: "", assessor: "ann", queryID: query, query: "", item: DocumentID("p"), scale: "0-3",
        decision: .grade(grade), itemHash: "")
    }
    let judgments = [judgment(Self.composed, 1), judgment(Self.decomposed, 2)]
    #expect(StandingJudgments(judgments).grades.count == 2)
    #expect(Qrels(judgments: judgments).grades.count == 2)
    #expect(GradeTable(judgments).rows.map(\.queryID) == [Self.decomposed, Self.composed])
    var log = ClickLog()
    for query in [Self.composed, Self.decomposed] {
      log.add(ClickRecord(queryID: query, item: DocumentID("p"), position: 1, impressions: 1, clicks: 1))
    }
    #expect(log.all.map(\.queryID) == [Self.decomposed, Self.composed])
    let items = (0..<20).map { DocumentID("\($0)") }
    #expect(
      BlindOrder(assessor: "ann", queryID: Self.composed).sorted(items)
        != BlindOrder(assessor: "ann", queryID: Self.decomposed).sorted(items))
  }
}
