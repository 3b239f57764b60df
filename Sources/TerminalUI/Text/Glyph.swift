/// The text of one cell (or of two, when it is wide) in a form on which every terminal agrees.
package struct Glyph: Hashable, Sendable {
  /// One spacing scalar and at most `maximumMarks` combining marks.
  package let text: String
  /// Cells it takes: 1 or 2.
  package let columns: Int

  /// As many marks as curses stores in a cell beside the base character.
  static let maximumMarks = 4
  /// What stands where a scalar may not be drawn.
  static let replacement = Glyph(text: "\u{FFFD}", columns: 1)
  static let blank = Glyph(text: " ", columns: 1)

  /// Takes text apart into glyphs that can neither move the cursor nor be measured differently elsewhere.
  ///
  /// - Controls and escapes become U+FFFD, one each; tabs and line ends become a blank.
  /// - Invisible format characters (bidirectional overrides, zero-width spaces, variation selectors, tags) go.
  /// - An emoji sequence joined by U+200D shows its first emoji, without skin tone: terminals disagree about
  ///   the width of the whole. A flag shows its two letters.
  /// - A mark without a base stands on a blank.
  package static func safe(_ text: String) -> [Glyph] {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
      return text.unicodeScalars.map { Glyph(text: String($0), columns: 1) }
    }
    var glyphs: [Glyph] = []
    for character in text { append(character, to: &glyphs) }
    return glyphs
  }

  private static func append(_ character: Character, to glyphs: inout [Glyph]) {
    let first = glyphs.count
    var marks = 0
    var isJoined = false
    for scalar in character.unicodeScalars {
      switch ScalarRole(scalar) {
      case .joiner: isJoined = true
      case .invisible: continue
      case .blank: if character != "\r\n" || scalar == "\n" { glyphs.append(blank) }
      case .forbidden: glyphs.append(replacement)
      case .letterOfFlag(let letter): glyphs.append(Glyph(text: letter, columns: 1))
      case .mark:
        if glyphs.count == first { glyphs.append(blank) }
        guard marks < maximumMarks, let base = glyphs.popLast() else { continue }
        marks += 1
        glyphs.append(Glyph(text: base.text + String(scalar), columns: base.columns))
      case .spacing(let columns):
        // What follows a joiner is part of the same picture; showing the first part is enough.
        if isJoined && columns == 2 { return }
        marks = 0
        glyphs.append(Glyph(text: String(scalar), columns: columns))
      }
    }
  }
}

/// What a scalar contributes to a glyph.
private enum ScalarRole {
  case spacing(columns: Int)
  case mark
  case joiner
  case invisible
  case blank
  case forbidden
  case letterOfFlag(String)

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x20..<0x7F: self = .spacing(columns: 1)
    case 0x09, 0x0A, 0x0D, 0xA0, 0x2028, 0x2029: self = .blank
    case 0x00..<0x20, 0x7F..<0xA0: self = .forbidden
    case 0x200D: self = .joiner
    case 0xFE00...0xFE0F, 0xE0000...0xE0FFF, 0x1F3FB...0x1F3FF: self = .invisible
    case 0x1F1E6...0x1F1FF:
      self = .letterOfFlag(String(UnicodeScalar(UInt8(scalar.value - 0x1F1E6) + UInt8(ascii: "A"))))
    // Ranges in which every character is assigned, visible and narrow: the interface's own marks and Latin text.
    case 0xA1..<0xAD, 0xAE..<0x300, 0x2010...0x2027, 0x20A0...0x20BF, 0x2190...0x21FF, 0x2500...0x259F:
      self = .spacing(columns: 1)
    default: self.init(classOf: scalar)
    }
  }

  private init(classOf scalar: Unicode.Scalar) {
    switch scalar.properties.generalCategory {
    case .format: self = .invisible
    case .control, .surrogate, .privateUse, .unassigned: self = .forbidden
    default:
      let columns = DisplayWidth.of(scalar)
      self = columns == 0 ? .mark : .spacing(columns: columns)
    }
  }
}
