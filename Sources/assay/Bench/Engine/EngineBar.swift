/// The most that the median and the 99th percentile of a work may be, in milliseconds.
struct EngineBar {
  let median: Double?
  let p99: Double?

  /// Nothing is asked for.
  static let none = EngineBar(median: nil, p99: nil)

  /// The bars hold up to this many items; nothing is promised for more.
  static let largest = 1_000_000

  /// A bar for at most `count` items, none for more.
  static func of(_ subject: EngineSubject, median: Double?, p99: Double? = nil, upTo count: Int = largest)
    -> Self
  {
    subject.itemCount <= count ? EngineBar(median: median, p99: p99) : .none
  }
}
