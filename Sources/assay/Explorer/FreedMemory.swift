internal import Dispatch
internal import Glibc

/// Gives the system back, now and then, what was freed.
///
/// The allocator keeps freed memory in the heap of each thread that asked for it, and rankings, exports and pictures come
/// from many threads: after half an hour of work a third of a session's memory was such leavings. Ends when the last
/// reference goes.
final class FreedMemory: Sendable {
  private static let pause = DispatchTimeInterval.seconds(10)
  /// Somebody who never rests waits a few milliseconds then, once.
  private static let patience = Duration.seconds(20)

  /// GNU's `malloc_trim`, which Swift's view of the C library lacks; other allocators have none and need none.
  private static let trim = dlsym(nil, "malloc_trim").map {
    // malloc.h: int malloc_trim(size_t pad)
    unsafeBitCast($0, to: (@convention(c) (Int) -> CInt).self)
  }

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
    _ = Self.trim?(0)
  }
}
