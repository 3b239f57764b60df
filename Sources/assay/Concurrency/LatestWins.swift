internal import Dispatch
internal import Synchronization

/// Runs work on its own thread, keeping at most one waiting request for each key: a newer one replaces an older
/// that has not begun.
///
/// For work whose answer is only wanted for the latest input, such as a search per keystroke. A request that has
/// begun runs to its end; its answer carries a generation and is dropped when stale.
final class LatestWins<Key: Hashable & Sendable, Request: Sendable>: Sendable {
  private let queue: DispatchQueue
  private let waiting = Mutex<[(key: Key, request: Request)]>([])
  private let work: @Sendable (Request) -> Void

  /// Makes a lane named `label`; `work` runs on its thread, one request at a time.
  init(label: String, work: @escaping @Sendable (Request) -> Void) {
    queue = DispatchQueue(label: label, qos: .userInteractive)
    self.work = work
  }

  /// Asks for work, replacing a waiting request of the same key.
  func submit(_ request: Request, for key: Key) {
    waiting.withLock { queue in
      queue.removeAll { $0.key == key }
      queue.append((key, request))
    }
    queue.async { self.runNext() }
  }

  private func runNext() {
    let next = waiting.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    if let next { work(next.request) }
  }
}
