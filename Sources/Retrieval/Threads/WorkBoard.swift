import Dispatch
import Glibc
import Synchronization

/// Where loops are posted for parked threads to find.
final class WorkBoard: Sendable {
  private struct State {
    var loops: [SharedLoop] = []
    var isStopped = false
  }

  private let state = Mutex(State())
  // Counts loops posted, so that a helper notices a newer one without the lock.
  private let newest = Atomic(0)
  private let alarm = DispatchSemaphore(value: 0)

  /// Offers a loop and wakes `helpers` threads.
  func post(_ loop: SharedLoop, helpers: Int) {
    state.withLock { $0.loops.append(loop) }
    newest.add(1, ordering: .releasing)
    for _ in 0..<helpers { alarm.signal() }
  }

  /// Takes a loop back: nobody joins it from now on.
  func withdraw(_ loop: SharedLoop) {
    state.withLock { state in state.loops.removeAll { $0 === loop } }
  }

  /// Starts a thread that helps until the board is stopped.
  func startWorker() {
    let board = Unmanaged.passRetained(self).toOpaque()
    var thread = pthread_t()
    let status = pthread_create(
      &thread, nil,
      { board in
        guard let board else { return nil }
        Unmanaged<WorkBoard>.fromOpaque(board).takeRetainedValue().helpUntilStopped()
        return nil
      }, board)
    if status == 0 {
      pthread_detach(thread)
    } else {
      // Callers do the work of the missing thread themselves.
      Unmanaged<WorkBoard>.fromOpaque(board).release()
    }
  }

  /// Lets all threads end.
  func stop(workers: Int) {
    state.withLock { $0.isStopped = true }
    for _ in 0..<workers { alarm.signal() }
  }

  private func helpUntilStopped() {
    while true {
      alarm.wait()
      if state.withLock({ $0.isStopped }) { return }
      while let (loop, number) = joinNewest() {
        loop.work { newest.load(ordering: .acquiring) != number }
        loop.leave()
      }
    }
  }

  /// Joins the newest loop that has work left.
  private func joinNewest() -> (SharedLoop, number: Int)? {
    state.withLock { state in
      guard let loop = state.loops.last(where: \.hasWork) else { return nil }
      loop.join()
      return (loop, newest.load(ordering: .acquiring))
    }
  }
}
