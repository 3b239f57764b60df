internal import Foundation

/// A caption in the letters that its font has, as far as it can be: marks that the font lacks are left out, and signs are
/// written with letters.
///
/// What can't be written so stays as it is, and shows as a box for each character. Nothing is lost by that: the report
/// beside the pictures has every name in full.
struct CaptionText {
  let text: String

  /// Spells a text with the letters of Latin-1 where these are its own letters, as in `Škoda`, `Łódź` and `“…”`.
  init(_ text: String) {
    self.text = String(text.flatMap(Self.spelled))
  }

  private static func spelled(_ character: Character) -> [Character] {
    guard !CaptionFont.standard.has(character) else { return [character] }
    // Letters and marks apart, ligatures and signs in their letters.
    let apart = String(character).decomposedStringWithCompatibilityMapping.unicodeScalars
    let letters = apart.filter { $0.properties.generalCategory != .nonspacingMark }
      .map { substitutes[$0] ?? String($0) }.joined()
    return !letters.isEmpty && letters.allSatisfy(CaptionFont.standard.has) ? Array(letters) : [character]
  }

  /// Letters and signs that nothing decomposes, in letters that look alike or are usual for them.
  private static let substitutes: [Unicode.Scalar: String] = [
    "Ł": "L", "ł": "l", "Đ": "D", "đ": "d", "Ħ": "H", "ħ": "h", "Ŧ": "T", "ŧ": "t", "Œ": "OE", "œ": "oe",
    "ı": "i", "ĸ": "k", "Ŋ": "N", "ŋ": "n", "Ɓ": "B", "Ə": "E", "ə": "e", "ẞ": "SS", "‘": "'", "’": "'",
    "‚": ",", "‛": "'", "“": "\"", "”": "\"", "„": "\"", "‟": "\"", "‹": "<", "›": ">", "′": "'",
    "ʼ": "'", "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-", "⁄": "/", "•": "\u{b7}",
    "€": "EUR", "₤": "£", "←": "<-", "→": "->", "≤": "<=", "≥": ">=",
  ]
}
