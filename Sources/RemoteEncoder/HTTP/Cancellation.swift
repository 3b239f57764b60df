internal import Dispatch
internal import Synchronization

/// Says, from any thread, that work under way is no longer wanted; for good.
package final class Cancellation: Sendable {
  private let flag = Atomic<Bool>(false)
  private let wake = DispatchSemaphore(value: 0)

  /// Makes one that was not asked for yet.
  package init() {}

  /// Asks everybody who looks here to stop, and wakes those who wait.
  package func cancel() {
    flag.store(true, ordering: .releasing)
    wake.signal()
  }

  /// Whether somebody asked to stop.
  package var isCancelled: Bool { flag.load(ordering: .acquiring) }

  /// Waits unless, or until, somebody asks to stop.
  /// - Returns: whether the whole time passed.
  package func wait(seconds: Double) -> Bool {
    if isCancelled { return false }
    guard wake.wait(timeout: .now() + seconds) == .success else { return true }
    wake.signal()  // for the next one who waits
    return false
  }
}
