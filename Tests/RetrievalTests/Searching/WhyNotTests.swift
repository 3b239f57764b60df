import Retrieval
import Testing

@Suite struct WhyNotTests {
  private static let items = 45
  private static let catalogue = RandomCatalogue(seed: 11, items: items)

  private static func plans(depth: Int) -> [SearchPlan] {
    RandomCatalogue.plans(depth: depth)
      + RandomCatalogue.plans(depth: depth).map { plan in
        var after = plan
        after.filtering = .after(oversampling: 2)
        return after
      }
  }

  /// Everything that is told about an item is what the full ranking and the lanes' own rankings say.
  @Test(arguments: plans(depth: 4))
  func agreesWithTheFullRanking(plan: SearchPlan) {
    let searcher = Self.catalogue.searcher
    for eligible in Self.catalogue.filters.prefix(2) {
      for query in Self.catalogue.queries.prefix(4).map({ RandomCatalogue.query($0, among: eligible) }) {
        var deep = plan
        deep.depth = Self.items
        deep.filtering = .during
        let rankings = [nil, eligible].map {
          searcher.search(deep, query: RandomCatalogue.query(query, among: $0))
        }
        let answer = searcher.search(plan, query: query).items.map(\.ordinal)
        for ordinal in stride(from: 0, to: UInt32(Self.items), by: 2) {
          let standing = searcher.whyNot(ordinal: ordinal, plan: plan, query: query)
          let isEligible = eligible?.contains(ordinal) ?? true
          #expect(
            (standing.verdict == .listed) == answer.contains(ordinal), "\(plan), \(query.text), \(ordinal)")
          #expect((standing.verdict == .filtered) == !isEligible)
          let all = rankings[isEligible && plan.filtering == .during ? 1 : 0]
          let place = all.items.first { $0.ordinal == ordinal }
          #expect(standing.score == place?.score)
          #expect(standing.matched == all.matched)
          // Beyond the answer of a single lane equal scores share their rank.
          #expect(standing.rank.map { $0 <= place?.rank ?? 0 } ?? (place == nil))
          if let rank = standing.rank { #expect(all.items[rank - 1].score == place?.score) }
          for lane in standing.lanes {
            let part = place?.parts.first { $0.name == lane.lane.rawValue }
            #expect(lane.contribution == part?.value)
            #expect((lane.score == nil) == (lane.absence != nil))
            // A coarse stage leaves out items that have a score.
            let isShortlisted = lane.lane == .lexical || plan.dense?.coarse == nil
            #expect((lane.score == nil) == (lane.rank == nil) || !isShortlisted)
            if let part { #expect(lane.score == part.raw && lane.rank == part.laneRank) }
          }
          if standing.verdict == .outranked, let gap = standing.gap { #expect(gap >= 0) }
        }
      }
    }
  }

  /// Without filters the item to be beaten is the last of the answer.
  @Test(arguments: RandomCatalogue.plans(depth: 4))
  func theBarIsTheLastItem(plan: SearchPlan) {
    for query in Self.catalogue.queries {
      let answer = Self.catalogue.searcher.search(plan, query: query).items
      let standing = Self.catalogue.searcher.whyNot(ordinal: 44, plan: plan, query: query)
      #expect(standing.last?.ordinal == (answer.count == 4 ? answer.last?.ordinal : nil))
      #expect(standing.last?.score == (answer.count == 4 ? answer.last?.score : nil))
    }
  }

  /// With one lane the need is the score of the item to be beaten, or the next above where the ordinal loses the tie.
  @Test func aLaneAloneNeedsTheLastScore() throws {
    let plan = SearchPlan(dense: DenseLane(dimensions: 32), lexical: nil, depth: 5)
    let query = Self.catalogue.queries[0]
    let searcher = Self.catalogue.searcher
    for ordinal in 0..<UInt32(Self.items) {
      let standing = searcher.whyNot(ordinal: ordinal, plan: plan, query: query)
      guard standing.verdict != .listed else { continue }
      let last = try #require(standing.last)
      guard case .score(let needed) = standing.lanes[0].need else {
        Issue.record("\(standing)")
        continue
      }
      #expect(Float(needed) == (ordinal < last.ordinal ? Float(last.score) : Float(last.score).nextUp))
    }
  }

  /// The rank that is told is enough, and the next worse is not.
  @Test(arguments: [0, 10, 60], [FusionDepth.all, .top(20)])
  func reciprocalRanksAreSharp(k: Int, depth: FusionDepth) throws {
    let plan = SearchPlan(
      dense: DenseLane(dimensions: 32), lexical: LexicalLane(), fusion: .reciprocalRank(k: k),
      fusionDepth: depth, depth: 4)
    let query = Self.catalogue.queries[0]
    var told = 0
    for ordinal in 0..<UInt32(Self.items) {
      let standing = Self.catalogue.searcher.whyNot(ordinal: ordinal, plan: plan, query: query)
      guard let last = standing.last, standing.verdict != .listed else { continue }
      for (lane, other) in zip(standing.lanes, standing.lanes.reversed()) {
        func total(_ rank: Int) -> Double { (other.contribution ?? 0) + 1 / Double(k + rank) }
        func isEnough(_ rank: Int) -> Bool {
          let score = Float(total(rank))
          return score > Float(last.score) || score == Float(last.score) && ordinal < last.ordinal
        }
        switch lane.need {
        case .rank(let rank):
          told += 1
          #expect(isEnough(rank))
          #expect(!isEnough(rank + 1) || rank >= lane.listed - 1, "\(ordinal), \(lane)")
        case .unreachable(let best):
          #expect(!isEnough(1) && best == total(1))
        case .anyScore: #expect(isEnough(lane.matched + 1))
        case .score, nil: Issue.record("\(lane)")
        }
      }
    }
    #expect(told > 0)
  }

  /// The score that is told is enough on the scale of the list, and a little less is not.
  @Test(arguments: [Fusion.weighted(lexicalShare: 0.5), .combSUM()])
  func scoresAreSharp(fusion: Fusion) throws {
    let plan = SearchPlan(
      dense: DenseLane(dimensions: 32), lexical: LexicalLane(), fusion: fusion, fusionDepth: .all, depth: 4)
    let query = Self.catalogue.queries[0]
    let searcher = Self.catalogue.searcher
    let weight = fusion == .combSUM() ? 1 : 0.5
    let words = SearchPlan(dense: nil, lexical: LexicalLane(), depth: 1)
    let high = try #require(searcher.search(words, query: query).items.first).parts[0].value
    var told = 0
    for ordinal in 0..<UInt32(Self.items) {
      let standing = searcher.whyNot(ordinal: ordinal, plan: plan, query: query)
      guard let last = standing.last, standing.verdict != .listed else { continue }
      func total(_ score: Double) -> Double {
        (standing.lanes[0].contribution ?? 0) + weight * score / high
      }
      switch standing.lanes[1].need {
      case .score(let score):
        told += 1
        #expect(total(score * 1.000_001) >= last.score - 1e-7)
        #expect(total(score * 0.999) < last.score)
      case .unreachable(let best): #expect(best <= last.score && abs(best - total(high)) < 1e-9)
      case .anyScore: #expect(total(0) >= last.score)
      case .rank, nil: Issue.record("\(standing)")
      }
    }
    #expect(told > 0)
  }

  @Test func absencesAreTold() {
    let searcher = SmallCatalogue().searcher
    let plan = SmallCatalogue.plans()[2]
    func absences(_ ordinal: UInt32, _ text: String, _ vector: [Float]?) -> [LaneStanding.Absence?] {
      searcher.whyNot(ordinal: ordinal, plan: plan, query: SearchQuery(text: text, vector: vector))
        .lanes.map(\.absence)
    }
    #expect(absences(5, "mug", [1, 0, 0, 0]) == [.noItemVector, .noItemTerm])
    #expect(absences(0, "xylophone", nil) == [.noQueryVector, .noQueryTerm])
    #expect(absences(0, "mug", [1, 0, 0, 0]) == [nil, nil])
    let bare = Searcher(dense: nil, lexical: nil, count: 1)
    let standing = bare.whyNot(ordinal: 0, plan: plan, query: SearchQuery(text: "mug", vector: [1, 0, 0, 0]))
    #expect(standing.verdict == .unscored && standing.lanes.map(\.absence) == [.noIndex, .noIndex])
  }

  @Test func theFusionDepthLeavesOut() {
    let plan = SearchPlan(
      dense: DenseLane(dimensions: 32), lexical: LexicalLane(), fusionDepth: .top(3), depth: 45)
    let query = Self.catalogue.queries[0]
    let verdicts = (0..<45).map {
      Self.catalogue.searcher.whyNot(ordinal: $0, plan: plan, query: query).verdict
    }
    #expect(verdicts.contains(.beyondLists) && verdicts.contains(.listed) && !verdicts.contains(.outranked))
  }

  @Test func theCoarseStageLeavesOut() {
    let coarse = CoarseStage(dimensions: 8, precision: .binary, shortlist: 5)
    let plan = SearchPlan(dense: DenseLane(dimensions: 32, coarse: coarse), lexical: nil, depth: 3)
    let query = Self.catalogue.queries[0]
    let findings = (0..<45).map { Self.catalogue.searcher.whyNot(ordinal: $0, plan: plan, query: query) }
    let left = findings.filter { $0.verdict == .notShortlisted }
    #expect(
      !left.isEmpty
        && left.allSatisfy { $0.lanes[0].score != nil && $0.lanes[0].rank == nil && $0.rank == nil })
    #expect(findings.count { $0.verdict == .listed } == 3 && findings.count { $0.verdict == .outranked } == 2)
  }
}
