/// Numbers as tables show them: fixed width, no locale.
package enum Numerals {
  /// A number with a fixed count of decimals, rounded half away from zero; `–` when it is not finite.
  package static func fixed(_ value: Double, decimals: Int) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    guard value.isFinite, abs(value) * scale < 1e15 else { return "–" }
    let scaled = Int((abs(value) * scale).rounded())
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard decimals > 0 else { return sign + String(scaled) }
    let digits = String(scaled)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }

  /// A number between −1 and 1 without the zero before the point: `.71`.
  package static func fraction(_ value: Double, decimals: Int) -> String {
    let text = fixed(value, decimals: decimals)
    if text.hasPrefix("0.") { return String(text.dropFirst()) }
    if text.hasPrefix("-0.") { return "-" + text.dropFirst(2) }
    return text
  }

  /// A difference between −1 and 1 with its sign: `+.021`, `-.100`, `.000`.
  package static func signed(_ value: Double, decimals: Int) -> String {
    let text = fraction(value, decimals: decimals)
    return text.hasPrefix("-") || !text.contains { ("1"..."9").contains($0) } ? text : "+" + text
  }

  /// A score in five cells, with as many decimals as they hold: `.8123`, `9.204`, `12.31`, `123.4`.
  package static func score(_ value: Double) -> String {
    for decimals in stride(from: 4, through: 0, by: -1) {
      let text = fraction(value, decimals: decimals)
      if text.count <= 5 { return text }
    }
    return fixed(value, decimals: 0)
  }

  /// A setting in at most two decimals without zeros at its end: `5`, `1.2`, `.75`.
  package static func brief(_ value: Double) -> String {
    for decimals in 0..<2
    where (value * (decimals == 0 ? 1 : 10)).rounded() / (decimals == 0 ? 1 : 10) == value {
      return fraction(value, decimals: decimals)
    }
    return fraction(value, decimals: 2)
  }

  /// A duration given in seconds, in milliseconds: `1.2 ms`, `34 ms`.
  package static func milliseconds(_ seconds: Double) -> String {
    let value = seconds * 1000
    return fixed(value, decimals: value < 9.95 ? 1 : 0) + " ms"
  }

  /// A count with commas between thousands: `1,007`.
  package static func grouped(_ count: Int) -> String {
    var digits = Array(String(count.magnitude))
    for index in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(",", at: index) }
    return (count < 0 ? "-" : "") + String(digits)
  }

  /// A count with what is counted: `1 item`, `1,007 items`; `plural` where it is not the noun with an s.
  package static func counted(_ count: Int, _ noun: String, plural: String? = nil) -> String {
    grouped(count) + " " + (count == 1 ? noun : plural ?? noun + "s")
  }
}
