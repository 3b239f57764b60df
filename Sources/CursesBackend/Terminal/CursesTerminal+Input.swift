internal import CNcurses
internal import CTerminal
internal import Glibc
internal import TerminalUI

extension CursesTerminal {
  /// How long an Escape waits for the rest of a sequence.
  static let escapeDelay = Duration.milliseconds(25)
  /// The same while the terminal's answers are on their way, whose Escape must not be taken for a key.
  static let escapeDelayBeforeReplies = Duration.milliseconds(100)
  /// How long a sequence that looks like an answer is taken for one.
  static let replyPatience = Duration.seconds(10)

  /// Whether something waits to be read, so that painting pictures should be interrupted.
  package var hasInput: Bool {
    var waiting = [
      pollfd(fd: input, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
    ]
    return poll(&waiting, nfds_t(waiting.count), 0) > 0
  }

  /// Sleeps until `readEvents()` has something to do, or one of the other descriptors becomes readable.
  /// - Parameters:
  ///   - others: descriptors such as `WakeUp.descriptor`.
  ///   - limit: the longest sleep; `nil` for no limit of the caller's.
  package func wait(for others: [Int32], atMost limit: Duration? = nil) {
    // A terminal that went away is readable for ever.
    var polled = ([hasHungUp ? -1 : input, signals] + others).map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    let now = ContinuousClock.now
    let pause = [limit, nextDeadline.map { $0 - now }].compactMap(\.self).min()
    // Rounded up: waking just before a deadline would only poll again.
    let milliseconds =
      pause.map { Int32(clamping: max(0, ($0 / .milliseconds(1)).rounded(.up)).clampedInt) } ?? -1
    _ = poll(&polled, nfds_t(polled.count), milliseconds)
  }

  /// Takes everything that has come: keys, pastes, signals, answers, and deadlines that passed.
  /// - Returns: what happened, in order; empty when nothing did.
  package func readEvents() -> [TerminalInput] {
    var inputs = takeSignals()
    let (bytes, hasEnded) = readBytes()
    if !bytes.isEmpty {
      lastByte = .now
      inputs += take(decoder.decode(bytes))
    } else if decoder.isWaiting, .now - lastByte >= currentEscapeDelay {
      inputs += take(decoder.flush())
    }
    if hasEnded, !hasHungUp {
      hasHungUp = true
      inputs.append(.quitRequested(signal: SIGHUP))
    }
    return inputs + takeDeadlines()
  }

  private var currentEscapeDelay: Duration {
    decoder.awaitsReplies ? Self.escapeDelayBeforeReplies : Self.escapeDelay
  }

  private var nextDeadline: ContinuousClock.Instant? {
    [decoder.isWaiting ? lastByte + currentEscapeDelay : nil, answersDue, repliesExpectedUntil]
      .compactMap(\.self).min()
  }

  /// Reads what is there and no more; a paste is read in pieces, so that frames can come between.
  private func readBytes() -> (bytes: [UInt8], hasEnded: Bool) {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while bytes.count < 1 << 16 {
      var waiting = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, 0) > 0 else { break }
      let count = read(input, &buffer, buffer.count)
      if count > 0 {
        bytes += buffer.prefix(count)
      } else if count < 0, errno == EAGAIN || errno == EINTR {
        break
      } else {
        return (bytes, true)
      }
    }
    return (bytes, false)
  }

  private func take(_ outputs: [KeyDecoder.Output]) -> [TerminalInput] {
    outputs.flatMap { output -> [TerminalInput] in
      switch output {
      case .event(let event): [.event(event)]
      case .reply(let reply): take(reply)
      }
    }
  }

  private func takeSignals() -> [TerminalInput] {
    var inputs: [TerminalInput] = []
    var windowChanged = false
    while true {
      switch assay_next_signal() {
      case 0:
        return inputs + (windowChanged ? resize() : [])
      case SIGWINCH:
        windowChanged = true
      case SIGTSTP:
        inputs.append(.suspendRequested)
      case SIGCONT:
        enter()
        inputs.append(.resumed)
        windowChanged = true
      case let signal:
        inputs.append(.quitRequested(signal: signal))
      }
    }
  }

  private func resize() -> [TerminalInput] {
    guard let now = Size(terminal: output.descriptor), now != size else { return reconsiderCells() }
    size = now
    _ = resizeterm(Int32(now.rows), Int32(now.columns))
    invalidate()
    return [.event(.resized(now))] + reconsiderCells()
  }
}

extension Double {
  /// The whole number, brought into range.
  fileprivate var clampedInt: Int { self >= Double(Int32.max) ? Int(Int32.max) : Int(self) }
}
