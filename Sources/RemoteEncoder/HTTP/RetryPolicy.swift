internal import Relevance

/// How often, and after which waits, a question is asked again.
///
/// Only what may pass by itself is tried again: 429, 502, 503, 504, time limits, broken connections.
package struct RetryPolicy: Hashable, Sendable {
  /// How often at most, after the first time.
  package var retries: Int
  /// Seconds before the first retry; each later wait is twice as long.
  package var firstWait: Double
  /// Seconds that no wait exceeds; a server that asks for more is not asked again.
  package var longestWait: Double
  /// Where the random parts of the waits begin; another one for each process, so that many don't ask in step.
  package var seed: UInt64

  /// Makes a policy.
  /// - Precondition: nothing is negative.
  package init(retries: Int = 4, firstWait: Double = 0.5, longestWait: Double = 60, seed: UInt64 = 1) {
    precondition(
      retries >= 0 && firstWait >= 0 && longestWait >= 0, "a negative number of retries or seconds")
    self.retries = retries
    self.firstWait = firstWait
    self.longestWait = longestWait
    self.seed = seed
  }
}

/// The waits of one question.
struct RetrySchedule {
  private let policy: RetryPolicy
  private var random: SeededRandom
  private var count = 0

  /// Begins the waits of a question; questions of different `turn` don't wait in step.
  init(_ policy: RetryPolicy, turn: UInt64 = 0) {
    self.policy = policy
    random = SeededRandom(seed: policy.seed, stream: turn)
  }

  /// Seconds to wait before the next try, or `nil` to give up.
  ///
  /// Exponential, of which up to a random half is taken off ("equal jitter"), and no less than `requested`, the
  /// seconds that the server asks for.
  mutating func next(requested: Double?) -> Double? {
    guard count < policy.retries, (requested ?? 0) <= policy.longestWait else { return nil }
    let doubled = min(policy.longestWait, policy.firstWait * Double(1 << min(count, 30)))
    count += 1
    return max(requested ?? 0, doubled * Double.random(in: 0.5...1, using: &random))
  }

  /// Counts from the beginning, after the server showed that it is there.
  mutating func startAgain() {
    count = 0
  }
}
