import Retrieval

/// A search written down as its definition says, item by item, from the lanes' scores of everything.
struct SearchOracle {
  /// The lanes' scores by item; `nil` where there is none, or a filter leaves the item out.
  private let dense: [Double?]
  private let lexical: [Double?]
  /// The same of the items whose place in the lane is within the fusion depth.
  private let listedDense: [Double?]
  private let listedLexical: [Double?]
  private let plan: SearchPlan
  private let named: Set<Int>

  init(_ catalogue: RandomCatalogue, plan: SearchPlan, query: SearchQuery) {
    let items = 0..<catalogue.searcher.count
    func eligible(_ item: Int) -> Bool { query.eligible?.contains(UInt32(item)) ?? true }
    func cosines(_ lane: DenseLane) -> [Double?] {
      let scores = catalogue.dense.scores(of: query.vector ?? [], lane: lane)
      return items.map { eligible($0) ? scores[UInt32($0)] : nil }
    }
    let words = catalogue.lexical.query(query.text, isTyping: query.isTyping)
    let matches = plan.lexical.map { catalogue.lexical.scores(of: words, lane: $0) }
    dense =
      plan.dense.map { lane in
        guard let coarse = lane.coarse else { return cosines(lane) }
        var (first, second) = (lane, lane)
        (first.dimensions, first.precision, first.coarse) = (coarse.dimensions, coarse.precision, nil)
        second.coarse = nil
        let shortlist = Self.listed(cosines(first), .top(coarse.shortlist))
        return zip(shortlist, cosines(second)).map { $0 == nil ? nil : $1 }
      } ?? items.map { _ in nil }
    lexical = items.map { eligible($0) ? matches?[UInt32($0)] : nil }
    named = Set(query.named.map(Int.init).filter(eligible))
    self.plan = plan
    listedDense = Self.listed(dense, plan.fusionDepth)
    listedLexical = Self.listed(lexical, plan.fusionDepth)
  }

  /// The items with their scores, best first; the bonus of named ones is left out of the score, not of the order.
  var ranking: [(item: Int, score: Double)] {
    let scored = dense.indices.compactMap { item in
      let score = self.score(of: item) ?? (named.contains(item) ? 0 : nil)
      return score.map { (item: item, score: $0) }
    }
    return scored.sorted { left, right in
      if named.contains(left.item) != named.contains(right.item) { return named.contains(left.item) }
      let (first, second) = (Float(left.score), Float(right.score))
      return first == second ? left.item < right.item : first > second
    }
  }

  func score(of item: Int) -> Double? {
    if dense.allSatisfy({ $0 == nil }) { return lexical[item] }
    if lexical.allSatisfy({ $0 == nil }) { return dense[item] }
    let (first, second) = (listedDense, listedLexical)
    if first[item] == nil && second[item] == nil { return nil }
    let lists = (first[item] == nil ? 0 : 1) + (second[item] == nil ? 0 : 1)
    return switch plan.fusion {
    case .reciprocalRank(let k): inverse(item, in: first, k: k) + inverse(item, in: second, k: k)
    case .weighted(let share, let rule):
      (1 - share) * scaled(item, in: first, rule, fromZero: false)
        + share * scaled(item, in: second, rule, fromZero: true)
    case .combSUM(let rule):
      scaled(item, in: first, rule, fromZero: false) + scaled(item, in: second, rule, fromZero: true)
    case .combMNZ(let rule):
      Double(lists)
        * (scaled(item, in: first, rule, fromZero: false) + scaled(item, in: second, rule, fromZero: true))
    }
  }

  private static func listed(_ scores: [Double?], _ depth: FusionDepth) -> [Double?] {
    scores.enumerated().map { item, score in
      guard let score else { return nil }
      let better = scores.enumerated().count { other, rival in
        guard let rival else { return false }
        return Float(rival) > Float(score) || Float(rival) == Float(score) && other < item
      }
      return better < depth.limit(count: scores.count) ? score : nil
    }
  }

  private func inverse(_ item: Int, in list: [Double?], k: Int) -> Double {
    guard let score = list[item] else { return 0 }
    let better = list.count { $0.map { Float($0) > Float(score) } ?? false }
    return 1 / Double(k + better + 1)
  }

  private func scaled(_ item: Int, in list: [Double?], _ rule: Normalisation, fromZero: Bool) -> Double {
    guard let score = list[item] else { return 0 }
    let scores = list.compactMap(\.self)
    let isConstant = scores.allSatisfy { $0 == scores[0] }
    let mean = scores.reduce(0, +) / Double(scores.count)
    let sigma = (scores.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(scores.count)).squareRoot()
    switch rule {
    case .minMax:
      let (low, high) = (fromZero ? 0.0 : -1.0, scores.max() ?? 0)
      return low == high ? 0 : (score - low) / (high - low)
    case .zScore: return isConstant ? 0 : (score - mean) / sigma
    case .dbsf: return isConstant ? 0.5 : min(1, max(0, (score - mean + 3 * sigma) / (6 * sigma)))
    }
  }
}
