import Foundation

/// Makes spellings that a shopper takes for the same word equal: case and accents are folded away.
///
/// Canonical decomposition, then combining diacritical marks and invisible scalars (soft hyphens, joiners, variation
/// selectors) are dropped, then full case folding (`ß` is `ss`). Marks outside the combining diacritical blocks
/// stay: in many scripts they are vowels. So does the breve of `й`, a letter of its own that Russian endings need.
package enum Folding {
  /// The folded UTF-8 of a text.
  package static func folded(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    fold(text, into: &bytes)
    return bytes
  }

  /// Appends the folded UTF-8 of a text.
  /// - Complexity: O(bytes); text of Latin, Greek and Cyrillic letters only goes through a table.
  static func fold(_ text: String, into bytes: inout [UInt8]) {
    let start = bytes.count
    var text = text
    let isASCII = text.withUTF8 { source in
      guard source.reduce(0, { $0 | $1 }) < 0x80 else { return false }
      bytes.append(contentsOf: source)
      return true
    }
    if isASCII {
      lowercaseASCII(&bytes, from: start)
    } else if !FoldingTable.shared.fold(text, into: &bytes) {
      bytes.removeSubrange(start...)
      foldSlowly(text, into: &bytes)
    }
  }

  /// Appends the folded UTF-8 of any text, straight from the definition.
  static func foldSlowly(_ text: String, into bytes: inout [UInt8]) {
    var previous: Unicode.Scalar = " "
    for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars {
      if isShortI(previous, scalar) {
        bytes.removeLast(2)
        bytes.append(contentsOf: "й".utf8)
      } else if !isDiacritic(scalar), !scalar.properties.isDefaultIgnorableCodePoint {
        // Upper-casing first reaches what has no lower-case form of its own: ß, ﬁ, ς.
        bytes.append(contentsOf: scalar.properties.uppercaseMapping.lowercased().utf8)
      }
      previous = scalar
    }
  }

  private static func lowercaseASCII(_ bytes: inout [UInt8], from start: Int) {
    bytes.withUnsafeMutableBufferPointer { bytes in
      for position in start..<bytes.count {
        let byte = bytes[position]
        bytes[position] = byte &- 0x41 < 26 ? byte | 0x20 : byte
      }
    }
  }

  private static func isShortI(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> Bool {
    mark.value == 0x306 && (letter == "и" || letter == "И")
  }

  private static func isDiacritic(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x300...0x36f, 0x1ab0...0x1aff, 0x1dc0...0x1dff, 0x20d0...0x20ff, 0xfe20...0xfe2f: true
    default: false
    }
  }
}
