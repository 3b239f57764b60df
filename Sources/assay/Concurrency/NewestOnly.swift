internal import Dispatch
internal import Synchronization

/// Runs long work in the background, one piece at a time on a thread of its own; a newer piece ends the older.
///
/// The work asks now and then whether it was ended, and leaves off when it was.
final class NewestOnly<Request: Sendable>: Sendable {
  private let queue: DispatchQueue
  private let newest = Atomic(0)
  private let work: @Sendable (Request, _ isEnded: @escaping @Sendable () -> Bool) -> Void

  /// Makes a lane named `label`; it steps back behind what somebody waits for unless told otherwise.
  init(
    label: String, quality: DispatchQoS = .utility,
    work: @escaping @Sendable (Request, _ isEnded: @escaping @Sendable () -> Bool) -> Void
  ) {
    queue = DispatchQueue(label: label, qos: quality)
    self.work = work
  }

  /// Asks for work, and ends what was asked for before.
  func submit(_ request: Request) {
    let ticket = newest.add(1, ordering: .relaxed).newValue
    queue.async { [self] in
      let isEnded: @Sendable () -> Bool = { self.newest.load(ordering: .relaxed) != ticket }
      if !isEnded() { work(request, isEnded) }
    }
  }

  /// Ends what was asked for.
  func end() {
    newest.add(1, ordering: .relaxed)
  }
}
