/// The border that text from outside crosses: behind it, text is safe to put on a terminal or into a line format.
package enum PlainText {
  /// The text without what could steer a terminal or disorder a line.
  ///
  /// Removed are control characters (C0, DEL, C1), whole escape sequences (CSI with its parameters; OSC, DCS, SOS,
  /// PM and APC up to their terminator, or only their introducer when there is none), and bidirectional controls. Tabs
  /// and line breaks, U+2028 and U+2029 included, become spaces; `\r\n` becomes one.
  /// - Complexity: linear; text that needs no change is returned as it is.
  package static func sanitised(_ text: String) -> String {
    guard text.utf8.contains(where: mayBeginHarm), text.unicodeScalars.contains(where: { !isHarmless($0) })
    else {
      return text
    }
    var scanner = EscapeScanner(Array(text.unicodeScalars))
    return scanner.plainText()
  }

  /// Whether a scalar to be removed can begin with this byte: a quick look that most texts pass.
  private static func mayBeginHarm(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7f || byte == 0xc2 || byte == 0xd8 || byte == 0xe2
  }

  /// Whether a scalar may stay.
  fileprivate static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1f, 0x7f...0x9f: false  // C0, DEL, C1
    case 0x061c, 0x200e, 0x200f, 0x202a...0x202e, 0x2066...0x2069: false  // bidirectional marks and overrides
    case 0x2028, 0x2029: false  // line and paragraph separator
    default: true
    }
  }
}

/// A pass over text that knows where an escape sequence ends (ECMA-48).
private struct EscapeScanner {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  /// Whether a control string may still end: once one was followed to the end of the text in vain, none does.
  private var mayTerminate = true

  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  mutating func plainText() -> String {
    var plain = String.UnicodeScalarView()
    while let scalar = current {
      position += 1
      switch scalar {
      case "\r" where current == "\n": continue
      case "\t", "\n", "\r", "\u{2028}", "\u{2029}": plain.append(" ")
      case "\u{1b}": skipSequence()
      case "\u{9b}": skipControlSequence()
      case "\u{90}", "\u{98}", "\u{9d}", "\u{9e}", "\u{9f}": skipControlString()
      default: if PlainText.isHarmless(scalar) { plain.append(scalar) }
      }
    }
    return String(plain)
  }

  private var current: Unicode.Scalar? {
    position < scalars.count ? scalars[position] : nil
  }

  /// What follows ESC: an introducer of a longer sequence, or intermediates and one final character.
  private mutating func skipSequence() {
    switch current {
    case "[":
      position += 1
      skipControlSequence()
    case "]", "P", "X", "^", "_":
      position += 1
      skipControlString()
    default:
      skip(0x20...0x2f)
      if let final = current, (0x30...0x7e).contains(final.value) { position += 1 }
    }
  }

  /// Parameters, intermediates and the final character of a CSI sequence.
  private mutating func skipControlSequence() {
    skip(0x30...0x3f)
    skip(0x20...0x2f)
    if let final = current, (0x40...0x7e).contains(final.value) { position += 1 }
  }

  /// Everything up to BEL, ST or ESC \; nothing when the string never ends.
  private mutating func skipControlString() {
    guard mayTerminate else { return }
    var end = position
    while end < scalars.count {
      switch scalars[end] {
      case "\u{07}", "\u{9c}":
        position = end + 1
        return
      case "\u{1b}" where end + 1 < scalars.count && scalars[end + 1] == "\\":
        position = end + 2
        return
      default: end += 1
      }
    }
    mayTerminate = false
  }

  private mutating func skip(_ range: ClosedRange<UInt32>) {
    while let scalar = current, range.contains(scalar.value) { position += 1 }
  }
}
