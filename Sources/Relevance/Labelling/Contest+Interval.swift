extension Contest {
  /// More assignments than this are not tried one by one.
  static let patience = 4096

  /// Between what the difference must lie, whatever grades the unjudged items get.
  ///
  /// Exact for measures that are weighted gains (nDCG, P, recall, RBP) or look at the first relevant document only
  /// (RR, success), and for every measure when few items are unjudged; otherwise a bound that may be wider than what
  /// grades can do, but never narrower. A measure about which nothing is known gets an endless one.
  package func interval(of measure: any Measure) -> DifferenceInterval {
    guard !unjudged.isEmpty else { return DifferenceInterval(certain: difference(measure)) }
    switch (measure as? any GradeDependent)?.dependence {
    case .weightedGains(let form): return GainAssignments(self, form).interval
    case .firstRelevant(let level): return intervalOfFirstRelevant(measure, level: level)
    case .rewardsOrder(let level):
      let contest = telling(apart: level)
      return contest.exhaustiveInterval(measure, patience: Self.patience) ?? contest.intervalOfOrder(measure)
    case nil:
      return exhaustiveInterval(measure, patience: Self.patience)
        ?? DifferenceInterval(worst: -.infinity, best: .infinity, isExact: false)
    }
  }

  /// The same contest with one possible grade for all those that a measure does not tell apart.
  private func telling(apart level: Int?) -> Contest {
    guard let level else { return self }
    let kinds = [possible.first { $0 < level }, possible.last { $0 >= level }].compactMap(\.self)
    return Contest(left: left, right: right, grades: grades, possible: kinds, others: unjudged)
  }

  /// The interval by trying every assignment; `nil` when there are more than `patience`.
  func exhaustiveInterval(_ measure: any Measure, patience: Int) -> DifferenceInterval? {
    var count = 1
    for _ in unjudged {
      count *= possible.count
      if count > patience { return nil }
    }
    return Self.span(
      (0..<count).lazy.map { number in
        var rest = number
        var assigned: [DocumentID: Int] = [:]
        for item in unjudged {
          assigned[item] = possible[rest % possible.count]
          rest /= possible.count
        }
        return difference(measure, assigning: assigned)
      }, isExact: true)
  }

  /// At most one unjudged item needs to be relevant at either end: of several, only the one that a ranking has first
  /// raises its score, and the others can only raise the other's.
  private func intervalOfFirstRelevant(_ measure: any Measure, level: Int) -> DifferenceInterval {
    let lowest = possible[0]
    let highest = possible[possible.count - 1]
    guard lowest < level, highest >= level else {
      let same = Dictionary(uniqueKeysWithValues: unjudged.map { ($0, lowest) })
      return DifferenceInterval(certain: difference(measure, assigning: same))
    }
    let none = Dictionary(uniqueKeysWithValues: unjudged.map { ($0, lowest) })
    let assignments = [none] + stake(of: measure).returned.map { none.merging([$0: highest]) { $1 } }
    return Self.span(assignments.lazy.map { difference(measure, assigning: $0) }, isExact: true)
  }

  /// What the scores of each ranking can be by itself bounds their difference.
  func intervalOfOrder(_ measure: any Measure) -> DifferenceInterval {
    guard Composition.count(of: unjudged.count, parts: possible.count, atMost: Self.patience) != nil else {
      return DifferenceInterval(worst: -1, best: 1, isExact: false)
    }
    let (low, high) = (scores(of: left, measure), scores(of: right, measure))
    return DifferenceInterval(
      worst: low.lowerBound - high.upperBound, best: low.upperBound - high.lowerBound, isExact: false)
  }

  /// Between what the score of one ranking lies: for a given number of items of each grade, the most comes from having
  /// the better higher in the ranking, and the least from having them lower.
  private func scores(of ranking: [DocumentID], _ measure: any Measure) -> ClosedRange<Double> {
    let returned = ranking.filter { grades[$0] == nil }
    let known = Set(returned)
    let order = returned + unjudged.filter { !known.contains($0) }
    var (lowest, highest) = (Double.infinity, -Double.infinity)
    Composition.forEach(of: order.count, parts: possible.count) { counts in
      let ascending = zip(possible, counts).flatMap { Array(repeating: $0, count: $1) }
      let best = grades.merging(zip(order, ascending.reversed())) { $1 }
      let worst = grades.merging(zip(order, ascending)) { $1 }
      highest = max(highest, measure.score(ranking: ranking, grades: best))
      lowest = min(lowest, measure.score(ranking: ranking, grades: worst))
    }
    return lowest...highest
  }

  private static func span(_ values: some Sequence<Double>, isExact: Bool) -> DifferenceInterval {
    var (worst, best) = (Double.infinity, -Double.infinity)
    for value in values {
      worst = min(worst, value)
      best = max(best, value)
    }
    return DifferenceInterval(worst: worst, best: best, isExact: isExact)
  }
}
