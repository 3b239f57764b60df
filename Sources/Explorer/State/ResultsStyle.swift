/// How results stand in their columns.
package enum ResultsStyle: String, CaseIterable, Hashable, Sendable {
  /// One below the other, as many as can be read.
  case list
  /// One below the other, with larger pictures and more of each item's fields.
  case large
  /// Side by side, a picture over two lines of text.
  case grid

  /// The next one in turn.
  package var next: ResultsStyle {
    switch self {
    case .list: .large
    case .large: .grid
    case .grid: .list
    }
  }

  /// What the status line says when it is chosen.
  var words: String {
    switch self {
    case .list: "list"
    case .large: "large list"
    case .grid: "grid"
    }
  }
}
