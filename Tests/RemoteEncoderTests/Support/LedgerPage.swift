import RemoteEncoder
import Synchronization

/// What encoders noted down, from whatever threads.
final class LedgerPage: Sendable {
  private let all = Mutex<[LedgerEntry]>([])

  var entries: [LedgerEntry] { all.withLock { $0 } }

  func add(_ entry: LedgerEntry) { all.withLock { $0.append(entry) } }
}
