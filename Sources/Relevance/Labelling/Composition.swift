/// The ways to write a number as a sum of so many parts in order, each 0 or more.
enum Composition {
  /// How many there are, or `nil` when that is more than `limit`.
  static func count(of total: Int, parts: Int, atMost limit: Int) -> Int? {
    var count = 1
    // The binomial of total + parts − 1 over parts − 1; every intermediate value is one, too, and they grow.
    for step in 1..<max(1, parts) {
      let (product, overflows) = count.multipliedReportingOverflow(by: total + step)
      guard !overflows else { return nil }
      count = product / step
      if count > limit { return nil }
    }
    return count
  }

  /// Calls `body` with each.
  /// - Precondition: `parts` is positive.
  static func forEach(of total: Int, parts: Int, _ body: ([Int]) -> Void) {
    precondition(parts > 0, "a sum of no parts is no composition")
    var counts = Array(repeating: 0, count: parts)
    func place(_ rest: Int, from part: Int) {
      guard part < parts - 1 else {
        counts[part] = rest
        body(counts)
        return
      }
      for count in 0...rest {
        counts[part] = count
        place(rest - count, from: part + 1)
      }
    }
    place(total, from: 0)
  }
}
