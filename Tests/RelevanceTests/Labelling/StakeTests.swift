import Relevance
import Testing

@Suite struct StakeTests {
  private let contest = Contest(
    left: ["a", "b", "c"].map(DocumentID.init), right: ["d", "a", "e"].map(DocumentID.init),
    grades: [DocumentID("b"): 2], possible: 0...3, others: ["f", "a", "b", "g"].map(DocumentID.init))

  private func ids(_ documents: [DocumentID]) -> [String] { documents.map(\.text) }

  @Test func namesWhatCountsAndWhatOnlyNormalises() {
    #expect(ids(contest.unjudged) == ["a", "d", "c", "e", "f", "g"])
    let stake = contest.stake(of: NDCG(cutoff: 2))
    #expect(ids(stake.returned) == ["a", "d"])
    #expect(ids(stake.normalising) == ["c", "e", "f", "g"])
  }

  @Test(
    arguments: [PrecisionAtK(cutoff: 2), ReciprocalRank(cutoff: 2), SuccessAtK(cutoff: 2)] as [any Measure])
  func nothingBelowTheCutMattersToAMeasureWithoutAnIdeal(measure: any Measure) {
    let stake = contest.stake(of: measure)
    #expect(ids(stake.returned) == ["a", "d"] && stake.normalising.isEmpty)
    let alone = Contest(
      left: Array(contest.left.prefix(2)), right: Array(contest.right.prefix(2)), grades: contest.grades,
      possible: contest.possible)
    #expect(contest.interval(of: measure) == alone.interval(of: measure))
    for impact in contest.impacts(on: measure) where !["a", "d"].contains(impact.item.text) {
      #expect(impact.swing == 0)
    }
  }

  /// What neither ranking returned changes how much a query is won by, never who wins it.
  @Test func whatOnlyNormalisesNeverChangesWhoWinsAQuery() {
    let judged = Dictionary(uniqueKeysWithValues: ["a", "b", "c", "d", "e"].map { (DocumentID($0), 1) })
    let graded = judged.merging([DocumentID("a"): 3, DocumentID("d"): 0]) { $1 }
    let contest = Contest(
      left: contest.left, right: contest.right, grades: graded, possible: 0...3,
      others: ["f", "g", "h"].map(DocumentID.init))
    for measure in [NDCG(cutoff: 3), RecallAtK(cutoff: 2)] as [any Measure] {
      let interval = contest.interval(of: measure)
      #expect(
        contest.stake(of: measure).returned.isEmpty && contest.stake(of: measure).normalising.count == 3)
      #expect(interval.verdict != .open)
      #expect(measure.cutoff == 2 || interval.best > interval.worst, "but it changes by how much")
    }
  }

  /// Two queries won by different rankings: who wins their mean may depend on grades of what neither returned.
  @Test func whatOnlyNormalisesCanChangeWhoWinsTheMean() {
    func contest(_ left: String, _ right: String, grades: [String: Int], others: [String]) -> Contest {
      Contest(
        left: [DocumentID(left)], right: [DocumentID(right)],
        grades: Dictionary(uniqueKeysWithValues: grades.map { (DocumentID($0), $1) }), possible: 0...3,
        others: others.map(DocumentID.init))
    }
    let certain = contest("a", "b", grades: ["a": 0, "b": 2, "c": 3], others: [])
    let uncertain = contest("a", "b", grades: ["a": 1, "b": 0], others: ["d"])
    let point = StoppingPoint([certain, uncertain], measure: NDCG(cutoff: 1))
    #expect(point.unjudged == 0 && point.normalising == 1)
    #expect(!point.isReached && point.interval.worst < 0 && point.interval.best > 0)
    let blind = contest("a", "b", grades: ["a": 1, "b": 0], others: [])
    #expect(StoppingPoint([certain, blind], measure: NDCG(cutoff: 1)).isReached)
  }

  @Test func impactsOfWhatHasNoRankAreAlikeAndRight() {
    let measure = NDCG(cutoff: 2)
    for impact in contest.impacts(on: measure) {
      let differences = contest.possible.map { contest.difference(measure, assigning: [impact.item: $0]) }
      let swing = (differences.max() ?? 0) - (differences.min() ?? 0)
      #expect(abs(impact.swing - swing) < 1e-12, "\(impact.item.text)")
    }
  }
}
