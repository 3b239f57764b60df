import Foundation

/// Rank-biased overlap of two rankings: the average agreement of their tops, deeper ones counting less.
///
/// `RBO = (1 − p) Σ pᵈ⁻¹ A_d`, where the agreement A_d is the share of the first d items that both have. Rankings end,
/// the sum does not, so that there is a least, a most and an extrapolated value. Lists may differ in length; no list
/// has ties. See Webber, Moffat and Zobel, "A similarity measure for indefinite rankings", TOIS 2010.
package struct RankBiasedOverlap: Hashable, Sendable, Codable {
  /// The persistence p: how probable it is that someone who has looked at one rank looks at the next.
  ///
  /// At 0.9 the first ten ranks have 86 % of the weight.
  package let persistence: Double
  /// RBO_min: what lies beyond the ranks that both lists reach is taken to agree no further (equation 11).
  package let minimum: Double
  /// RBO_ext: what lies beyond is taken to agree as the known part does (equation 32).
  package let extrapolated: Double
  /// How much more than `minimum` the overlap could be if everything beyond agreed as well as it can.
  ///
  /// The residual of equation 30 where both lists are of one length.
  package let residual: Double

  /// Compares two rankings; 0 when one is empty, and `nil` when both are.
  /// - Precondition: `persistence` lies between 0 and 1; no ranking has an item twice.
  /// - Complexity: linear in the lengths.
  package init?<Item: Hashable>(_ first: [Item], _ second: [Item], persistence: Double = 0.9) {
    precondition(persistence > 0 && persistence < 1, "a persistence of \(persistence)")
    guard !first.isEmpty || !second.isEmpty else { return nil }
    let (short, long) = first.count <= second.count ? (first, second) : (second, first)
    let sums = Sums(shared: Self.shared(short, long), short: short.count, persistence: persistence)
    self.persistence = persistence
    minimum = sums.minimum
    extrapolated = sums.extrapolated
    residual = max(0, sums.maximum - sums.minimum)
  }

  /// How many items the first d of both have, for every d up to the longer length.
  private static func shared<Item: Hashable>(_ short: [Item], _ long: [Item]) -> [Int] {
    var waiting: Set<Item> = []
    var shared = 0
    return long.indices.map { index in
      for item in [long[index]] + short[min(index, short.count)..<min(index + 1, short.count)] {
        // An item is shared from the rank on at which its second copy comes.
        if waiting.remove(item) != nil { shared += 1 } else { waiting.insert(item) }
      }
      return shared
    }
  }
}

/// The sums over depths that the bounds are made of.
private struct Sums {
  /// X_d, at index d − 1.
  let shared: [Int]
  /// The length s of the shorter list.
  let short: Int
  /// The length l of the longer list.
  let long: Int
  let persistence: Double

  init(shared: [Int], short: Int, persistence: Double) {
    self.shared = shared
    self.short = short
    self.persistence = persistence
    long = shared.count
  }

  /// `(1 − p) / p · Σ term(d) · pᵈ / d` over some depths.
  private func sum(_ depths: ClosedRange<Int>, _ term: (Int) -> Double) -> Double {
    var power = pow(persistence, Double(depths.lowerBound))
    var total = 0.0
    for depth in depths {
      total += term(depth) / Double(depth) * power
      power *= persistence
    }
    return (1 - persistence) / persistence * total
  }

  var minimum: Double {
    guard short > 0 else { return 0 }
    let common = Double(shared[short - 1])
    let tail = -(1 - persistence) / persistence * common * log(1 - persistence)
    return sum(1...short) { Double(shared[$0 - 1]) - common } + tail
  }

  var extrapolated: Double {
    guard short > 0 else { return 0 }
    let (atShort, atLong) = (Double(shared[short - 1]), Double(shared[long - 1]))
    var value = sum(1...long) { Double(shared[$0 - 1]) }
    if long > short {
      value += sum(short + 1...long) { atShort * Double($0 - short) / Double(short) }
    }
    let agreement = (atLong - atShort) / Double(long) + atShort / Double(short)
    return value + agreement * pow(persistence, Double(long))
  }

  /// Every unknown item is one that the other list has as early as possible; from depth f = l + s − X_l on the lists
  /// then agree.
  var maximum: Double {
    let end = long + short - shared[long - 1]
    let value = sum(1...max(end, 1)) { depth in
      let known = Double(shared[min(depth, long) - 1])
      return min(Double(depth), known + Double(max(0, depth - short)) + Double(max(0, depth - long)))
    }
    return value + pow(persistence, Double(max(end, 1)))
  }
}
