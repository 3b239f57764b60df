import Dispatch
import Synchronization

/// A loop that several threads work on, piece by piece.
final class SharedLoop: Sendable {
  /// The closure, in a type of its own: a mutex over a bare closure wraps it anew every time it is read.
  private struct Body {
    let work: @Sendable (Int) -> Void
  }

  private let pieces: Int
  private let next = Atomic(0)
  private let helpers = Atomic(0)
  private let isLeft = DispatchSemaphore(value: 0)
  // Taken away at the end: a late helper may keep the loop, but never the caller's closure.
  private let body: Mutex<Body?>

  init(pieces: Int, body: @escaping @Sendable (Int) -> Void) {
    self.pieces = pieces
    self.body = Mutex(Body(work: body))
  }

  /// Whether a piece is still to be taken.
  var hasWork: Bool { next.load(ordering: .relaxed) < pieces }

  /// Works until no piece is left to take, or until `isOvertaken` says so between two pieces.
  func work(until isOvertaken: () -> Bool = { false }) {
    guard let body = body.withLock({ $0 }) else { return }
    while !isOvertaken() {
      let piece = next.add(1, ordering: .relaxed).oldValue
      guard piece < pieces else { return }
      body.work(piece)
    }
  }

  /// Counts a helper in, before it works.
  func join() {
    helpers.add(1, ordering: .acquiringAndReleasing)
  }

  /// Counts a helper out; it does not touch the loop's body any more.
  func leave() {
    if helpers.subtract(1, ordering: .acquiringAndReleasing).newValue < 0 { isLeft.signal() }
  }

  /// Returns when no helper works on the loop any more and its body is let go of.
  ///
  /// Called once, when no helper can join any more.
  func finish() {
    // The last to count down below zero signals: the waiter itself when nobody is left.
    leave()
    isLeft.wait()
    body.withLock { $0 = nil }
  }
}
