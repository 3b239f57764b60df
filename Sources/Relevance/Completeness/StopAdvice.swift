/// Whether one can stop grading with a cut where it is, by rules that say what they rest on.
///
/// Only the first four cases are about the recall, and hold with the confidence of the estimate's interval, for a cut and
/// a size of the sample that were not chosen by what the sample says: the target
/// rule of Cormack and Grossman, "Engineering Quality and Reliability in Technology-Assisted Review", SIGIR 2016, with
/// a random sample in the place of their target set. A run of irrelevant items is what screening tools offer as a rule of
/// thumb, and says nothing about what lies further down.
package enum StopAdvice: Hashable, Sendable {
  /// Every item is judged, so that the recall is known.
  case known(recall: Double)
  /// The recall is at least the target: its interval begins at `least`.
  case reached(least: Double)
  /// The recall is below the target: its interval ends at `most`.
  case missed(most: Double)
  /// The interval contains the target; a larger sample narrows it.
  case open(Interval)
  /// There is no estimate, but directly below the cut so many items in a row are irrelevant.
  case run(Int)
  /// Every item is judged, and none is relevant.
  case noneRelevant
  /// The sample has no relevant item, and nothing relevant is known.
  case nothingRelevant
  /// Nothing is known that an estimate could be made from.
  case noBasis

  /// The recall that is aimed at unless told otherwise.
  package static let target = 0.8
  /// How many irrelevant items in a row are worth a word.
  package static let longRun = 50

  /// Looks at a cut.
  /// - Parameters:
  ///   - estimate: what is known about it.
  ///   - run: how many items directly below the cut are known to be irrelevant, without one between them that is not.
  ///   - target: the recall that is aimed at.
  package init(_ estimate: FoundEstimate, irrelevantRun run: Int, target: Double = Self.target) {
    if estimate.basis == .nothing {
      self = run >= Self.longRun ? .run(run) : .noBasis
    } else if estimate.basis == .complete {
      self = estimate.recall.map { .known(recall: $0) } ?? .noneRelevant
    } else if estimate.above.relevant + estimate.below.relevant == 0 {
      self = .nothingRelevant
    } else if let interval = estimate.recallInterval {
      self =
        interval.low >= target
        ? .reached(least: interval.low)
        : interval.high < target ? .missed(most: interval.high) : .open(interval)
    } else {
      self = .noBasis
    }
  }

  /// Whether the target is reached, for certain or with the confidence of the interval.
  package func isReached(target: Double = Self.target) -> Bool {
    switch self {
    case .known(let recall): recall >= target
    case .reached, .noneRelevant: true
    case .missed, .open, .run, .nothingRelevant, .noBasis: false
    }
  }
}
