extension Double {
  /// The number in at most three decimals without trailing zeros, for labels: `0.1`, `1.25`, `12`.
  var brief: String {
    guard abs(self) < 1e15 else { return "\(self)" }
    let thousandths = Int((self * 1000).rounded())
    guard !thousandths.isMultiple(of: 1000) else { return "\(thousandths / 1000)" }
    var digits = "\(abs(thousandths) % 1000 + 1000)".dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "\(thousandths < 0 ? "-" : "")\(abs(thousandths) / 1000).\(digits)"
  }
}
