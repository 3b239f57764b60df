/// The ASCII character that comes nearest to another one, for terminals without UTF-8.
enum AsciiLookalike {
  /// The look-alike of a scalar; `?` when there is none.
  static func of(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.isASCII { return scalar }
    if let drawn = table[scalar] { return drawn }
    // A letter with marks is the letter.
    let decomposed = scalar.properties.canonicalBase
    return decomposed.isASCII ? decomposed : "?"
  }

  private static let table: [Unicode.Scalar: Unicode.Scalar] = [
    "…": ".", "–": "-", "—": "-", "−": "-", "─": "-", "━": "=", "╸": "-", "│": "|", "┃": "|", "║": "|",
    "═": "=",
    "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+", "┬": "+", "┴": "+", "┼": "+",
    "·": ".", "•": "*", "●": "o", "○": "o", "◑": "o", "◔": ".", "▶": ">", "◀": "<", "▌": ">", "▏": "|",
    "┆": ":", "›": ">",
    "╱": "/", "╲": "\\", "⚑": "!", "✎": "*",
    "↑": "^", "↓": "v", "→": ">", "←": "<", "×": "x", "’": "'", "‘": "'", "“": "\"", "”": "\"",
    "▁": "_", "▂": "_", "▃": "-", "▄": "-", "▅": "=", "▆": "=", "▇": "#", "█": "#", "▒": "#", "░": ":",
    "▓": "#",
    "①": "1", "②": "2", "③": "3", "⓪": "0", "✓": "+", "✗": "x", "≥": ">", "≤": "<", "≈": "~", "£": "L",
    "€": "E",
    "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ß": "s", "æ": "a", "Æ": "A", "œ": "o", "Œ": "O", "đ": "d",
    "ı": "i",
    "\u{a0}": " ", "\u{2009}": " ", "\u{202f}": " ",
  ]
}

extension Unicode.Scalar.Properties {
  /// The first scalar of the canonical decomposition of a letter, found through its name: `Ö` is named
  /// LATIN CAPITAL LETTER O WITH DIAERESIS.
  fileprivate var canonicalBase: Unicode.Scalar {
    guard let words = name?.split(separator: " "), words.count > 4, words[0] == "LATIN", words[2] == "LETTER",
      words[4] == "WITH", words[3].unicodeScalars.count == 1, let letter = words[3].unicodeScalars.first
    else { return "\u{fffd}" }
    let isSmall = words[1] == "SMALL"
    return isSmall ? Unicode.Scalar(letter.value + 0x20) ?? letter : letter
  }
}
