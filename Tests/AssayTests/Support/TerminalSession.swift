import CTerminal
import Foundation
import Glibc
import Synchronization
import Testing

/// The program in a terminal of its own: keys go in, and what an xterm would show comes out.
final class TerminalSession: Sendable {
  private struct Seen {
    var bytes: [UInt8] = []
    var glass: Glass
    var hasEnded = false
  }

  let process: pid_t
  private let controller: Int32
  private let seen: Mutex<Seen>
  private let isClosing = Atomic(false)
  /// After it was waited for, its id may belong to another process.
  private let isReaped = Atomic(false)
  private let modesBefore: [UInt32]

  /// Starts `command` for as long as `body` runs, then kills it if it has not ended.
  static func open(
    _ command: [String], environment: [String: String], columns: Int = 100, rows: Int = 30,
    _ body: (TerminalSession) throws -> Void
  ) throws {
    let session = try TerminalSession(command, environment: environment, columns: columns, rows: rows)
    let reading = DispatchGroup()
    DispatchQueue(label: "glass").async(group: reading) { session.readUntilClosing() }
    defer {
      session.isClosing.store(true, ordering: .sequentiallyConsistent)
      reading.wait()
    }
    try body(session)
  }

  private init(_ command: [String], environment: [String: String], columns: Int, rows: Int) throws {
    let arguments = command.map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in arguments + variables { free(pointer) } }
    let size = Self.size(columns, rows)
    var child = assay_pty_child()
    let failure = assay_spawn_in_pty(command[0], arguments, variables, size, &child)
    try #require(failure == 0, "\(command[0]): \(String(cString: strerror(failure)))")
    process = child.pid
    controller = child.controller
    seen = Mutex(Seen(glass: Glass(columns: columns, rows: rows)))
    // A fresh terminal's modes, from one that nothing has run in.
    var (other, terminal): (Int32, Int32) = (-1, -1)
    try #require(assay_open_pty(size, &other, &terminal) == 0)
    modesBefore = Self.modes(of: other)
    Glibc.close(other)
    Glibc.close(terminal)
  }

  deinit {
    if !isReaped.load(ordering: .sequentiallyConsistent) {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    Glibc.close(controller)
  }

  /// Presses keys, or answers as the terminal.
  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(controller, bytes, bytes.count)
  }

  /// Sends a signal to the program.
  func send(_ signal: Int32) { kill(process, signal) }

  /// Gives the window another size.
  func resize(columns: Int, rows: Int) {
    seen.withLock { $0.glass.resize(columns: columns, rows: rows) }
    _ = assay_set_window_size(controller, Self.size(columns, rows))
  }

  /// What the terminal shows.
  var glass: Glass { seen.withLock(\.glass) }
  /// Everything that was written to the terminal.
  var bytes: [UInt8] { seen.withLock(\.bytes) }
  /// The same as text.
  var written: String { String(decoding: bytes, as: UTF8.self) }
  /// Whether keys are echoed and collected into lines as before the program started.
  var hasFormerModes: Bool { Self.modes(of: controller) == modesBefore }

  /// Waits until the screen is as described; fails with what it shows when it does not become so.
  func wait(
    for what: String, sourceLocation: SourceLocation = #_sourceLocation, until isSo: (Glass) -> Bool
  ) throws {
    let deadline = Date.now + Program.patience
    while !isSo(glass) {
      if Date.now > deadline {
        Issue.record("never shown: \(what)\n\(glass.text)", sourceLocation: sourceLocation)
        throw CancellationError()
      }
      usleep(5_000)
    }
  }

  /// What shows, without durations, once it is as described and whole: a frame may come in several pieces.
  func settledText(
    sourceLocation: SourceLocation = #_sourceLocation, once isSo: (Glass) -> Bool
  ) throws -> String {
    var last = -1
    var unchanged = 0
    try wait(for: "a settled screen", sourceLocation: sourceLocation) { glass in
      let count = bytes.count
      unchanged = count == last ? unchanged + 1 : 0
      last = count
      return unchanged > 60 && isSo(glass)
    }
    return glass.withoutTimes
  }

  /// Waits until a text shows.
  func waitFor(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try wait(for: text, sourceLocation: sourceLocation) { $0.text.contains(text) }
  }

  /// Leaves the query line for the answers, and waits for them.
  func goToAnswers(sourceLocation: SourceLocation = #_sourceLocation) throws {
    type("\r")
    try wait(for: "answers", sourceLocation: sourceLocation) { $0.hasAnswers }
  }

  /// Waits until the program ends: its exit code, or minus the signal that ended it.
  func end(sourceLocation: SourceLocation = #_sourceLocation) throws -> Int32 {
    var status: Int32 = 0
    let deadline = Date.now + Program.patience
    while waitpid(process, &status, WNOHANG) == 0 {
      try #require(Date.now < deadline, "did not end\n\(glass.text)", sourceLocation: sourceLocation)
      usleep(5_000)
    }
    isReaped.store(true, ordering: .sequentiallyConsistent)
    try AssayTests.wait(for: "the end of its output") { seen.withLock(\.hasEnded) }
    return ChildProcess.outcome(of: status)
  }

  private func readUntilClosing() {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while !isClosing.load(ordering: .sequentiallyConsistent) {
      var waiting = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, 20) > 0 else { continue }
      let count = read(controller, &buffer, buffer.count)
      seen.withLock { seen in
        if count > 0 {
          seen.bytes += buffer.prefix(count)
          seen.glass.take(Array(buffer.prefix(count)))
        } else {
          seen.hasEnded = true
        }
      }
      if count <= 0 { return }
    }
  }

  private static func size(_ columns: Int, _ rows: Int) -> assay_window_size {
    assay_window_size(columns: Int32(columns), rows: Int32(rows), pixel_width: 0, pixel_height: 0)
  }

  private static func modes(of descriptor: Int32) -> [UInt32] {
    var modes = termios()
    tcgetattr(descriptor, &modes)
    return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
  }
}

extension Program {
  /// Opens the explorer in a terminal.
  func explore(
    _ arguments: String..., columns: Int = 100, rows: Int = 30,
    _ body: (TerminalSession) throws -> Void
  ) throws {
    try TerminalSession.open(
      [Self.executable, "explore"] + arguments, environment: environment, columns: columns, rows: rows, body)
  }
}
