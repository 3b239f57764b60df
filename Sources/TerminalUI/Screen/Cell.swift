/// One character cell.
package struct Cell: Hashable, Sendable {
  /// The grapheme cluster that begins here; empty in the second cell of a wide character.
  package var text: String
  /// How it is drawn.
  package var style: Style

  /// Makes a cell.
  package init(_ text: String = " ", _ style: Style = .plain) {
    self.text = text
    self.style = style
  }
}
