internal import CTerminal
internal import Glibc

/// A descriptor that any thread can make readable, to get a polling main thread out of its wait.
///
/// Many signals before one `drain()` count once. The descriptor lives as long as the value.
package final class WakeUp: Sendable {
  /// Becomes readable on `signal()`; only to be polled.
  package let descriptor: Int32

  /// Opens the descriptor.
  /// - Throws: `TerminalError.system` when the process has no descriptors left.
  package init() throws(TerminalError) {
    descriptor = assay_event_descriptor()
    guard descriptor >= 0 else { throw .system(call: "eventfd", code: errno) }
  }

  deinit { close(descriptor) }

  /// Makes the descriptor readable; safe from any thread.
  package func signal() {
    var one: UInt64 = 1
    _ = write(descriptor, &one, MemoryLayout<UInt64>.size)
  }

  /// Makes it unreadable again, before the mail it announced is taken.
  package func drain() {
    var count: UInt64 = 0
    _ = read(descriptor, &count, MemoryLayout<UInt64>.size)
  }
}
