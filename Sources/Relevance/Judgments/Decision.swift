/// What an assessor did about one item for one query.
///
/// The first four settle the grade: a later one of the same assessor, query and item replaces the earlier. The others
/// are kept beside and change no grade.
package enum Decision: Hashable, Sendable {
  /// A grade of the judgment's scale.
  case grade(Int)
  /// An earlier decision is taken back: the item is unjudged again.
  case withdrawn
  /// The assessor passed over the item.
  case skipped
  /// The assessor looked and can't say.
  case cannotTell
  /// The item is marked for later, or no longer.
  case flagged(Bool)
  /// Only a note was written.
  case noted

  /// The grade given; `nil` for every other decision.
  package var grade: Int? {
    if case .grade(let grade) = self { grade } else { nil }
  }

  /// Whether an earlier decision about the same item no longer counts after this one.
  package var settlesGrade: Bool {
    switch self {
    case .grade, .withdrawn, .skipped, .cannotTell: true
    case .flagged, .noted: false
    }
  }
}
