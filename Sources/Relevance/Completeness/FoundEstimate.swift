/// What judgments and a graded sample say about a ranking that is cut in two: how many relevant items lie above the
/// cut, how many below, and so what share of them all was found.
///
/// Every band of the ranking, on each side of the cut, is a stratum. Where all of its items are judged, they are
/// counted. Elsewhere the sampled ones stand for the rest: N · x / n of N items are relevant when x of n sampled ones
/// are (Horvitz and Thompson 1952; Cochran, "Sampling Techniques", 1977, chapter 5), never fewer than are known to be
/// and never more than can be. What lies in a stratum on one side of the cut is a random sample of it too, because the
/// cut does not look at relevance.
///
/// The interval of the recall is conservative. The risk of 1 − level is halved between its ends, and each half divided
/// among the strata (Bonferroni) in proportion to the number of items that a sampled one stands for; each stratum's
/// share of relevant items is bounded by `FiniteSample`. So the interval contains the truth with at least that
/// probability, however relevance is spread, for a cut and a number of rounds that were not chosen by what the sample
/// says: whoever draws rounds until the advice is to stop looks more than once. Items about which nobody could tell
/// count as irrelevant for one bound and as relevant for the other.
package struct FoundEstimate: Hashable, Sendable {
  /// One side of the cut.
  package struct Side: Hashable, Sendable {
    /// How many items there are.
    package let items: Int
    /// How many are known to be relevant.
    package let relevant: Int
    /// How many are known not to be.
    package let irrelevant: Int
    /// How many are relevant by estimate; `nil` where nothing stands for what is not judged.
    package let estimate: Double?
    /// Between what the number of relevant items lies, with the confidence of the whole; `nil` when nothing is known
    /// but what was counted.
    package let bounds: ClosedRange<Int>?

    /// How many have a grade.
    package var judged: Int { relevant + irrelevant }
  }

  /// What the estimate rests on.
  package enum Basis: Hashable, Sendable {
    /// Every item is judged; nothing is estimated.
    case complete
    /// A sample of so many items, drawn in so many rounds.
    case sample(items: Int, rounds: Int)
    /// Nothing: there is no estimate.
    case nothing
  }

  /// How sure intervals are meant to be.
  package static let level = 0.95

  /// The items above the cut.
  package let above: Side
  /// The items below it, those without a score included.
  package let below: Side
  /// What the recall rests on.
  package let basis: Basis
  /// The share of the relevant items that lie above the cut; `nil` without a basis, or without anything relevant.
  package let recall: Double?
  /// Between what that share lies; `nil` where it can't be said.
  package let recallInterval: Interval?

  /// Looks at a cut.
  /// - Parameters:
  ///   - cut: how many items lie above it.
  ///   - sample: the sample, and the bands.
  ///   - rounds: how many of the sample's rounds are graded as a whole; those after them tell nothing yet.
  ///   - judged: all that is known, the sample included.
  /// - Precondition: `cut` is not larger than the number of items, nor `rounds` than that of rounds.
  /// - Complexity: O(bands × size of the sample).
  package init(cut: Int, sample: BandSample, rounds: Int, judged: JudgedPlaces) {
    precondition((0...sample.bands.count).contains(cut), "a cut after \(cut) of \(sample.bands.count) items")
    precondition((0...sample.rounds.count).contains(rounds), "\(rounds) rounds of \(sample.rounds.count)")
    let drawn = rounds * BandSample.perRound
    func strata(_ side: Range<Int>) -> [Stratum] {
      zip(sample.bands.ranges, sample.draws).compactMap { range, draws in
        let part = range.clamped(to: side)
        guard !part.isEmpty else { return nil }
        return Stratum(part, draws: draws.prefix(drawn), judged: judged)
      }
    }
    let upper = strata(0..<cut)
    let lower = strata(cut..<sample.bands.count)
    let risk = (1 - Self.level) / 2 / max(1, (upper + lower).reduce(0) { $0 + $1.weight })
    above = Side(upper, risk: risk, isSampled: rounds > 0)
    below = Side(lower, risk: risk, isSampled: rounds > 0)
    if (upper + lower).allSatisfy(\.isCounted) {
      basis = .complete
    } else {
      basis = rounds > 0 ? .sample(items: sample.places(ofRounds: rounds).count, rounds: rounds) : .nothing
    }
    guard basis != .nothing, let found = above.estimate, let missed = below.estimate else {
      (recall, recallInterval) = (nil, nil)
      return
    }
    recall = found + missed > 0 ? found / (found + missed) : nil
    recallInterval = Self.interval(above.bounds, below.bounds)
  }

  /// The share of relevant items among the judged ones above the cut, with Wilson's interval.
  ///
  /// It is that of the whole list so far as the judged items are like the rest. `nil` when none is judged.
  package var precision: (share: Double, interval: Interval)? {
    guard above.judged > 0 else { return nil }
    let share = Double(above.relevant) / Double(above.judged)
    // What was counted as a whole is not uncertain.
    let interval =
      above.judged == above.items
      ? Interval(low: share, high: share) : .wilson(above.relevant, of: above.judged)
    return (share, interval)
  }

  private static func interval(_ above: ClosedRange<Int>?, _ below: ClosedRange<Int>?) -> Interval? {
    guard let above, let below, above.upperBound + below.upperBound > 0 else { return nil }
    let least = above.lowerBound + below.upperBound
    let most = above.upperBound + below.lowerBound
    return Interval(
      low: least == 0 ? 0 : Double(above.lowerBound) / Double(least),
      high: most == 0 ? 1 : Double(above.upperBound) / Double(most))
  }
}

/// A band of the ranking, or the part of one on one side of the cut.
private struct Stratum {
  let items: Int
  let relevant: Int
  let irrelevant: Int
  /// What was drawn from it.
  private let own: Draw
  /// What was drawn from the whole band.
  private let band: Draw

  init(_ part: Range<Int>, draws: some Collection<Int>, judged: JudgedPlaces) {
    items = part.count
    (relevant, irrelevant) = judged.counts(in: part)
    own = Draw(draws.filter(part.contains), judged)
    band = Draw(draws, judged)
  }

  /// Whether everything in it is judged.
  var isCounted: Bool { relevant + irrelevant == items }

  /// For how many items a drawn one stands; 0 where nothing has to be estimated, or can be.
  var weight: Double { isCounted || own.items == 0 ? 0 : Double(items) / Double(own.items) }

  /// The number of relevant items, as far as the drawn ones tell.
  var estimate: Double? {
    if isCounted { return Double(relevant) }
    guard let share = own.share ?? band.share else { return nil }
    return min(Double(items - irrelevant), max(Double(relevant), Double(items) * share))
  }

  /// The number of relevant items, at each end missed with a probability of at most `risk` times the weight.
  func bounds(risk: Double) -> ClosedRange<Int> {
    let possible = relevant...items - irrelevant
    guard weight > 0 else { return possible }
    let sample = FiniteSample(own.items, of: items)
    let least = sample.least(seeing: own.relevant, alpha: risk * weight)
    let most = sample.most(seeing: own.relevant + own.unclear, alpha: risk * weight)
    return (least...most).clamped(to: possible)
  }
}

/// What is known about drawn items.
private struct Draw {
  var items = 0
  var relevant = 0
  var unclear = 0

  init(_ places: some Collection<Int>, _ judged: JudgedPlaces) {
    for place in places {
      items += 1
      switch judged.verdicts[place] {
      case .relevant: relevant += 1
      case .irrelevant: break
      case .unclear, nil: unclear += 1
      }
    }
  }

  /// The share of relevant items among those about which somebody could tell; `nil` when there are none.
  var share: Double? { items > unclear ? Double(relevant) / Double(items - unclear) : nil }
}

extension FoundEstimate.Side {
  fileprivate init(_ strata: [Stratum], risk: Double, isSampled: Bool) {
    let estimates = strata.map(\.estimate)
    let isKnown = isSampled || strata.allSatisfy(\.isCounted)
    let bounds = strata.map { $0.bounds(risk: risk) }
    self.init(
      items: strata.reduce(0) { $0 + $1.items }, relevant: strata.reduce(0) { $0 + $1.relevant },
      irrelevant: strata.reduce(0) { $0 + $1.irrelevant },
      estimate: estimates.contains(nil) || !isKnown ? nil : estimates.reduce(0) { $0 + ($1 ?? 0) },
      bounds: isKnown
        ? bounds.reduce(0) { $0 + $1.lowerBound }...bounds.reduce(0) { $0 + $1.upperBound } : nil)
  }
}
