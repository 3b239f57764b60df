package import Relevance

/// What a judgment file says about the scale of its grades.
package enum MentionedScale: Hashable, Sendable {
  /// Its id, such as `0-3`.
  case id(String)
  /// The lowest grade and the names from it upward.
  case names(lowest: Int, [String])

  /// Whether a scale is the one that is meant.
  package func means(_ scale: Scale) -> Bool {
    switch self {
    case .id(let id): scale.isNamed(id)
    case .names(let lowest, let names): lowest == scale.lowest && names == scale.names
    }
  }
}

extension MentionedScale: CustomStringConvertible {
  package var description: String {
    switch self {
    case .id(let id): "'\(id)'"
    case .names(let lowest, let names):
      names.enumerated().map { "\(lowest + $0.offset) \($0.element)" }.joined(separator: ", ")
    }
  }
}
