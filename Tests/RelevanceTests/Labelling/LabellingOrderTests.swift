import Relevance
import Testing

@Suite struct LabellingOrderTests {
  private let left = ["a", "b", "c", "d"].map(DocumentID.init)
  private let right = ["b", "e", "c", "a"].map(DocumentID.init)

  private func order(
    _ order: LabellingOrder, _ rankings: [[DocumentID]]? = nil, grades: [DocumentID: Int] = [:]
  ) -> String {
    order.items(
      of: rankings ?? [left, right], depth: 4, grades: grades, measure: NDCG(cutoff: 3), possible: 0...3,
      blind: BlindOrder(assessor: "ada", queryID: "q1")
    ).map(\.item.text).joined()
  }

  @Test func ordersTheSameItemsInFourWays() {
    #expect(order(.pool) == "abecd")
    // e: 0 and 1/log2(3); a: 1 and 1/log2(5); d: 1/log2(5) and 0; b: 1 and 1/log2(3); c: none.
    #expect(order(.disagreement) == "eadbc")
    #expect(Set(order(.random)) == Set("abcde"))
    #expect(order(.random) == order(.random, [right, left]), "who ranked how must not show")
  }

  /// Nothing judged: an item alone being relevant makes the difference of its two scores, and a is in the top three
  /// of one ranking only.
  @Test func putsFirstWhatChangesTheDifferenceMost() {
    #expect(order(.impact) == "aebcd")
    // With a judged, the swing of e (missing on the left) is the largest.
    #expect(order(.impact, grades: [DocumentID("a"): 3]).first == "e")
  }

  @Test func leavesOutWhatIsJudged() {
    for each in LabellingOrder.allCases {
      #expect(!order(each, grades: [DocumentID("b"): 0]).contains("b"))
      #expect(order(each, []) == "")
      #expect(Set(order(each, [left])) == Set("abcd"))
    }
  }
}
