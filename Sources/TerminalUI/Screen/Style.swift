/// A colour by meaning; the backend's theme decides what the terminal shows.
///
/// Few on purpose: one accent, the grades and the movements are the only colours of the interface.
package enum Ink: UInt8, CaseIterable, Hashable, Sendable {
  /// The terminal's own foreground.
  case plain
  /// Secondary text: ids, units, hints.
  case muted
  /// What is focused or can be acted on.
  case accent
  /// Something went wrong and needs reading.
  case warning
  /// Moved up, or new, against the column to the left.
  case up
  /// Moved down against the column to the left.
  case down
  /// Grades from not relevant to exact.
  case grade0, grade1, grade2, grade3
}

/// How a cell is drawn.
package struct Style: Hashable, Sendable {
  /// The colour of the text.
  package var ink: Ink
  /// Heavier text.
  package var isBold: Bool
  /// Foreground and background exchanged.
  package var isReversed: Bool
  /// A line below the text.
  package var isUnderlined: Bool

  /// Makes a style; everything off and plain by default.
  package init(
    _ ink: Ink = .plain, bold: Bool = false, reversed: Bool = false, underlined: Bool = false
  ) {
    self.ink = ink
    self.isBold = bold
    self.isReversed = reversed
    self.isUnderlined = underlined
  }

  /// The terminal's own text.
  package static let plain = Style()
}
