import Glibc
import Synchronization

/// Threads that wait, parked, for a loop to divide among themselves.
///
/// A scan lasts a few milliseconds, so threads are made once, and the calling thread works too: when all the others
/// are late or busy, it does everything itself. The newest loop is helped first, so that a keystroke overtakes work
/// in the background at the next piece. What a loop computes must not depend on how it was divided; then results are
/// the same on one thread and on many.
package final class WorkerPool: Sendable {
  /// One thread for each core of the machine.
  package static let shared = WorkerPool(threads: cores)

  /// How many threads work on a loop at most, the calling one included.
  package let threads: Int
  private let board = WorkBoard()

  /// Starts `threads − 1` threads.
  package init(threads: Int) {
    self.threads = max(1, threads)
    for _ in 1..<self.threads { board.startWorker() }
  }

  deinit { board.stop(workers: threads - 1) }

  /// Calls `body` with ranges of `grain` or fewer that together are `0..<count`, at once on several threads, and
  /// returns when all are done.
  ///
  /// - Parameters:
  ///   - count: The length of the loop.
  ///   - grain: The length of one piece, worth tens of microseconds at least; a loop of one piece runs inline.
  ///   - body: Works on one piece; called from any thread.
  package func concurrently(over count: Int, grain: Int, _ body: @Sendable (Range<Int>) -> Void) {
    precondition(grain > 0, "pieces of \(grain)")
    let pieces = (count + grain - 1) / grain
    guard pieces > 1, threads > 1 else {
      for piece in 0..<pieces { body(piece * grain..<min(count, (piece + 1) * grain)) }
      return
    }
    withoutActuallyEscaping(body) { body in
      let loop = SharedLoop(pieces: pieces) { piece in
        body(piece * grain..<min(count, (piece + 1) * grain))
      }
      board.post(loop, helpers: min(threads, pieces) - 1)
      loop.work()
      board.withdraw(loop)
      loop.finish()
    }
  }

  /// Calls `body` like `concurrently`, each thread with a partial result of its own.
  ///
  /// - Parameters:
  ///   - count: The length of the loop.
  ///   - grain: The length of one piece.
  ///   - initial: What every partial result begins as.
  ///   - body: Adds one piece to a partial result.
  /// - Returns: The partial results, in no order: combine them by something commutative. At least one.
  package func accumulate<Partial: Sendable>(
    over count: Int, grain: Int, into initial: Partial, _ body: @Sendable (inout Partial, Range<Int>) -> Void
  ) -> [Partial] {
    // Partial results nobody is adding to; there are never more than threads.
    let idle = Mutex([Partial]())
    concurrently(over: count, grain: grain) { range in
      var partial = idle.withLock { $0.popLast() } ?? initial
      body(&partial, range)
      idle.withLock { [partial] in $0.append(partial) }
    }
    let partials = idle.withLock { $0 }
    return partials.isEmpty ? [initial] : partials
  }

  private static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
