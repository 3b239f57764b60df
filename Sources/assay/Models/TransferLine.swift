/// Shows how far files are that are being fetched, on a terminal: one line redrawn, with the rate of the last seconds.
final class TransferLine {
  private static let pause: Duration = .milliseconds(200)
  /// How far back the rate looks, so that a slow beginning is forgotten.
  private static let window: Duration = .seconds(5)

  private let isShown: Bool
  private let write: (String) -> Void
  private let now: () -> ContinuousClock.Instant
  private var samples: [(time: ContinuousClock.Instant, bytes: Int)] = []
  private var lastShown: ContinuousClock.Instant?
  /// Bytes of all files that are to be there in the end, as far as that is known.
  var total = 0
  /// Bytes of the files that are there.
  private var finished = 0

  /// Makes a line that is written only when `isShown`.
  init(
    isShown: Bool, write: @escaping (String) -> Void = Diagnostics.write,
    now: @escaping () -> ContinuousClock.Instant = { .now }
  ) {
    self.isShown = isShown
    self.write = write
    self.now = now
  }

  /// Tells that `bytes` of the file `name` are there.
  func show(_ name: String, bytes: Int) {
    guard isShown else { return }
    let time = now()
    let done = finished + bytes
    // The first sample after a resumption holds what was there before, which says nothing about the rate.
    samples.append((time, done))
    samples.removeAll { time - $0.time > Self.window && $0.time != time }
    if let lastShown, time - lastShown < Self.pause { return }
    lastShown = time
    write("\r\u{1b}[K" + Self.line(name, done: done, total: total, rate: rate))
  }

  /// Tells that a file of `bytes` is there.
  func finish(bytes: Int) {
    finished += bytes
    samples = []
  }

  /// Removes the line.
  func remove() {
    if isShown, lastShown != nil { write("\r\u{1b}[K") }
  }

  /// Bytes per second, where two moments are known.
  private var rate: Double? {
    guard let first = samples.first, let last = samples.last, last.time - first.time > .milliseconds(50)
    else {
      return nil
    }
    return Double(last.bytes - first.bytes) / ((last.time - first.time) / .seconds(1))
  }

  /// `pulling  37 %  34 of 91 MB  12.5 MB/s  5 s left  model.safetensors`.
  static func line(_ name: String, done: Int, total: Int, rate: Double?) -> String {
    let share = total > 0 ? min(100, done * 100 / total) : 100
    var parts = ["pulling", "\(share) %", "\(megabytes(Double(done))) of \(megabytes(Double(total))) MB"]
    if let rate, rate > 0 {
      parts.append("\(megabytes(rate)) MB/s")
      parts.append("\(ProgressLine.duration(Double(max(0, total - done)) / rate)) left")
    }
    return (parts + [Diagnostics.spelledOut(name)]).joined(separator: "  ")
  }

  /// A tenth below ten, whole ones above.
  private static func megabytes(_ bytes: Double) -> String {
    let tenths = Int((bytes / 100_000).rounded())
    return tenths < 100 ? "\(tenths / 10).\(tenths % 10)" : "\(tenths / 10)"
  }
}
