internal import CursesBackend
internal import Dispatch
internal import Explorer
internal import Synchronization
internal import TerminalUI

/// A value that is being made on a thread of its own, and what shows on the terminal when that takes long.
///
/// Keys that are typed meanwhile are not lost: they are handed over.
final class Opening<Value: Sendable>: Sendable {
  private let made = Mutex<Result<Value, any Error>?>(nil)
  private let isMade = DispatchSemaphore(value: 0)
  private let wakeUp: WakeUp

  /// Starts to make the value.
  init(_ make: @escaping @Sendable () throws -> Value) throws {
    wakeUp = try WakeUp()
    DispatchQueue(label: "assay.opening", qos: .userInteractive).async { [self] in
      let result = Result { try make() }
      made.withLock { $0 = result }
      isMade.signal()
      wakeUp.signal()
    }
  }

  /// The value if it is there within `patience`, or else `nil`.
  /// - Throws: What making it threw.
  func value(within patience: DispatchTimeInterval) throws -> Value? {
    guard isMade.wait(timeout: .now() + patience) == .success else { return nil }
    isMade.signal()
    return try made.withLock(\.self)?.get()
  }

  /// Shows that `path` is being opened until the value is there.
  ///
  /// - Returns: the value and what was typed meanwhile, or `nil` when the user left.
  /// - Throws: What making it threw.
  func value(
    on terminal: CursesTerminal, showing path: String, query: String
  ) throws -> (value: Value, typed: [TerminalEvent])? {
    var field = TextField(query)
    var typed: [TerminalEvent] = []
    while true {
      if let value = try value(within: .seconds(0)) { return (value, typed) }
      terminal.present(drawOpening(path, query: field, size: terminal.size)) { _, _ in nil }
      terminal.wait(for: [wakeUp.descriptor])
      for input in terminal.readEvents() {
        switch input {
        case .event(.key(.control("c"))), .quitRequested: return nil
        case .event(let event):
          if case .key(.character(let character)) = event { field.insert(String(character)) }
          if case .key(.backspace) = event { field.apply(.deleteLeft) }
          typed.append(event)
        case .suspendRequested: terminal.suspend()
        case .resumed: break
        }
      }
    }
  }
}
