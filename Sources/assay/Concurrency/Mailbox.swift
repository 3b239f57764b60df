internal import CursesBackend
internal import Synchronization

/// Messages from worker threads to the event loop, with a file descriptor that `poll` can wait on.
///
/// Any thread may send; only the loop drains. Order of sending is kept.
final class Mailbox<Message: Sendable>: Sendable {
  private let messages = Mutex<[Message]>([])
  private let wakeUp: WakeUp

  init() throws {
    wakeUp = try WakeUp()
  }

  /// Readable whenever messages wait.
  var descriptor: Int32 { wakeUp.descriptor }

  /// Leaves a message and wakes the loop.
  func send(_ message: Message) {
    messages.withLock { $0.append(message) }
    wakeUp.signal()
  }

  /// Whether nothing waits to be taken.
  var isEmpty: Bool { messages.withLock(\.isEmpty) }

  /// Takes every waiting message.
  func drain() -> [Message] {
    wakeUp.drain()
    return messages.withLock { waiting in
      defer { waiting.removeAll(keepingCapacity: true) }
      return waiting
    }
  }
}
