internal import Glibc
internal import Synchronization

/// How many caught signals have come so far; all that a signal handler may touch.
private let signalCount = Atomic(0)

/// Turns ctrl-C and SIGTERM into a question that long work asks between its steps.
///
/// The signals are caught from the beginning until `end()`, or as long as the object lives; one that was ignored before,
/// as in the background of a script, stays ignored.
final class Interruption {
  private let countBefore: Int
  private var former: [(signal: Int32, action: sigaction)] = []

  /// Catches the signals from now on, instead of dying.
  init(signals: [Int32] = [SIGINT, SIGTERM]) {
    // Also makes sure that the counter is there before a handler needs it.
    countBefore = signalCount.load(ordering: .relaxed)
    var catching = sigaction()
    catching.__sigaction_handler.sa_handler = { _ in signalCount.add(1, ordering: .relaxed) }
    catching.sa_flags = SA_RESTART
    for number in signals {
      var before = sigaction()
      sigaction(number, nil, &before)
      guard !before.isIgnored else { continue }
      sigaction(number, &catching, nil)
      former.append((number, before))
    }
  }

  deinit { end() }

  /// Whether the work should stop, clean up and leave what was there before.
  var wasRequested: Bool { signalCount.load(ordering: .relaxed) > countBefore }

  /// The same question for whoever works on another thread.
  var question: @Sendable () -> Bool {
    let countBefore = self.countBefore
    return { signalCount.load(ordering: .relaxed) > countBefore }
  }

  /// Gives the signals back to whoever had them before; later calls do nothing.
  func end() {
    for (signal, action) in former {
      var action = action
      sigaction(signal, &action, nil)
    }
    former = []
  }
}

extension sigaction {
  /// Whether the signal does nothing at all; functions can only be compared by their addresses.
  fileprivate var isIgnored: Bool {
    unsafeBitCast(__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
