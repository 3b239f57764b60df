/// How many terminal cells text takes, by Unicode ranges and never by the locale.
///
/// The width is that of the *safe form* (`Glyph.safe(_:)`): what is measured is what is drawn.
package enum DisplayWidth {
  /// Cells that `text` takes when it is drawn on one line.
  ///
  /// Complexity: O(*n*); printable ASCII is counted without segmenting.
  package static func of(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    return Glyph.safe(text).reduce(0) { $0 + $1.columns }
  }

  /// Cells of one scalar: 0 for marks that sit on the scalar before, 2 for wide ones, otherwise 1.
  package static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return 1 }
    if isMark(scalar) { return 0 }
    return WideRanges.contains(value) ? 2 : 1
  }

  /// Whether the scalar is drawn on top of the one before: combining marks and the later parts of a Hangul
  /// syllable written in jamo.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FB).contains(scalar.value)
    }
  }
}
