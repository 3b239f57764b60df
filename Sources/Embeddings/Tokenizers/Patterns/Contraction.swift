/// English contractions as the patterns of tokenizers know them: `'s|'t|'re|'ve|'m|'ll|'d`.
enum Contraction {
  /// The end of the contraction that begins at `start`; `nil` when there is none.
  ///
  /// Where `foldsCase`, capitals and ſ
  /// count too, as under `(?i:…)`.
  static func end(in text: Span<Unicode.Scalar>, at start: Int, foldsCase: Bool) -> Int? {
    guard text[start] == "'", let first = letter(in: text, at: start + 1, foldsCase: foldsCase) else {
      return nil
    }
    switch first {
    case "s", "t", "m", "d": return start + 2
    case "r", "v": return letter(in: text, at: start + 2, foldsCase: foldsCase) == "e" ? start + 3 : nil
    case "l": return letter(in: text, at: start + 2, foldsCase: foldsCase) == "l" ? start + 3 : nil
    default: return nil
    }
  }

  private static func letter(
    in text: Span<Unicode.Scalar>, at position: Int, foldsCase: Bool
  ) -> Unicode.Scalar? {
    guard position < text.count else { return nil }
    let scalar = text[position]
    guard foldsCase else { return scalar }
    if scalar == "\u{17f}" { return "s" }
    return ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar
  }
}
