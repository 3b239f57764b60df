/// Ends never and tells nobody.
struct Unwatched: StepWatch {
  func begin(_ total: Int) {}
  func step(counting steps: Int) {}
  func finish() {}
}

/// Tells now and then how far work in several parts has come.
final class PartsWatch: StepWatch {
  /// The work was ended.
  struct Ended: Error {}

  private let total: Int
  private let isEnded: () -> Bool
  private let tell: (_ done: Int, _ total: Int) -> Void
  private var done = 0
  private var lastTold = ContinuousClock.now

  private static let patience = Duration.milliseconds(150)

  init(total: Int, isEnded: @escaping () -> Bool, tell: @escaping (_ done: Int, _ total: Int) -> Void) {
    self.total = total
    self.isEnded = isEnded
    self.tell = tell
  }

  /// Each part counts towards the whole.
  func begin(_ total: Int) {}

  func step(counting steps: Int) throws {
    if isEnded() { throw Ended() }
    done += steps
    guard ContinuousClock.now - lastTold > Self.patience else { return }
    lastTold = .now
    tell(done, total)
  }

  func finish() {}
}
