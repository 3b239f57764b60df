/// How fast items are judged.
package struct Pace: Hashable, Sendable {
  /// Who looks longer than this at an item, in milliseconds, was away.
  private static let longest = 60_000
  /// How many of the latest items count.
  private static let memory = 20
  /// Fewer say nothing.
  private static let least = 3

  private var recent: [Int] = []

  /// Nothing was judged yet.
  package init() {}

  /// Takes note of an item that was judged after so many milliseconds.
  package mutating func add(milliseconds: Int) {
    recent.append(min(Self.longest, max(1, milliseconds)))
    recent = recent.suffix(Self.memory)
  }

  /// Items a minute, of the latest; `nil` when there were too few.
  package var perMinute: Int? {
    guard recent.count >= Self.least else { return nil }
    return Int((60_000 * Double(recent.count) / Double(recent.reduce(0, +))).rounded())
  }
}
