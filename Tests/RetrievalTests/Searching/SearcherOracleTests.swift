import Retrieval
import TestSupport
import Testing

@Suite struct SearcherOracleTests {
  private static let items = 45
  private static let catalogue = RandomCatalogue(seed: 11, items: items)

  @Test(arguments: RandomCatalogue.plans(depth: items))
  func answersEqualTheDefinition(plan: SearchPlan) {
    let catalogue = Self.catalogue
    for query in catalogue.queries where !query.text.isEmpty {
      let oracle = oracle(plan, query: query)
      let names = Set(query.text == "id-3" ? [3, 23, 43] : [])
      let outcome = catalogue.searcher.search(plan, query: query)
      for item in outcome.items {
        let ordinal = Int(item.ordinal)
        let named = item.parts.first { $0.name == "identifier" }?.value ?? 0
        #expect((named > 0) == names.contains(ordinal))
        let expected = (oracle.score(of: ordinal) ?? 0) + named
        #expect(abs(item.score - expected) <= 1e-6 * max(1, expected), "\(query.text), \(plan)")
      }
      let scored = (0..<Self.items).filter { oracle.score(of: $0) != nil || names.contains($0) }
      #expect(outcome.items.map { Int($0.ordinal) }.sorted() == scored)
      #expect(outcome.matched == scored.count)
      #expect(outcome.items.map(\.rank) == Array(1...max(1, scored.count)).prefix(scored.count).map(\.self))
      for (item, next) in zip(outcome.items, outcome.items.dropFirst()) {
        #expect((-item.score, item.ordinal) < (-next.score, next.ordinal))
      }
      #expect(Set(outcome.items.prefix(names.count).map { Int($0.ordinal) }) == names || names.isEmpty)
    }
  }

  @Test(arguments: RandomCatalogue.plans(depth: items))
  func explanationsSumToTheScore(plan: SearchPlan) {
    let searcher = Self.catalogue.searcher
    for query in Self.catalogue.queries where !query.text.isEmpty {
      let outcome = searcher.search(plan, query: query)
      for item in outcome.items {
        let explanation = searcher.explain(ordinal: item.ordinal, plan: plan, query: query)
        #expect(explanation.value == item.score)
        #expect(explanation.label.contains("rank \(item.rank) of \(outcome.matched)"))
        #expect(explanation.details.count == item.parts.count)
        expectSums(explanation)
        for (detail, part) in zip(explanation.details, item.parts) {
          #expect(detail.label.hasPrefix(part.name))
          #expect(abs(detail.value - part.value) <= 1e-12 * max(1, abs(part.value)))
          guard let raw = part.raw, let rank = part.laneRank else { continue }
          let lane = detail.combines == .sum ? detail : detail.details.last
          #expect(lane.map { abs($0.value - raw) <= 1e-12 * max(1, abs(raw)) } == true)
          #expect(lane?.label.contains("rank \(rank) of ") == true)
        }
      }
    }
  }

  @Test(arguments: RandomCatalogue.plans(depth: 3))
  func placesReachBeyondTheDepth(plan: SearchPlan) {
    let searcher = Self.catalogue.searcher
    var deep = plan
    deep.depth = Self.items
    for query in Self.catalogue.queries where !query.text.isEmpty {
      let all = searcher.search(deep, query: query).items
      #expect(searcher.search(plan, query: query).items == Array(all.prefix(3)))
      for item in all {
        #expect(searcher.place(of: item.ordinal, plan: plan, query: query) == item)
      }
      for ordinal in 0..<UInt32(Self.items) where !all.contains(where: { $0.ordinal == ordinal }) {
        #expect(searcher.place(of: ordinal, plan: plan, query: query) == nil)
        let explanation = searcher.explain(ordinal: ordinal, plan: plan, query: query)
        #expect(explanation.value == 0 && explanation.label.hasPrefix("score: none"))
      }
    }
  }

  /// Equal items change places with their ordinals, and nothing else changes.
  @Test func scoresDoNotDependOnTheOrderOfItems() {
    var generator = SeededGenerator(seed: 2)
    let order = Array(0..<Self.items).shuffled(using: &generator)
    let shuffled = RandomCatalogue(seed: 11, order: order)
    for plan in RandomCatalogue.plans(depth: Self.items) {
      for query in shuffled.queries where !query.text.isEmpty {
        let expected = Self.catalogue.searcher.search(plan, query: query)
        let found = shuffled.searcher.search(plan, query: query)
        #expect(found.items.map(\.score) == expected.items.map(\.score))
        let scores = Dictionary(uniqueKeysWithValues: expected.items.map { (Int($0.ordinal), $0.score) })
        for item in found.items { #expect(scores[order[Int(item.ordinal)]] == item.score) }
      }
    }
  }

  private func oracle(_ plan: SearchPlan, query: SearchQuery) -> FusionOracle {
    let catalogue = Self.catalogue
    func values(_ scores: LaneScores?) -> [Double?] {
      (0..<Self.items).map { scores?[UInt32($0)] }
    }
    return FusionOracle(
      dense: values(plan.dense.map { catalogue.dense.scores(of: query.vector ?? [], lane: $0) }),
      lexical: values(
        plan.lexical.map {
          catalogue.lexical.scores(
            of: catalogue.lexical.query(query.text, isTyping: query.isTyping), lane: $0)
        }), fusion: plan.fusion)
  }
}
