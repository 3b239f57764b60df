import CKernels

/// What one unit of an integer inner product is worth in every row's cosine, for one prefix length and text share.
struct BlendFactors: Sendable {
  /// By side, for each padded row: weight · code step / length of the blended prefix; NaN without a direction.
  let sides: [SharedArray<Float>]
  /// For each padded row, the sum over the sides: what one code step of error may cost.
  let margins: SharedArray<Float>
  /// The rows that have a direction.
  let directed: ItemSet
  /// How many they are.
  let directedCount: Int

  /// Turns sums into cosines, each moved by `slack` times the row's margin.
  ///
  /// - Parameters:
  ///   - sums: By side, the sums of these rows.
  ///   - rows: The rows.
  ///   - scale: The value of one query code step over the length of the query's prefix.
  ///   - slack: How many steps of error to add.
  ///   - scores: One number for each row; NaN without a direction.
  func write(
    _ sums: (first: UnsafePointer<Int32>?, second: UnsafePointer<Int32>?), rows: Range<Int>, scale: Float,
    slack: Float, to scores: UnsafeMutablePointer<Float>
  ) {
    func start(_ array: SharedArray<Float>) -> UnsafePointer<Float>? {
      array.withUnsafeBufferPointer { $0.baseAddress.map { $0 + rows.lowerBound } }
    }
    // The arrays outlive the call that reads them.
    withExtendedLifetime(self) {
      withUnsafeTemporaryAllocation(of: assay_summand.self, capacity: 2) { summands in
        guard let memory = summands.baseAddress else { return }
        memory.initialize(to: assay_summand(sums: sums.first, factors: start(sides[0])))
        if sides.count > 1 {
          (memory + 1).initialize(to: assay_summand(sums: sums.second, factors: start(sides[1])))
        }
        assay_score(
          memory, sides.count, scale, slack == 0 ? nil : start(margins), slack, rows.count, scores)
      }
    }
  }
}
