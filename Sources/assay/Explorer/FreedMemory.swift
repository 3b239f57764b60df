internal import Dispatch

/// Gives the system back, now and then, what was freed.
///
/// The allocator keeps freed memory for whoever asks next, and what an export or the curves of a whole query set took may
/// not be asked for again. Ends when the last reference goes.
final class FreedMemory: Sendable {
  private static let pause = DispatchTimeInterval.seconds(10)
  /// Somebody who never rests waits a few milliseconds then, once.
  private static let patience = Duration.seconds(20)

  private let attention: Attention
  private let queue = DispatchQueue(label: "assay.freed", qos: .utility)

  /// Starts to give back, as far as it can be while nobody is at work.
  init(givingWayTo attention: Attention) {
    self.attention = attention
    wait()
  }

  private func wait() {
    queue.asyncAfter(deadline: .now() + Self.pause) { [weak self] in
      self?.giveBack()
      self?.wait()
    }
  }

  private func giveBack() {
    let deadline = ContinuousClock.now + Self.patience
    attention.waitForCalm { ContinuousClock.now >= deadline }
    Heap.giveBack()
  }
}
