internal import Foundation
internal import Glibc

/// Threads for what nobody waits for.
enum BackgroundThread {
  /// Runs `work` on a thread of its own and of the lowest priority.
  static func start(_ name: String, _ work: @escaping @Sendable () -> Void) {
    let thread = Thread {
      // On Linux a priority is a thread's own. Refused, the work is only less polite.
      setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 19)
      work()
    }
    thread.name = name
    thread.start()
  }
}
