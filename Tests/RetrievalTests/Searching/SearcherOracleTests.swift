import Retrieval
import TestSupport
import Testing

@Suite struct SearcherOracleTests {
  private static let items = 45
  private static let catalogue = RandomCatalogue(seed: 11, items: items)

  @Test(arguments: RandomCatalogue.plans(depth: items))
  func answersEqualTheDefinition(plan: SearchPlan) {
    for eligible in Self.catalogue.filters {
      for query in Self.catalogue.queries.map({ RandomCatalogue.query($0, among: eligible) }) {
        let expected = SearchOracle(Self.catalogue, plan: plan, query: query).ranking
        let outcome = Self.catalogue.searcher.search(plan, query: query)
        let context = "\(query.text), \(plan), \(eligible?.count ?? -1) eligible"
        #expect(isSameOrder(outcome.items, expected), "\(context)")
        #expect(outcome.matched == expected.count, "\(context)")
        #expect(outcome.items.map(\.rank) == Array(0..<expected.count).map { $0 + 1 })
        for (item, next) in zip(outcome.items, outcome.items.dropFirst()) {
          #expect((-item.score, item.ordinal) < (-next.score, next.ordinal), "\(context)")
        }
      }
    }
  }

  /// Whether the same items have the same scores, in an order that differs at most between scores that are the same
  /// but for rounding; the scores of named items have their bonus on top.
  private func isSameOrder(_ items: [RankedItem], _ expected: [(item: Int, score: Double)]) -> Bool {
    guard items.count == expected.count else { return false }
    let scores = Dictionary(uniqueKeysWithValues: expected.map { ($0.item, $0.score) })
    return zip(items, expected).allSatisfy { found, place in
      let bonus = found.parts.first { $0.name == "identifier" }?.value ?? 0
      guard let score = scores[Int(found.ordinal)] else { return false }
      let tolerance = 1e-6 * max(1, abs(found.score))
      return abs(found.score - bonus - score) <= tolerance && abs(place.score - score) <= tolerance
    }
  }

  @Test(arguments: RandomCatalogue.plans(depth: items))
  func explanationsSumToTheScore(plan: SearchPlan) {
    let searcher = Self.catalogue.searcher
    for query in Self.catalogue.queries {
      let outcome = searcher.search(plan, query: query)
      for item in outcome.items.prefix(8) {
        let explanation = searcher.explain(ordinal: item.ordinal, plan: plan, query: query)
        #expect(explanation.value == item.score)
        #expect(explanation.label.contains("rank \(item.rank) of \(outcome.matched)"))
        #expect(explanation.details.count == item.parts.count)
        expectSums(explanation)
        for (detail, part) in zip(explanation.details, item.parts) {
          #expect(detail.label.hasPrefix(part.name))
          #expect(abs(detail.value - part.value) <= 1e-12 * max(1, abs(part.value)))
          guard let raw = part.raw, let rank = part.laneRank else { continue }
          #expect(detail.label.contains("rank \(rank) of "))
          // One lane alone is its own detail; of fused ones the background has the lane's score.
          let lane =
            explanation.background.first { $0.label.hasPrefix(part.name) } ?? detail
          #expect(abs(lane.value - raw) <= 1e-12 * max(1, abs(raw)))
        }
      }
    }
  }

  @Test(arguments: RandomCatalogue.plans(depth: 3))
  func aShortAnswerIsTheBeginningOfALongOne(plan: SearchPlan) {
    let searcher = Self.catalogue.searcher
    var deep = plan
    deep.depth = Self.items
    for query in Self.catalogue.queries {
      let all = searcher.search(deep, query: query)
      let short = searcher.search(plan, query: query)
      #expect(short.items == Array(all.items.prefix(3)))
      #expect(short.matched == all.matched)
      let items = stride(from: 0, to: UInt32(Self.items), by: 5)
      for ordinal in items where !all.items.contains(where: { $0.ordinal == ordinal }) {
        let explanation = searcher.explain(ordinal: ordinal, plan: plan, query: query)
        #expect(explanation.value == 0 && explanation.label.hasPrefix("score: none"))
      }
    }
  }

  /// A list without items leaves the other lane's answer as it is, to the bit.
  @Test(arguments: RandomCatalogue.fusions)
  func anEmptyListDegradesToTheOtherLane(fusion: Fusion) {
    let searcher = Self.catalogue.searcher
    let (dense, lexical) = (DenseLane(dimensions: 16), LexicalLane())
    let hybrid = SearchPlan(
      dense: dense, lexical: lexical, fusion: fusion, fusionDepth: .top(5), depth: Self.items)
    let vector = Self.catalogue.queries[0].vector
    for named: [UInt32] in [[], [4, 40]] {
      let unknown = SearchQuery(text: "xylophone", vector: vector, named: named)
      let denseAlone = SearchPlan(dense: dense, lexical: nil, depth: Self.items)
      #expect(searcher.search(hybrid, query: unknown) == searcher.search(denseAlone, query: unknown))
      for missing in [nil, [Float](repeating: 0, count: 32)] {
        let words = SearchQuery(text: "a bad cab", vector: missing, named: named)
        let lexicalAlone = SearchPlan(dense: nil, lexical: lexical, depth: Self.items)
        #expect(searcher.search(hybrid, query: words) == searcher.search(lexicalAlone, query: words))
      }
    }
  }

  @Test(arguments: RandomCatalogue.plans(depth: 10).enumerated().map { ($1, 2 + $0 % 4) })
  func filteringAfterwardsCountsWhatItLoses(plan: SearchPlan, oversampling: Int) {
    var after = plan
    after.filtering = .after(oversampling: oversampling)
    var deep = plan
    deep.depth = plan.depth * oversampling
    let searcher = Self.catalogue.searcher
    for eligible in Self.catalogue.filters.compactMap(\.self) {
      for unfiltered in Self.catalogue.queries {
        let query = RandomCatalogue.query(unfiltered, among: eligible)
        let outcome = searcher.search(after, query: query)
        let kept = searcher.search(deep, query: unfiltered).items
          .filter { eligible.contains($0.ordinal) }.prefix(10)
        #expect(outcome.items.map(\.ordinal) == kept.map(\.ordinal))
        #expect(outcome.items.map(\.score) == kept.map(\.score))
        let truth = searcher.search(plan, query: query).items.map(\.ordinal)
        let lost = truth.filter { item in !kept.contains { $0.ordinal == item } }.count
        #expect(outcome.lost == lost)
        #expect(outcome.exactness == .approximate("filtered after ×\(oversampling), \(lost) lost"))
      }
      let all = Self.catalogue.queries[0]
      #expect(searcher.search(after, query: all) == searcher.search(plan, query: all), "nothing to filter")
    }
  }

  /// Equal items change places with their ordinals, and nothing else changes.
  @Test func scoresDoNotDependOnTheOrderOfItems() {
    var generator = SeededGenerator(seed: 2)
    let order = Array(0..<Self.items).shuffled(using: &generator)
    let shuffled = RandomCatalogue(seed: 11, order: order)
    // A list cut between equal scores keeps the items of lower ordinals, and centroids are learnt in catalogue order.
    let plans = RandomCatalogue.plans(depth: Self.items).filter {
      $0.fusionDepth.limit(count: 45) == 45 && $0.dense?.coarse == nil && $0.dense?.precision != .product
    }
    for plan in plans {
      for (query, same) in zip(shuffled.queries, Self.catalogue.queries) {
        let expected = Self.catalogue.searcher.search(plan, query: same)
        let found = shuffled.searcher.search(plan, query: query)
        #expect(isClose(found.items.map(\.score), expected.items.map(\.score)))
        let scores = Dictionary(uniqueKeysWithValues: expected.items.map { (Int($0.ordinal), $0.score) })
        for item in found.items {
          #expect(scores[order[Int(item.ordinal)]].map { isClose([item.score], [$0]) } == true)
        }
      }
    }
  }

  /// Equal but for the order in which a mean was summed up.
  private func isClose(_ left: [Double], _ right: [Double]) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { abs($0 - $1) <= 1e-6 * max(1, abs($0)) }
  }
}
