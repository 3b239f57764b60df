internal import Retrieval

/// The best hundred of the current query at another length: right after it was asked, and once all lengths are known.
struct DimensionMoveWork: EngineWork {
  let name = "move"

  func measure(_ subject: EngineSubject) throws -> [EngineRow] {
    guard let dense = subject.searcher.dense, subject.workspace.dimensions.count > 1 else { return [] }
    var first: [Double] = []
    var passes: [Double] = []
    var later: [Double] = []
    for (number, query) in subject.queries.enumerated() {
      _ = dense.top(100, of: query.vector, lane: DenseLane(dimensions: subject.length))
      let neighbour = neighbour(of: subject.length, among: subject.workspace.dimensions, number: number)
      first.append(move(to: neighbour, query, dense))
      passes.append(
        Stopwatch.milliseconds {
          dense.completePrefixes(of: query.vector, textShare: DenseLane(dimensions: subject.length).textShare)
        }.time)
      // What was asked before the pass is remembered.
      for length in subject.workspace.dimensions where length != subject.length && length != neighbour {
        later.append(move(to: length, query, dense))
      }
    }
    return [
      EngineRow("dimension move, the first", first, bar: .of(subject, median: 12)),
      EngineRow("background pass over all lengths", passes),
      EngineRow("dimension move after that pass", later, bar: .of(subject, median: 0.5)),
    ]
  }

  private func move(to length: Int, _ query: EngineSubject.Prepared, _ dense: DenseIndex) -> Double {
    Stopwatch.milliseconds { dense.top(100, of: query.vector, lane: DenseLane(dimensions: length)) }.time
  }

  /// A step up or down in turn.
  private func neighbour(of length: Int, among declared: [Int], number: Int) -> Int {
    let lower = declared.last { $0 < length }
    let higher = declared.first { $0 > length }
    return (number.isMultiple(of: 2) ? higher ?? lower : lower ?? higher) ?? length
  }
}
