import Relevance
import Testing

@Suite struct PoolTests {
  private func documents(_ names: String) -> [DocumentID] { names.map { DocumentID(String($0)) } }

  @Test func unitesTheTopsAndSaysWhoFoundWhat() {
    let pool = Pool(of: [documents("abcx"), documents("bdax")], depth: 3)
    #expect(pool.items.map(\.item) == documents("abdc"))
    #expect(pool.items.map(\.ranks) == [[1, 3], [2, 1], [nil, 2], [3, nil]])
    #expect(pool.items.map(\.finders) == [[0, 1], [0, 1], [1], [0]])
    #expect(pool.items.map(\.bestRank) == [1, 1, 2, 3])
  }

  @Test func hasNothingWithoutDepthOrRankings() {
    #expect(Pool(of: [documents("ab")], depth: 0).items.isEmpty)
    #expect(Pool(of: [documents("ab")], depth: -1).items.isEmpty)
    #expect(Pool(of: [], depth: 10).items.isEmpty)
    #expect(Pool(of: [[], []], depth: 10).items.isEmpty)
  }

  @Test func leavesOutWhatIsJudgedEvenAsNotRelevant() {
    let pool = Pool(of: [documents("abc")], depth: 3)
    #expect(pool.unjudged(by: [DocumentID("b"): 0]).map(\.item) == documents("ac"))
  }

  @Test func disagreesMostAboutWhatOneHasFirstAndTheOtherNotAtAll() {
    let pool = Pool(of: [documents("abc"), documents("cbd")], depth: 3)
    let disagreements = Dictionary(uniqueKeysWithValues: pool.items.map { ($0.item.text, $0.disagreement) })
    #expect(disagreements == ["a": 1, "b": 0, "c": 0.5, "d": 0.5])
  }
}
