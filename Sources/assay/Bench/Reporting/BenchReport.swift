internal import Glibc
internal import TerminalUI

/// What a run of the bench found.
struct BenchReport: Codable {
  /// The figures of one kind of key.
  struct Row: Codable {
    let kind: BenchKind
    let count: Int
    /// Milliseconds to the last byte of text.
    let text: Summary
    /// Milliseconds to the last byte of pictures that had been shown before, and of ones that had not.
    let cachedPictures: Summary
    let newPictures: Summary
    /// Milliseconds until the status line says `saved`.
    let saved: Summary
    let textBytes: Summary
    let pictureBytes: Summary
  }

  /// Median, 99th percentile and largest of some values; none when nothing was measured.
  struct Summary: Codable {
    let count: Int
    let median: Double?
    let p99: Double?
    let largest: Double?

    init(_ values: [Double]) {
      let percentiles = Percentiles(values)
      count = percentiles.count
      median = percentiles.median
      p99 = percentiles.p99
      largest = percentiles.largest
    }
  }

  let catalogue: String
  let itemCount: Int
  /// Cells across and down.
  let columns: Int
  let rowsOfCells: Int
  let repeats: Int
  let seed: UInt64
  let processors: Int
  /// Processes that wanted to run, averaged over one minute, when the run ended.
  let load: Double
  /// Milliseconds of a byte to `cat` and back.
  let floor: Summary
  let firstText: Summary
  let listed: Summary
  let firstTextUnanswered: Summary
  let listedUnanswered: Summary
  let allText: Summary
  let rows: [Row]
  /// Of the keys that came while pictures were painted: pictures before and after the key's text.
  let interruptedPictures: Int
  let laterPictures: Int
  let bars: [BenchBar]

  /// Whether every figure is as good as it has to be.
  var passed: Bool { bars.allSatisfy(\.passed) }

  init(
    catalogue: String, itemCount: Int, size: Size, repeats: Int, seed: UInt64, floor: [Double],
    answered: [StartSample],
    silent: [StartSample], samples: [BenchSample]
  ) {
    self.catalogue = catalogue
    self.itemCount = itemCount
    columns = size.columns
    rowsOfCells = size.rows
    self.repeats = repeats
    self.seed = seed
    processors = sysconf(Int32(_SC_NPROCESSORS_ONLN))
    var loads = [0.0]
    load = getloadavg(&loads, 1) == 1 ? loads[0] : 0
    self.floor = Summary(floor)
    firstText = Summary(answered.map(\.firstText))
    listed = Summary(answered.map(\.listed))
    firstTextUnanswered = Summary(silent.map(\.firstText))
    listedUnanswered = Summary(silent.map(\.listed))
    allText = Summary(samples.compactMap(\.text))
    rows = BenchKind.allCases.compactMap { kind in
      let chosen = samples.filter { $0.kind == kind }
      return chosen.isEmpty ? nil : Row(kind: kind, samples: chosen)
    }
    let interrupted = samples.filter { $0.kind == .interrupt }
    interruptedPictures = interrupted.reduce(0) { $0 + $1.pictureCount }
    laterPictures = interrupted.reduce(0) { $0 + $1.laterPictureCount }
    bars = Self.bars(samples: samples, starts: answered + silent, limits: ExploreLimits(itemCount: itemCount))
  }

  private static func bars(
    samples: [BenchSample], starts: [StartSample], limits: ExploreLimits
  ) -> [BenchBar] {
    let text = Percentiles(samples.compactMap(\.text))
    let interrupts = Percentiles(samples.filter { $0.kind == .interrupt }.compactMap(\.text))
    let moves = samples.filter { $0.kind == .move }
    return [
      limits.median.map { BenchBar("key to last text byte, median", text.median, atMost: $0, "ms") },
      BenchBar("key to last text byte, p99", text.p99, atMost: limits.p99, "ms"),
      BenchBar("key while pictures stream, p99", interrupts.p99, atMost: limits.p99, "ms"),
    ].compactMap { $0 } + pictureBars(samples) + [
      BenchBar(
        "cursor move over cached pictures, most bytes",
        moves.map { Double($0.textBytes + $0.pictureBytes) }.max(), atMost: 8192, "bytes"),
      BenchBar(
        "cursor move over cached pictures, most picture bytes", moves.map { Double($0.pictureBytes) }.max(),
        atMost: 0, "bytes"),
      BenchBar(
        "start to first text, median", Percentiles(starts.map(\.firstText)).median, atMost: limits.start, "ms"
      ),
      BenchBar(
        "start to the catalogue listed, median", Percentiles(starts.map(\.listed)).median,
        atMost: limits.start, "ms"),
    ]
  }

  /// None for a catalogue without pictures.
  private static func pictureBars(_ samples: [BenchSample]) -> [BenchBar] {
    guard samples.contains(where: { $0.pictureCount > 0 }) else { return [] }
    let cached = Percentiles(samples.filter { !$0.isFirstSight }.compactMap(\.pictures))
    let labelled = Percentiles(samples.filter { $0.kind == .label }.compactMap(\.pictures))
    return [
      BenchBar("key to last cached picture byte, median", cached.median, atMost: 40, "ms"),
      BenchBar("label key to the next item's last picture byte, median", labelled.median, atMost: 20, "ms"),
    ]
  }
}

extension BenchReport.Row {
  init(kind: BenchKind, samples: [BenchSample]) {
    self.kind = kind
    count = samples.count
    text = .init(samples.compactMap(\.text))
    cachedPictures = .init(samples.filter { !$0.isFirstSight }.compactMap(\.pictures))
    newPictures = .init(samples.filter(\.isFirstSight).compactMap(\.pictures))
    saved = .init(samples.compactMap(\.saved))
    textBytes = .init(samples.map { Double($0.textBytes) })
    pictureBytes = .init(samples.map { Double($0.pictureBytes) })
  }
}
