/// The figures of one kind of work.
struct EngineRow {
  /// What was done, in a few words.
  let work: String
  /// How often.
  let count: Int
  let median: Double?
  let p99: Double?
  /// What they may be at most.
  let bar: EngineBar
  /// What else there is to say, such as how many answers were proven.
  let note: String

  init(_ work: String, _ milliseconds: [Double], bar: EngineBar = .none, note: String = "") {
    let percentiles = Percentiles(milliseconds)
    self.work = work
    count = percentiles.count
    median = percentiles.median
    p99 = percentiles.p99
    self.bar = bar
    self.note = note
  }

  /// Whether both figures are as good as they have to be.
  var passed: Bool { bars.allSatisfy(\.passed) }

  /// The bars there are.
  var bars: [BenchBar] {
    [
      bar.median.map { BenchBar("\(work), median", median, atMost: $0, "ms") },
      bar.p99.map { BenchBar("\(work), p99", p99, atMost: $0, "ms") },
    ].compactMap { $0 }
  }
}

extension EngineRow: Encodable {
  private enum Key: String, CodingKey {
    case work, count, note
    case median = "median_ms"
    case p99 = "p99_ms"
    case peer
    case peerMedian = "peer_median_ms"
    case medianBar = "median_bar_ms"
    case p99Bar = "p99_bar_ms"
    case passed
  }

  /// One flat object; the peer's members are there for tools that join these rows with measurements of other engines.
  func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: Key.self)
    try members.encode(work, forKey: .work)
    try members.encode(count, forKey: .count)
    try members.encode(median, forKey: .median)
    try members.encode(p99, forKey: .p99)
    try members.encodeNil(forKey: .peer)
    try members.encodeNil(forKey: .peerMedian)
    try members.encode(bar.median, forKey: .medianBar)
    try members.encode(bar.p99, forKey: .p99Bar)
    try members.encode(passed, forKey: .passed)
    try members.encode(note, forKey: .note)
  }
}
