/// The guided tour: where somebody is in it.
package struct Tour: Hashable, Sendable {
  /// How a step ended.
  package enum Outcome: Hashable, Sendable {
    case done, skipped
  }

  /// How the steps before this one ended.
  package internal(set) var outcomes: [Outcome] = []
  /// What the explorer was like when the tour began; `nil` before the first thing happened.
  var start: TourMark?
  /// What it was like when the step began; `nil` in the first.
  var mark: TourMark?

  /// How many steps there are.
  package static var length: Int { TourStep.all.count }

  /// The step that is to be done; `nil` when all are over.
  var step: TourStep? { outcomes.count < TourStep.all.count ? TourStep.all[outcomes.count] : nil }

  /// Begins the tour.
  package init() {}
}

/// What keys do in the tour.
package enum TourCommand: Hashable, Sendable {
  /// Goes on to the next step.
  case skip
  /// Ends the tour.
  case end
}
