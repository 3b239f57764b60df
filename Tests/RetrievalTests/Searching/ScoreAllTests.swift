import Embeddings
import Relevance
import Retrieval
import TestSupport
import Testing

@Suite struct ScoreAllTests {
  private static let items = 45
  private static let catalogue = RandomCatalogue(seed: 23, items: items)

  @Test(arguments: RandomCatalogue.plans(depth: items))
  func isTheWholeRanking(plan: SearchPlan) {
    for eligible in Self.catalogue.filters {
      for query in Self.catalogue.queries.map({ RandomCatalogue.query($0, among: eligible) }) {
        let outcome = Self.catalogue.searcher.search(plan, query: query)
        let all = Self.catalogue.searcher.scoreAll(plan, query: query)
        let context = "\(query.text), \(plan), \(eligible?.count ?? -1) eligible"
        #expect(Array(all.ordinals.prefix(all.scores.count)) == outcome.items.map(\.ordinal), "\(context)")
        #expect(all.scores.map(Double.init) == outcome.items.map(\.score), "\(context)")
        #expect(Set(all.ordinals).count == eligible?.count ?? Self.items, "\(context)")
        #expect(all.ordinals.allSatisfy { eligible?.contains($0) ?? true }, "\(context)")
        let rest = all.ordinals.dropFirst(all.scores.count)
        #expect(Array(rest) == rest.sorted(), "\(context)")
        let names = query.named.filter { eligible?.contains($0) ?? true }
        #expect(Set(all.ordinals.prefix(all.named)) == Set(names), "\(context)")
      }
    }
  }

  @Test func bytesAnswerFirstAndSaySo() {
    let plan = SearchPlan(dense: DenseLane(dimensions: 32), lexical: nil, depth: 1)
    let query = Self.catalogue.queries[0]
    let quick = Self.catalogue.searcher.scoreAll(plan, query: query, isQuick: true)
    let certain = Self.catalogue.searcher.scoreAll(plan, query: query)
    #expect(!quick.exactness.isExact && certain.exactness.isExact)
    #expect(quick.scores.count == certain.scores.count)
    #expect(zip(quick.scores, certain.scores).allSatisfy { abs($0 - $1) < 0.05 })
  }

  @Test func saysWhatIsCounted() {
    let searcher = Self.catalogue.searcher
    let query = Self.catalogue.queries[0]
    func basis(_ plan: SearchPlan, _ query: SearchQuery) -> ScoreBasis {
      searcher.scoreAll(plan, query: query).basis
    }
    let dense = DenseLane(dimensions: 32)
    let coarse = DenseLane(
      dimensions: 32, coarse: CoarseStage(dimensions: 8, precision: .int8, shortlist: 20))
    #expect(basis(SearchPlan(dense: dense, lexical: nil, depth: 1), query) == .lane(.dense))
    #expect(basis(SearchPlan(dense: coarse, lexical: nil, depth: 1), query) == .shortlist(20))
    #expect(basis(SearchPlan(dense: nil, lexical: LexicalLane(), depth: 1), query) == .lane(.lexical))
    let both = SearchPlan(dense: dense, lexical: LexicalLane(), fusionDepth: .top(10), depth: 1)
    #expect(basis(both, query) == .fused(.top(10)))
    #expect(
      basis(both, SearchQuery(text: query.text, vector: nil)) == .lane(.lexical), "one lane answers alone")
    #expect(basis(both, SearchQuery(text: " ", vector: nil)) == .nothing)
  }

  @Test func aThresholdIsABinarySearch() {
    var random = SeededGenerator(seed: 5)
    for length in [0, 1, 2, 7, 64, 301] {
      let scores = (0..<length).map { _ in Float(Int.random(in: -6...6, using: &random)) / 4 }.sorted(by: >)
      let all = ScoredItems(
        ordinals: (0..<UInt32(length + 3)).map(\.self), scores: scores, basis: .lane(.dense),
        exactness: .scanned)
      #expect(all.unscored == 3)
      for step in -30...30 {
        let threshold = Float(step) / 16
        #expect(all.count(atLeast: threshold) == scores.count { $0 >= threshold })
      }
      for cut in 0...length {
        let (before, after) = all.cuts(around: cut)
        let isBorder = { (place: Int) in
          place == 0 || place == length || scores[place - 1] != scores[place]
        }
        #expect(before == (0...cut).last(where: isBorder) && after == (cut...length).first(where: isBorder))
        #expect(all.count(atLeast: all.threshold(at: before)) == before)
        #expect(all.count(atLeast: all.threshold(at: after)) == after)
      }
    }
  }

  @Test func theWidestGapsComeFirst() {
    let all = ScoredItems(
      ordinals: [4, 0, 1, 2, 3, 5], scores: [10.9, 0.9, 0.8, 0.3, 0.3, 0.1], named: 1, basis: .lane(.dense),
      exactness: .scanned)
    #expect(all.widestGaps(2) == [3, 5])
    #expect(all.widestGaps(9) == [3, 5, 2], "equal scores have no gap between them")
    #expect(all.range == 0.1...0.9)
    let none = ScoredItems(ordinals: [0], scores: [], basis: .nothing, exactness: .scanned)
    #expect(none.widestGaps(3).isEmpty && none.range == nil)
  }
}
