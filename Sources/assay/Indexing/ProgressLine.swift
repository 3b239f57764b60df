internal import Synchronization

/// Shows how far long work has come: one line redrawn on a terminal, a plain line now and then elsewhere.
///
/// May be advanced from several threads. Writes to standard error, so that results can be piped.
final class ProgressLine: Sendable {
  private struct Progress {
    var done = 0
    var lastShown: ContinuousClock.Instant?
  }

  private let label: String
  private let total: Int
  private let isTerminal: Bool
  private let detail: @Sendable () -> String?
  private let write: @Sendable (String) -> Void
  private let start = ContinuousClock.now
  private let progress = Mutex(Progress())

  /// Starts at zero of `total`; `total` may be an estimate, but must not be exceeded by much.
  ///
  /// `detail` is asked for more to show whenever the line is drawn.
  init(
    _ label: String, total: Int, isTerminal: Bool, detail: @escaping @Sendable () -> String? = { nil },
    write: @escaping @Sendable (String) -> Void = Diagnostics.write
  ) {
    self.label = label
    self.total = total
    self.isTerminal = isTerminal
    self.detail = detail
    self.write = write
  }

  /// Counts finished pieces and redraws when it is time.
  func advance(by count: Int) {
    let now = ContinuousClock.now
    progress.withLock { progress in
      progress.done += count
      let pause: Duration = isTerminal ? .milliseconds(100) : .seconds(5)
      if let last = progress.lastShown, now - last < pause, progress.done < total { return }
      if progress.lastShown == nil && !isTerminal && now - start < pause { return }
      progress.lastShown = now
      show(progress.done, elapsed: now - start)
    }
  }

  /// Removes the redrawn line; what happened is said by the caller.
  func finish() {
    if isTerminal { write("\r\u{1b}[K") }
  }

  private func show(_ done: Int, elapsed: Duration) {
    let line = Self.line(label, done: done, total: total, seconds: elapsed / .seconds(1), detail: detail())
    write(isTerminal ? "\r\u{1b}[K" + line : line + "\n")
  }

  /// `encoding  [#####-----]  512/1024  204/s  6593 tokens/s  3 s left`, in 79 columns wherever a shorter bar does it.
  static func line(
    _ label: String, done: Int, total: Int, seconds: Double, detail: String? = nil
  ) -> String {
    var facts = ["\(done)/\(total)"]
    if done > 0, seconds > 0 {
      let rate = Double(done) / seconds
      let left = Double(max(0, total - done)) / rate
      facts += ["\(Int(rate.rounded()))/s"] + (detail.map { [$0] } ?? []) + ["\(duration(left)) left"]
    }
    let text = facts.joined(separator: "  ")
    let bar = bar(of: min(24, 79 - label.count - text.count - 6), done: done, total: total)
    return [label, bar, text].filter { !$0.isEmpty }.joined(separator: "  ")
  }

  /// `[###---]` with so many marks between the brackets; nothing where that would be too few to tell anything.
  private static func bar(of width: Int, done: Int, total: Int) -> String {
    guard width >= 4 else { return "" }
    let share = total > 0 ? min(1, Double(done) / Double(total)) : 1
    let filled = Int(share * Double(width))
    return "[" + String(repeating: "#", count: filled) + String(repeating: "-", count: width - filled) + "]"
  }

  /// Whole seconds below two minutes, minutes above.
  static func duration(_ seconds: Double) -> String {
    seconds < 120 ? "\(Int(seconds.rounded(.up))) s" : "\(Int((seconds / 60).rounded(.up))) min"
  }
}
