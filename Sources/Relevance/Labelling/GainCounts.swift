/// The normaliser of weighted gains, as a function of how many unjudged items get which gain.
struct GainCounts {
  /// Every positive gain that occurs or may occur, descending.
  private let values: [Double]
  /// How many judged items have each of `values`.
  private let known: [Int]
  /// Where each level stands in `values`; `nil` for the gain 0.
  private let places: [Int?]
  private let unjudged: Int
  /// The sum of the first discounts of the ideal ranking, from no rank on.
  private let idealDiscounts: [Double]
  private let normaliser: WeightedGains.Normaliser

  /// - Parameters:
  ///   - known: the gains of judged items.
  ///   - levels: the gains an unjudged item may get, descending.
  ///   - unjudged: how many items are unjudged.
  ///   - form: the measure.
  init(known: [Double], levels: [Double], unjudged: Int, form: WeightedGains) {
    let values = Set(known + levels).filter { $0 > 0 }.sorted(by: >)
    self.values = values
    self.known = values.map { value in known.count { $0 == value } }
    places = levels.map { values.firstIndex(of: $0) }
    self.unjudged = unjudged
    normaliser = form.normaliser
    var discounts = [0.0]
    if case .ideal(let cutoff) = form.normaliser {
      let depth = min(cutoff ?? .max, known.count + unjudged)
      for rank in 1..<(depth + 1) { discounts.append(discounts[rank - 1] + form.idealDiscount(rank)) }
    }
    idealDiscounts = discounts
  }

  /// Whether grades don't change the normaliser.
  var isConstant: Bool { if case .constant = normaliser { true } else { false } }

  /// The sum, normalised, when `counts` of the unjudged items get each level.
  func quotient(ofSum sum: Double, counts: [Int]) -> Double {
    let divisor = divisor(counts: counts)
    return divisor > 0 ? sum / divisor : 0
  }

  /// A number that no quotient of a sum of at most this much exceeds, under any counts.
  func upperBound(ofSum sum: Double) -> Double {
    if case .constant(let divisor) = normaliser { return sum / divisor }
    var (fewest, most) = (Array(repeating: 0, count: places.count), Array(repeating: 0, count: places.count))
    fewest[places.count - 1] = unjudged
    most[0] = unjudged
    let largest = divisor(counts: most)
    guard largest > 0 else { return 0 }
    guard sum > 0 else { return sum / largest }
    let smallest = divisor(counts: fewest)
    // Nothing relevant at all gives 0; the least that may be relevant is one item of the smallest gain.
    let least = smallest > 0 ? smallest : values[values.count - 1] * leastDiscount
    return least > 0 ? sum / least : .infinity
  }

  private var leastDiscount: Double {
    if case .ideal = normaliser { idealDiscounts.count > 1 ? idealDiscounts[1] : 0 } else { 1 }
  }

  private func divisor(counts: [Int]) -> Double {
    if case .constant(let divisor) = normaliser { return divisor }
    var divisor = 0.0
    var rank = 0
    for (index, value) in values.enumerated() {
      var count = known[index]
      for (place, assigned) in zip(places, counts) where place == index { count += assigned }
      switch normaliser {
      case .constant: break
      case .total: divisor += value * Double(count)
      case .ideal:
        let end = min(rank + count, idealDiscounts.count - 1)
        divisor += value * (idealDiscounts[end] - idealDiscounts[rank])
        rank = end
      }
    }
    return divisor
  }
}
