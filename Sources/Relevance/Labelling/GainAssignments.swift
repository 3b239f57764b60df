/// The assignments of gains to unjudged items that a difference of weighted gains is largest and smallest for.
///
/// The difference is a sum of gains times weights (the discount on the left minus the one on the right), divided by a
/// normaliser that depends only on how many items have which gain. For given counts the sum is therefore largest when
/// the larger gains go to the larger weights (rearrangement inequality), so that it suffices to try all counts.
struct GainAssignments {
  /// The gains an item may get, descending.
  private let levels: [Double]
  /// What the judged items contribute to the sum.
  private let knownSum: Double
  /// Discount on the left minus discount on the right of each item that may matter.
  private let weights: [Double]
  private let gains: GainCounts
  /// Counts are not tried one by one when there are more ways than this.
  private let patience: Int

  init(_ contest: Contest, _ form: WeightedGains, patience: Int = 250_000) {
    self.patience = patience
    levels = Set(contest.possible.map(form.gain)).sorted(by: >)
    let discounts = Self.discountDifferences(contest, form)
    knownSum = contest.grades.reduce(0) { $0 + form.gain($1.value) * (discounts[$1.key] ?? 0) }
    var weights = contest.unjudged.map { discounts[$0] ?? 0 }
    var known = contest.grades.values.map(form.gain)
    if case .ideal(let cutoff?) = form.normaliser {
      // Items of no weight matter through the ideal alone, which has room for `cutoff`; the others get the least.
      let surplus = weights.count { $0 == 0 } - cutoff
      if surplus > 0 {
        weights = weights.filter { $0 != 0 } + Array(repeating: 0, count: cutoff)
        known += Array(repeating: levels[levels.count - 1], count: surplus)
      }
    }
    self.weights = weights
    gains = GainCounts(known: known, levels: levels, unjudged: weights.count, form: form)
  }

  /// The interval; exact unless there are too many counts to try.
  var interval: DifferenceInterval {
    let isExact = gains.isConstant || hasFewCounts
    let best = largest(of: weights.sorted(by: >), known: knownSum)
    let worst = -largest(of: weights.map { -$0 }.sorted(by: >), known: -knownSum)
    return DifferenceInterval(worst: worst, best: best, isExact: isExact)
  }

  private var hasFewCounts: Bool {
    Composition.count(of: weights.count, parts: levels.count, atMost: patience) != nil
  }

  /// The largest quotient for weights in descending order, or something no smaller.
  private func largest(of weights: [Double], known: Double) -> Double {
    // What each item gives at most by itself.
    let sum = weights.reduce(known) { $0 + ($1 > 0 ? levels[0] : levels[levels.count - 1]) * $1 }
    if gains.isConstant || !hasFewCounts { return gains.upperBound(ofSum: sum) }
    let prefixes = weights.reduce(into: [0.0]) { $0.append($0[$0.count - 1] + $1) }
    var largest = -Double.infinity
    Composition.forEach(of: weights.count, parts: levels.count) { counts in
      var sum = known
      var start = 0
      for (level, count) in zip(levels, counts) {
        sum += level * (prefixes[start + count] - prefixes[start])
        start += count
      }
      largest = max(largest, gains.quotient(ofSum: sum, counts: counts))
    }
    return largest
  }

  private static func discountDifferences(_ contest: Contest, _ form: WeightedGains) -> [DocumentID: Double] {
    var differences: [DocumentID: Double] = [:]
    for (position, item) in contest.left.enumerated() {
      differences[item, default: 0] += form.discount(position + 1)
    }
    for (position, item) in contest.right.enumerated() {
      differences[item, default: 0] -= form.discount(position + 1)
    }
    return differences
  }
}
