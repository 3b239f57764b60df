internal import CTerminal
internal import Dispatch
internal import Glibc
internal import Synchronization
internal import TerminalUI

/// A program in a pseudo-terminal: keys go in, and everything it writes is taken at once and stamped with the time.
///
/// One thread does nothing but read, as a terminal would that is never busy. Ends the program when it goes away.
final class DrivenProgram: Sendable {
  /// Output that was read in one piece.
  struct Chunk {
    let time: ContinuousClock.Instant
    let bytes: [UInt8]
  }

  private struct State {
    var chunks: [Chunk] = []
    var lastOutput: ContinuousClock.Instant?
    var isAnswered = false
    var tail: [UInt8] = []
    var hasEnded = false
  }

  /// When the program was about to be started.
  let started: ContinuousClock.Instant
  private let child: assay_pty_child
  private let answers: [UInt8]?
  private let state = Mutex(State())
  private let reading = DispatchGroup()

  /// Starts a program.
  /// - Parameters:
  ///   - command: an absolute path and its arguments.
  ///   - environment: the whole environment.
  ///   - window: cells and pixels of the terminal.
  ///   - answers: what to say once the program has asked what the terminal can show; `nil` for a terminal that never
  ///     answers by itself.
  /// - Throws: `CommandFailure` when the program can't be started.
  init(
    _ command: [String], environment: [String: String], window: assay_window_size, answers: [UInt8]?
  ) throws {
    let arguments = command.map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var child = assay_pty_child()
    started = .now
    let failure = assay_spawn_in_pty(command[0], arguments, variables, window, &child)
    guard failure == 0 else {
      throw CommandFailure.data("\(command[0]) can't be started: \(String(cString: strerror(failure)))")
    }
    self.child = child
    self.answers = answers
    DispatchQueue(label: "assay.bench.reader", qos: .userInteractive).async(group: reading) { [self] in
      readUntilEnd()
    }
  }

  /// Presses a key, or answers as the terminal.
  /// - Returns: the time just before.
  @discardableResult
  func write(_ bytes: [UInt8]) -> ContinuousClock.Instant {
    let time = ContinuousClock.now
    _ = Glibc.write(child.controller, bytes, bytes.count)
    return time
  }

  /// Sleeps until nothing was written for `quiet`, but no longer than `limit`; takes everything that was.
  ///
  /// Sleeping rather than looking at the output leaves the processor to the program that is measured.
  func takeWhenQuiet(for quiet: Duration, limit: Duration) -> [Chunk] {
    let start = ContinuousClock.now
    while true {
      let now = ContinuousClock.now
      let (last, hasEnded) = state.withLock { ($0.lastOutput, $0.hasEnded) }
      let calmSince = max(last ?? start, start)
      if hasEnded || now - calmSince >= quiet || now - start >= limit { return take() }
      usleep(2000)
    }
  }

  /// Asks the program to quit by ctrl-C and waits for it; kills it when it does not.
  /// - Returns: its exit status, or `nil` when it had to be killed.
  func quit() -> Int32? {
    write([0x03])
    for _ in 0..<500 {
      if let status = reap(WNOHANG) { return status }
      usleep(10_000)
    }
    kill()
    return nil
  }

  /// Ends the program at once.
  func kill() {
    _ = Glibc.kill(child.pid, SIGKILL)
    _ = reap(0)
  }

  private func reap(_ options: Int32) -> Int32? {
    var status: Int32 = 0
    guard waitpid(child.pid, &status, options) == child.pid else { return nil }
    reading.wait()
    close(child.controller)
    // Exited, as WIFEXITED and WEXITSTATUS read it; otherwise a signal, in the shell's count.
    return status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + status & 0x7f
  }

  private func take() -> [Chunk] {
    state.withLock { state in
      defer { state.chunks = [] }
      return state.chunks
    }
  }

  private func readUntilEnd() {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(child.controller, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      // EIO: nobody holds the terminal's other end any more.
      guard count > 0 else { break }
      keep(Chunk(time: .now, bytes: Array(buffer.prefix(count))))
    }
    state.withLock { $0.hasEnded = true }
  }

  private func keep(_ chunk: Chunk) {
    let mustAnswer = state.withLock { state in
      state.chunks.append(chunk)
      state.lastOutput = chunk.time
      guard answers != nil, !state.isAnswered else { return false }
      let recent = state.tail + chunk.bytes
      state.isAnswered = recent.contains(TerminalAnswers.fence)
      state.tail = recent.suffix(TerminalAnswers.fence.count - 1)
      return state.isAnswered
    }
    if mustAnswer, let answers { write(answers) }
  }
}
