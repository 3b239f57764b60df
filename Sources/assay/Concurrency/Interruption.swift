internal import Dispatch
internal import Glibc
internal import Synchronization

/// Turns ctrl-C and SIGTERM into a question that long work asks between its steps.
///
/// The signals stay caught until the process ends: there is one for each command.
final class Interruption: Sendable {
  private let isRequested = Atomic(false)

  /// Catches the signals from now on, instead of dying.
  init(signals: [Int32] = [SIGINT, SIGTERM]) {
    for number in signals {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      // The handler keeps both the source and this object alive.
      source.setEventHandler { [self] in withExtendedLifetime(source) { request() } }
      source.resume()
    }
  }

  /// Asks for the work to stop, as the signals do.
  func request() {
    isRequested.store(true, ordering: .relaxed)
  }

  /// Whether the work should stop, clean up and leave what was there before.
  var wasRequested: Bool { isRequested.load(ordering: .relaxed) }
}
