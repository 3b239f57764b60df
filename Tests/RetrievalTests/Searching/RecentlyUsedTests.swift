import Testing

@testable import Retrieval

@Suite struct RecentlyUsedTests {
  @Test func whatWasNotAskedForTheLongestGoesFirst() {
    let store = RecentlyUsed<Int, String>(capacity: 2)
    for key in [1, 2, 1, 3] { _ = store.value(for: key) { "\(key)" } }
    #expect(store.values == ["3", "1"])
    #expect(store.contains(1) && !store.contains(2))
  }

  @Test func whatIsKeptAnswersOnlyWhereItWillDo() {
    let store = RecentlyUsed<Int, [Int]>(capacity: 2)
    func first(_ count: Int) -> (answer: [Int], isComputed: Bool) {
      var isComputed = false
      let answer = store.value(
        for: 0, ifKept: { $0.count >= count }, keepsIf: { $0.count <= 5 }
      ) {
        isComputed = true
        return Array(0..<count)
      }
      return (answer, isComputed)
    }
    #expect(first(3) == ([0, 1, 2], true))
    #expect(first(2) == ([0, 1, 2], false), "the longer one answers")
    #expect(first(5).isComputed && first(4) == (Array(0..<5), false), "the longest takes the other's place")
    #expect(first(9).isComputed && first(9).isComputed, "what is not worth keeping is computed each time")
    #expect(store.values == [Array(0..<5)])
  }
}
