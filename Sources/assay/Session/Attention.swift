internal import Glibc
internal import Synchronization

/// Whether somebody is at work in the explorer, so that what nobody waits for gives way.
///
/// Checks and preparations read as much memory as a search does, and where there is much to read, memory is what a
/// search waits for. May be asked and told from any thread.
final class Attention: Sendable {
  /// For how long nothing must have been typed before somebody counts as looking, not working.
  static let calm = Duration.milliseconds(300)
  /// How long work that gave way sleeps before it looks again.
  private static let nap = Duration.milliseconds(20)

  private let searches = Atomic(0)
  private let lastInput = Mutex(ContinuousClock.now)

  /// When calm comes, if nothing is typed until then.
  var calmBegins: ContinuousClock.Instant { lastInput.withLock(\.self) + Self.calm }

  /// Whether nothing was typed for a while and no search runs.
  var isCalm: Bool { searches.load(ordering: .relaxed) == 0 && ContinuousClock.now >= calmBegins }

  /// Notes that something was typed.
  func noteInput() {
    lastInput.withLock { $0 = .now }
  }

  /// Does what somebody waits for.
  func whileSearching<Result>(_ search: () throws -> Result) rethrows -> Result {
    searches.add(1, ordering: .relaxed)
    defer { searches.subtract(1, ordering: .relaxed) }
    return try search()
  }

  /// Sleeps while a search runs, or until `isUnwanted` says that nothing is left to wait for.
  func waitForSearches(unless isUnwanted: () -> Bool = { false }) {
    while searches.load(ordering: .relaxed) > 0, !isUnwanted() { usleep(UInt32(Self.nap / .microseconds(1))) }
  }

  /// Sleeps until it is calm, or until `isUnwanted` says that nothing is left to wait for.
  func waitForCalm(unless isUnwanted: () -> Bool = { false }) {
    while !isCalm, !isUnwanted() { usleep(UInt32(Self.nap / .microseconds(1))) }
  }
}
