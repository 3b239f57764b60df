/// The kinds of fusion that a column steps through; their numbers are sliders of their own.
package enum FusionRule: CaseIterable, Hashable, Sendable {
  /// A weighted sum of normalised scores.
  case weighted
  /// Reciprocal ranks.
  case reciprocalRank
  /// The plain sum of normalised scores.
  case combSUM
  /// That sum times the number of lists that have the item.
  case combMNZ

  /// What heads call it.
  var name: String {
    switch self {
    case .weighted: "w"
    case .reciprocalRank: "rrf"
    case .combSUM: "combsum"
    case .combMNZ: "combmnz"
    }
  }
}
