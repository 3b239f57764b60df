import Relevance
import Testing

@Suite struct BlindOrderTests {
  private let items = (0..<40).map { DocumentID("item-\($0)") }

  /// A recorded order: another one would shuffle every queue in use anew.
  @Test func isTheSameForever() {
    let order = BlindOrder(assessor: "ada", queryID: "q1")
    let sorted = order.sorted(["a", "b", "c", "d", "é", "a b", ""].map(DocumentID.init)).map(\.text)
    #expect(sorted == ["b", "c", "a b", "a", "", "é", "d"])
  }

  @Test func dependsOnAssessorAndQueryButNotOnTheOrderBefore() {
    let order = BlindOrder(assessor: "ada", queryID: "q1").sorted(items)
    #expect(BlindOrder(assessor: "ada", queryID: "q1").sorted(items.reversed()) == order)
    #expect(BlindOrder(assessor: "bob", queryID: "q1").sorted(items) != order)
    #expect(BlindOrder(assessor: "ada", queryID: "q2").sorted(items) != order)
    // Where one name ends and the next begins counts, too.
    #expect(BlindOrder(assessor: "adaq", queryID: "1").sorted(items) != order)
  }

  @Test func doesNotMoveItemsWhenOthersComeOrGo() {
    let order = BlindOrder(assessor: "ada", queryID: "q1")
    let few = items.filter { $0.text.count == 6 }
    #expect(order.sorted(items).filter { few.contains($0) } == order.sorted(few))
  }

  /// Over many queries, every item comes first about equally often: χ² over 40 items stays below the 99.99 % point.
  @Test func putsEveryItemFirstEquallyOften() {
    var firsts: [DocumentID: Int] = [:]
    for query in 0..<4000 {
      let first = items.min { left, right in
        let sorted = BlindOrder(assessor: "ada", queryID: QueryID("\(query)")).sorted([left, right])
        return sorted[0] == left
      }
      if let first { firsts[first, default: 0] += 1 }
    }
    let expected = 4000.0 / 40
    let chiSquare = items.reduce(0.0) { sum, item in
      let deviation = Double(firsts[item] ?? 0) - expected
      return sum + deviation * deviation / expected
    }
    #expect(chiSquare < 80)
  }
}
