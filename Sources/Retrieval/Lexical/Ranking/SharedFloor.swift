internal import Synchronization

/// A score that the wanted number of items is known to reach, told among the threads that share a query: what one has
/// found spares the others the same work.
final class SharedFloor: Sendable {
  // Scores that are not negative are in the order of their bits.
  private let bits = Atomic<UInt32>(0)

  /// The largest score told so far, 0 at first; an item that just reaches it may belong among the best, by its ordinal.
  var score: Float { Float(bitPattern: bits.load(ordering: .relaxed)) }

  /// Tells a score that is not negative.
  func raise(to score: Float) {
    bits.max(score.bitPattern, ordering: .relaxed)
  }
}
