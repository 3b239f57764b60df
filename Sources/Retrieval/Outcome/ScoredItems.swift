/// Every item that may answer a query, in the order of a plan, with every score: what a threshold cuts.
///
/// Moving a threshold costs a binary search; four bytes an item and four a score are all that is kept.
package struct ScoredItems: Hashable, Sendable {
  /// The items: those with a score in total order (score descending, then ordinal ascending), then those without one,
  /// by ordinal.
  package let ordinals: [UInt32]
  /// The scores of the first items, descending, rounded to float32 as the order is.
  package let scores: [Float]
  /// How many items at the top are there because the query names them, whatever they score.
  package let named: Int
  /// What the scores are.
  package let basis: ScoreBasis
  /// Whether order and scores are certain to be those of the plan.
  package let exactness: Exactness

  /// Puts together what was scored and what was not.
  /// - Precondition: there is an item for every score; `scores` descends; `named` counts some of them.
  package init(
    ordinals: [UInt32], scores: [Float], named: Int = 0, basis: ScoreBasis, exactness: Exactness
  ) {
    precondition(scores.count <= ordinals.count, "\(scores.count) scores of \(ordinals.count) items")
    precondition((0...scores.count).contains(named), "\(named) named items of \(scores.count)")
    self.ordinals = ordinals
    self.scores = scores
    self.named = named
    self.basis = basis
    self.exactness = exactness
  }

  /// How many items there are, with or without a score.
  package var count: Int { ordinals.count }

  /// How many items have no score, so that no threshold reaches them.
  package var unscored: Int { ordinals.count - scores.count }

  /// How many items score at least `threshold`.
  /// - Complexity: O(log n).
  package func count(atLeast threshold: Float) -> Int {
    var (low, high) = (0, scores.count)
    while low < high {
      let middle = (low + high) / 2
      if scores[middle] >= threshold { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The places nearest to `cut` at which a threshold can cut, before and after it: never between equal scores.
  /// - Returns: `cut` itself twice where it lies between different scores, or at an end.
  /// - Precondition: `cut` lies in `0...scores.count`.
  /// - Complexity: O(log n).
  package func cuts(around cut: Int) -> (before: Int, after: Int) {
    precondition((0...scores.count).contains(cut), "a cut after \(cut) of \(scores.count) scores")
    guard cut > 0, cut < scores.count, scores[cut - 1] == scores[cut] else { return (cut, cut) }
    let score = scores[cut]
    return (count(atLeast: score.nextUp), count(atLeast: score))
  }

  /// The lowest threshold that cuts before place `cut`: the score of the last item above it.
  ///
  /// With nothing above, the next number above the best score.
  /// - Precondition: `cut` is a place at which a threshold can cut.
  package func threshold(at cut: Int) -> Float {
    guard cut > 0 else { return scores.first?.nextUp ?? 0 }
    return scores[cut - 1]
  }

  /// The places before which scores fall the most, the widest gap first; named items, whose place is no matter of
  /// score, are passed over.
  /// - Complexity: O(n).
  package func widestGaps(_ most: Int) -> [Int] {
    var gaps: [(width: Float, place: Int)] = []
    guard scores.count > named + 1 else { return [] }
    for place in named + 1..<scores.count {
      let width = scores[place - 1] - scores[place]
      guard width > 0, gaps.count < most || width > gaps[gaps.count - 1].width else { continue }
      gaps.insert((width, place), at: gaps.firstIndex { $0.width < width } ?? gaps.count)
      if gaps.count > most { gaps.removeLast() }
    }
    return gaps.map(\.place)
  }

  /// The range of the scores that are a matter of score; `nil` when there are none.
  package var range: ClosedRange<Float>? {
    guard scores.count > named else { return nil }
    return scores[scores.count - 1]...scores[named]
  }
}
