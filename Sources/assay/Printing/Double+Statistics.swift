internal import Relevance

extension Double {
  /// The number with its sign, as in `+0.0120`; what rounds to zero has none.
  func signed(_ decimals: Int) -> String {
    let text = abs(self).fixed(decimals)
    guard text.contains(where: { ("1"..."9").contains($0) }) else { return " " + text }
    return (self < 0 ? "-" : "+") + text
  }

  /// A p value: four decimals, and `<.0001` below.
  var asP: String {
    if self < 0.000_1 { return "<.0001" }
    let text = fixed(4)
    return text.hasPrefix("0") ? String(text.dropFirst()) : text
  }
}

extension Interval {
  /// The ends in brackets.
  func text(_ decimals: Int) -> String { "[\(low.fixed(decimals)), \(high.fixed(decimals))]" }

  /// The ends in brackets, with signs.
  func signed(_ decimals: Int) -> String { "[\(low.signed(decimals)), \(high.signed(decimals))]" }
}
