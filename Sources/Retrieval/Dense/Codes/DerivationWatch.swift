import Synchronization

/// Follows the derivation of a catalogue's vectors in another format, and may end it.
///
/// Asked and told from any thread; work is counted in rows.
package final class DerivationWatch: Sendable {
  private let total = Atomic(0)
  private let done = Atomic(0)
  private let ended = Atomic(false)
  private let isEnded: @Sendable () -> Bool
  private let tell: @Sendable (_ share: Double) -> Void

  /// Makes a watch.
  /// - Parameters:
  ///   - isEnded: Whether the work is of no use any more; asked every few milliseconds.
  ///   - tell: Takes the share of the work that is done, 0…1, as often.
  package init(
    isEnded: @escaping @Sendable () -> Bool = { false },
    tell: @escaping @Sendable (_ share: Double) -> Void = { _ in }
  ) {
    self.isEnded = isEnded
    self.tell = tell
  }

  /// Whether the work was ended before it was done.
  package var wasEnded: Bool { ended.load(ordering: .relaxed) }

  /// Says how many rows there will be.
  func begin(_ rows: Int) {
    total.store(max(1, rows), ordering: .relaxed)
    done.store(0, ordering: .relaxed)
  }

  /// Notes that so many rows are about to be worked on; says whether to go on.
  func advance(by rows: Int) -> Bool {
    if wasEnded { return false }
    if isEnded() {
      ended.store(true, ordering: .relaxed)
      return false
    }
    let now = done.add(rows, ordering: .relaxed).newValue
    tell(min(1, Double(now) / Double(total.load(ordering: .relaxed))))
    return true
  }
}
