extension WorkerPool {
  /// Gathers the keys that the pieces of a loop find.
  ///
  /// - Parameters:
  ///   - count: The length of the loop.
  ///   - grain: The length of one piece.
  ///   - most: How many keys there can be for each step of the loop.
  ///   - body: Writes the keys of one piece and returns how many they are; called from any thread.
  /// - Returns: The keys in the order of the pieces.
  func keys(
    over count: Int, grain: Int, most: Int,
    _ body: @Sendable (Range<Int>, UnsafeMutablePointer<UInt64>) -> Int
  ) -> [RankKey] {
    let partials = accumulate(over: count, grain: grain, into: [KeyRun]()) { runs, range in
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: range.count * most) { memory in
        guard let start = memory.baseAddress else { return }
        let found = UnsafeBufferPointer(start: start, count: body(range, start))
        runs.append(KeyRun(first: range.lowerBound, keys: Array(found)))
      }
    }
    let runs = partials.flatMap(\.self).sorted { $0.first < $1.first }
    return [RankKey](unsafeUninitializedCapacity: runs.reduce(0) { $0 + $1.keys.count }) { all, count in
      for run in runs {
        for key in run.keys {
          all.initializeElement(at: count, to: RankKey(bits: key))
          count += 1
        }
      }
    }
  }
}

/// The keys of one piece.
private struct KeyRun: Sendable {
  let first: Int
  let keys: [UInt64]
}
