import CTerminal
import Dispatch
import Glibc
import Synchronization
import TerminalUI
import Testing

/// A terminal without glass: what is written to it is kept, and keys can be typed into it.
final class PseudoTerminal: Sendable {
  /// The descriptor a program would run on.
  let terminal: Int32
  private let controller: Int32
  private let received = Mutex<[UInt8]>([])
  private let isClosing = Atomic<Bool>(false)

  /// Opens one for as long as `body` runs; everything written to it is taken away at once, as terminals do.
  static func open<T>(
    columns: Int = 80, rows: Int = 24, cell: (width: Int, height: Int) = (0, 0),
    _ body: (PseudoTerminal) throws -> T
  ) throws -> T {
    let pty = try PseudoTerminal(
      assay_window_size(
        columns: Int32(columns), rows: Int32(rows), pixel_width: Int32(columns * cell.width),
        pixel_height: Int32(rows * cell.height)))
    let reading = DispatchGroup()
    DispatchQueue(label: "glass").async(group: reading) { pty.readUntilClosing() }
    defer {
      pty.isClosing.store(true, ordering: .sequentiallyConsistent)
      reading.wait()
    }
    return try body(pty)
  }

  private init(_ size: assay_window_size) throws {
    var (controller, terminal): (Int32, Int32) = (-1, -1)
    try #require(assay_open_pty(size, &controller, &terminal) == 0)
    self.controller = controller
    self.terminal = terminal
  }

  deinit {
    close(terminal)
    close(controller)
  }

  /// Takes what was written since the last call.
  func take() -> String {
    // A mark of our own says that everything before it has arrived.
    let mark = Array("\u{1}mark\u{1}".utf8)
    guard send(mark) else { return "" }
    while true {
      let taken = received.withLock { bytes -> [UInt8]? in
        guard bytes.suffix(mark.count) == mark[...] else { return nil }
        defer { bytes = [] }
        return bytes.dropLast(mark.count)
      }
      if let taken { return String(decoding: taken, as: UTF8.self) }
      usleep(1000)
    }
  }

  /// Writes everything to the terminal as a program does, waiting where it takes no more for now; `false`, with an issue
  /// recorded, when it takes nothing at all.
  private func send(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(terminal, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EAGAIN && errno != EINTR {
        Issue.record("the pseudo-terminal takes nothing: \(String(cString: strerror(errno)))")
        return false
      } else {
        usleep(1000)
      }
    }
    return true
  }

  /// Presses keys, or answers as the terminal.
  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(controller, bytes, bytes.count)
  }

  /// Gives the window another size.
  func resize(columns: Int, rows: Int) {
    let size = assay_window_size(columns: Int32(columns), rows: Int32(rows), pixel_width: 0, pixel_height: 0)
    _ = assay_set_window_size(controller, size)
  }

  /// The terminal's modes as one comparable value.
  var modes: [UInt32] {
    var modes = termios()
    tcgetattr(terminal, &modes)
    return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
  }

  private func readUntilClosing() {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while !isClosing.load(ordering: .sequentiallyConsistent) {
      var waiting = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, 20) > 0 else { continue }
      let count = read(controller, &buffer, buffer.count)
      if count > 0 { received.withLock { $0 += buffer.prefix(count) } }
    }
  }
}
