internal import Retrieval

/// All items at or above a score that about a tenth of them reach, in order: by bytes at once, then for certain.
///
/// Measured right after the query was asked, and again, at another threshold, once the pass in the background has
/// been over all lengths, which is how a list is found whose threshold is moved.
struct FindAllWork: EngineWork {
  let name = "find-all"

  func measure(_ subject: EngineSubject) throws -> [EngineRow] {
    guard let dense = subject.searcher.dense else { return [] }
    let lane = DenseLane(dimensions: subject.length)
    var first = Times()
    var later = Times()
    for query in subject.queries {
      // The list is asked for by moving a threshold below an answer that stands.
      _ = dense.top(100, of: query.vector, lane: lane)
      guard let threshold = threshold(query, dense, lane) else { continue }
      first.add(threshold, query, dense, lane)
      dense.completePrefixes(of: query.vector, textShare: lane.textShare)
      later.add(threshold - 0.001, query, dense, lane)
    }
    let note = "\(Int(Percentiles(later.counts).median ?? 0)) items at the median"
    return [
      EngineRow("find all at \(lane.dimensions), int8, the first", first.quick),
      EngineRow("find all at \(lane.dimensions), certified, the first", first.certified),
      EngineRow(
        "find all of the current query, int8", later.quick, bar: .of(subject, median: 3), note: note),
      EngineRow("find all of the current query, certified", later.certified, bar: .of(subject, median: 20)),
    ]
  }

  /// What both answers took, and how many items there were.
  private struct Times {
    var quick: [Double] = []
    var certified: [Double] = []
    var counts: [Double] = []

    mutating func add(
      _ threshold: Double, _ query: EngineSubject.Prepared, _ dense: DenseIndex, _ lane: DenseLane
    ) {
      quick.append(
        Stopwatch.milliseconds { dense.findAllQuickly(atLeast: threshold, query: query.vector, lane: lane) }
          .time)
      let (time, found) = Stopwatch.milliseconds {
        dense.findAll(atLeast: threshold, query: query.vector, lane: lane)
      }
      certified.append(time)
      counts.append(Double(found.count))
    }
  }

  /// The score that a tenth of a sample reaches; `nil` when nothing has a score.
  private func threshold(_ query: EngineSubject.Prepared, _ dense: DenseIndex, _ lane: DenseLane) -> Double? {
    let step = max(1, dense.count / Self.sampleSize)
    let scores = stride(from: 0, to: dense.count, by: step).compactMap {
      dense.score(of: UInt32($0), query: query.vector, lane: lane)
    }
    return Percentiles(scores).value(at: 0.9)
  }

  private static let sampleSize = 1000
}
