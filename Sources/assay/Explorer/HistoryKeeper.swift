internal import Dispatch
internal import Explorer
internal import Storage
internal import Synchronization

/// Writes queries into the history, away from the event loop and in their order.
final class HistoryKeeper: Sendable {
  private let file: QueryHistoryFile?
  private let mailbox: Mailbox<LoopMessage>
  private let queue = DispatchQueue(label: "assay.history")
  private let hasFailed = Mutex(false)

  /// Keeps queries in `file`, or only as long as the session lasts; `mailbox` is told once when that fails.
  init(file: QueryHistoryFile?, mailbox: Mailbox<LoopMessage>) {
    self.file = file
    self.mailbox = mailbox
  }

  /// Adds a query as the latest.
  func remember(_ query: String) {
    guard let file else { return }
    queue.async { [self] in
      do throws(StorageError) {
        try file.append(query)
      } catch {
        guard
          hasFailed.withLock({ was in
            defer { was = true }; return !was
          })
        else { return }
        mailbox.send(
          .action(.warning("queries are remembered for this session only: \(error); --no-history keeps none"))
        )
      }
    }
  }

  /// Waits until every query is written, or was refused.
  func drain() { queue.sync {} }
}
