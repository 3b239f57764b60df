import Testing

@testable import Retrieval

@Suite("Lane lists")
struct LaneListTests {
  @Test("Equal scores share the best of their ranks")
  func competitionRanks() {
    let list = LaneList(
      [(4, 0.9), (1, 0.5), (2, 0.5), (7, 0.1)], matched: 9, exactness: .scanned)
    #expect(list.entries.map(\.rank) == [1, 2, 2, 4])
    #expect(list.entries.map(\.ordinal) == [4, 1, 2, 7])
  }

  @Test("What is known of two lists is the weaker of both")
  func combined() {
    #expect(Exactness.scanned.combined(with: .proven(shortlist: 400)) == .proven(shortlist: 400))
    #expect(
      Exactness.proven(shortlist: 100).combined(with: .proven(shortlist: 400)) == .proven(shortlist: 400))
    #expect(!Exactness.proven(shortlist: 1).combined(with: .approximate("coarse 64")).isExact)
    #expect(Exactness.scanned.isExact)
  }
}
