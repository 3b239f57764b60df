import Foundation

/// Makes spellings that a shopper takes for the same word equal: case and accents are folded away.
///
/// Canonical decomposition, then combining diacritical marks and invisible scalars (soft hyphens, joiners, variation
/// selectors) are dropped, then full case folding (`ß` is `ss`). Marks outside the combining diacritical blocks
/// stay: in many scripts they are vowels.
package enum Folding {
  /// The folded scalars of a text.
  package static func folded(_ text: String) -> [Unicode.Scalar] {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.map(lowercasedASCII) }
    var scalars: [Unicode.Scalar] = []
    for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars {
      if scalar.isASCII {
        scalars.append(lowercasedASCII(UInt8(scalar.value)))
      } else if !isDiacritic(scalar), !scalar.properties.isDefaultIgnorableCodePoint {
        // Upper-casing first reaches what has no lower-case form of its own: ß, ﬁ, ς.
        scalars.append(contentsOf: scalar.properties.uppercaseMapping.lowercased().unicodeScalars)
      }
    }
    return scalars
  }

  private static func lowercasedASCII(_ byte: UInt8) -> Unicode.Scalar {
    Unicode.Scalar(0x41...0x5a ~= byte ? byte | 0x20 : byte)
  }

  private static func isDiacritic(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x300...0x36f, 0x1ab0...0x1aff, 0x1dc0...0x1dff, 0x20d0...0x20ff, 0xfe20...0xfe2f: true
    default: false
    }
  }
}
