/// Tells keys that follow each other as fast as a held key repeats from keys that are pressed one by one.
///
/// While a key is held, whatever it scrolls past is gone before anybody sees it: pictures wait until it is let go. After a
/// single key they need not wait.
struct KeyPace {
  /// Keys at most so far apart count as held: nobody types so fast, and between keys that repeat slower there is time for
  /// the pictures of a screen.
  private static let repetition = Duration.milliseconds(35)
  /// So long after the last of them the key has been let go.
  private static let rest = Duration.milliseconds(60)

  private var last: ContinuousClock.Instant?
  private var isHeld = false

  /// Notes that input came.
  mutating func note(_ time: ContinuousClock.Instant) {
    isHeld = last.map { time - $0 <= Self.repetition } ?? false
    last = time
  }

  /// How long it takes until the key counts as let go; `nil` when none is held.
  func settles(after now: ContinuousClock.Instant) -> Duration? {
    guard isHeld, let last, now - last < Self.rest else { return nil }
    return Self.rest - (now - last)
  }
}
