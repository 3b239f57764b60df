internal import Synchronization

/// Hands on how much of something is done, now and then, so that the screen is not drawn for every step.
final class Telling: Sendable {
  private static let patience = Duration.milliseconds(150)

  private let lastTold = Mutex(ContinuousClock.now)
  private let hearer: @Sendable (_ share: Double) -> Void

  init(_ hearer: @escaping @Sendable (_ share: Double) -> Void) {
    self.hearer = hearer
  }

  /// Takes the share that is done, from any thread.
  @Sendable func tell(_ share: Double) {
    let isDue = lastTold.withLock { lastTold in
      let now = ContinuousClock.now
      guard now - lastTold > Self.patience else { return false }
      lastTold = now
      return true
    }
    if isDue { hearer(share) }
  }
}
