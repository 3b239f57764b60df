import Explorer
import Relevance
import Retrieval
import Testing

@testable import assay

@Suite struct QueuedQueryTests {
  private let query = Query(id: "q1", text: "mug")

  private func ids(_ text: String) -> [DocumentID] { text.map { DocumentID(String($0)) } }

  private func ranked(_ rankings: String...) -> RankedQuery {
    RankedQuery(query, rankings: rankings.map(ids), ordinals: [:])
  }

  private func request(
    _ order: LabellingOrder, depth: Int = 3, opinions: [String: Decision] = [:],
    measure: MeasureChoice = .ndcg,
    wanted: String? = nil
  ) -> QueueRequest {
    let plan = SearchPlan(dense: nil, lexical: LexicalLane(), depth: 10)
    let said = opinions.map { item, answer in
      var opinion = Opinion()
      opinion.take(.answer(answer))
      return (DocumentID(item), opinion)
    }
    return QueueRequest(
      generation: 1,
      scope: QueueScope(
        queries: [query], columns: [QueueColumn(name: "A", plan: plan), QueueColumn(name: "B", plan: plan)],
        depth: depth, order: order, measure: measure, pair: ColumnPair(left: 0, right: 1)),
      opinions: ["q1": Dictionary(uniqueKeysWithValues: said)], grades: Qrels(), scale: .zeroToThree,
      hidesBrand: false, wanted: wanted.map(DocumentID.init))
  }

  private func queued(
    _ ranked: RankedQuery, _ request: QueueRequest, grades: [String: Int] = [:], assessor: String = "ann"
  ) -> QueuedQuery {
    let contest = JudgedContest(
      ranked, ColumnPair(left: 0, right: 1), by: request.scope.measure.measure,
      grades: Dictionary(uniqueKeysWithValues: grades.map { (DocumentID($0), $1) }), possible: 0...3)
    return QueuedQuery(ranked, contest, for: request, assessor: assessor)
  }

  private func order(_ queued: QueuedQuery) -> String { queued.entries.map(\.id.text).joined() }

  @Test func poolsTheFirstOfEachColumn() {
    let queued = queued(ranked("abcd", "cxyz"), request(.pool))
    #expect(order(queued) == "acbxy", "d and z stand below the depth")
    #expect(queued.entries.first { $0.id.text == "c" }?.ranks == [3, 1])
    #expect(queued.settled == 0)
  }

  @Test func leavesOutWhatThisAssessorSettledAndPutsWhatWasSkippedLast() {
    let request = request(.pool, opinions: ["a": .grade(2), "c": .skipped, "b": .cannotTell])
    let queued = queued(ranked("abcd", "cxyz"), request, grades: ["x": 1])
    #expect(order(queued) == "xyc", "somebody else's grade of x spares nobody")
    #expect(queued.settled == 2)
  }

  @Test func shufflesForEachAssessorAlikeEveryTime() {
    let ranked = ranked("abcdefgh", "ijklmnop")
    let first = order(queued(ranked, request(.random, depth: 8)))
    #expect(first == order(queued(ranked, request(.random, depth: 8))))
    #expect(first != order(queued(ranked, request(.random, depth: 8), assessor: "bob")))
    #expect(first.sorted() == "abcdefghijklmnop".sorted())
  }

  @Test func ordersByWhatChangesTheChosenMeasureMost() {
    // Success@1 depends on the first items alone.
    let success = queued(ranked("abc", "dba"), request(.impact, measure: .success))
    #expect(order(success).prefix(2) == "ad")
    #expect(success.entries.map(\.swing) == [1, 1, 0, 0])
    // nDCG@10: what one column has first and the other not at all.
    let ndcg = queued(ranked("abc", "dba"), request(.impact))
    #expect(order(ndcg).first == "d")
    #expect(ndcg.entries.allSatisfy { $0.swing > 0 || $0.id.text == "b" })
  }

  @Test func hasAWantedItemThoughItIsSettledOrBelowTheDepth() {
    let opinions: [String: Decision] = ["a": .grade(2), "z": .grade(0)]
    let settled = queued(ranked("abcd", "cxyz"), request(.pool, opinions: opinions, wanted: "a"))
    #expect(order(settled) == "acbxy" && settled.settled == 0)
    let deep = queued(ranked("abcd", "cxyz"), request(.pool, opinions: opinions, wanted: "z"))
    #expect(order(deep) == "zcbxy" && deep.settled == 1)
    #expect(deep.entries.first?.ranks == [nil, 4] && deep.entries.first?.isPooled == false)
  }

  @Test func looksAtTheRightColumnAgainstTheLeftOne() {
    let contest = JudgedContest(
      ranked("ab", "ba"), ColumnPair(left: 0, right: 1), by: NDCG(cutoff: 10),
      grades: [DocumentID("a"): 0, DocumentID("b"): 3], possible: 0...3)
    #expect(contest.difference > 0 && contest.interval.verdict == .left)
    #expect(contest.stake.returned.isEmpty)
  }
}
