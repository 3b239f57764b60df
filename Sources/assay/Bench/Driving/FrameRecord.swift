internal import Glibc
internal import TerminalUI

/// When the parts of one frame arrived, counted from a key.
struct FrameRecord {
  private let start: ContinuousClock.Instant
  private let textBytes: Int
  private let pictureBytes: Int
  private let pictureCount: Int
  private let rowCount: Int
  private var lastText: ContinuousClock.Instant?
  private var lastStatus: ContinuousClock.Instant?
  private var lastPicture: ContinuousClock.Instant?
  private var picturesBeforeText = 0

  /// Starts at a key; `glass` is as it was before.
  init(start: ContinuousClock.Instant, glass: Glass) {
    self.start = start
    textBytes = glass.textBytes
    pictureBytes = glass.pictureBytes
    pictureCount = glass.paintings.count
    picturesBeforeText = pictureCount
    rowCount = glass.size.rows
  }

  /// Feeds the glass and notes what changed by it.
  mutating func feed(_ chunk: DrivenProgram.Chunk, to glass: inout Glass) {
    let pictureBytes = glass.pictureBytes
    glass.feed(chunk.bytes)
    if glass.pictureBytes > pictureBytes { lastPicture = chunk.time }
    let rows = glass.takeChangedRows()
    if rows.contains(rowCount - 1) { lastStatus = chunk.time }
    // Bytes read before the key was written belong to the key before it.
    guard rows.contains(where: { $0 < rowCount - 1 }), chunk.time > start else { return }
    lastText = chunk.time
    picturesBeforeText = glass.paintings.count
  }

  /// The figures.
  ///
  /// The status line is left out of a decision's text: it changes once more when the decision is on disk, which is
  /// measured by itself.
  func sample(kind: BenchKind, isFirstSight: Bool, glass: Glass) -> BenchSample {
    let isDecision = [.grade, .undo, .label].contains(kind)
    let text = [lastText, isDecision ? nil : lastStatus].compactMap(\.self).max()
    return BenchSample(
      kind: kind, text: text.map(milliseconds), pictures: lastPicture.map(milliseconds),
      saved: isDecision ? lastStatus.map(milliseconds) : nil, isFirstSight: isFirstSight,
      textBytes: glass.textBytes - textBytes, pictureBytes: glass.pictureBytes - pictureBytes,
      pictureCount: glass.paintings.count - pictureCount,
      laterPictureCount: glass.paintings.count - picturesBeforeText)
  }

  private func milliseconds(_ time: ContinuousClock.Instant) -> Double { (time - start).milliseconds }
}

extension Duration {
  /// The duration in milliseconds.
  var milliseconds: Double { self / .milliseconds(1) }
}

/// Sleeps.
func pause(milliseconds: UInt32) {
  usleep(milliseconds * 1000)
}
