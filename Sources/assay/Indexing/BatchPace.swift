/// How many items are encoded at once: as many as the encoder likes, but for a few seconds at most.
///
/// A batch is what is lost when the work is stopped, and between two of them the progress stands still.
struct BatchPace {
  /// How many are to be taken next.
  private(set) var size: Int
  private let most: Int

  private static let first = 64
  private static let longest = Duration.seconds(10)

  /// Starts with few; `most` is what the encoder likes.
  init(most: Int) {
    self.most = most
    size = min(most, Self.first)
  }

  /// Learns how long a batch took.
  mutating func note(_ duration: Duration, for count: Int) {
    if duration > Self.longest {
      size = max(1, min(size, count) / 2)
    } else if duration < Self.longest / 2, count == size {
      size = min(most, size * 2)
    }
  }
}
