internal import CKernels

/// How the positions of one axis of a picture are averaged: each target position covers an interval of the source,
/// and a source position counts by the share of the interval that it fills.
struct AreaAxis: Sendable {
  /// Positions after averaging.
  let count: Int
  private var spans: [assay_span] = []
  private var weights: [Float] = []

  /// Plans averaging `source` positions to `target`; more targets than sources repeat sources.
  /// - Precondition: both are positive.
  init(source: Int, target: Int) {
    precondition(source > 0 && target > 0, "an axis of \(source) positions averaged to \(target)")
    count = target
    for position in 0..<target {
      let start = Double(position * source) / Double(target)
      let end = Double((position + 1) * source) / Double(target)
      let first = Int(start)
      let last = min(source, Int(end.rounded(.up)))
      spans.append(
        assay_span(
          first: UInt32(first), count: UInt32(last - first), weight: UInt32(weights.count)))
      for column in first..<last {
        let overlap = min(Double(column + 1), end) - max(Double(column), start)
        weights.append(Float(max(0, overlap) * Double(target) / Double(source)))
      }
    }
  }

  /// Calls `body` with the plan as the kernels take it.
  func withKernelAxis<Result>(_ body: (assay_axis) -> Result) -> Result {
    spans.withUnsafeBufferPointer { spans in
      weights.withUnsafeBufferPointer { weights in
        body(assay_axis(spans: spans.baseAddress, weights: weights.baseAddress, count: count))
      }
    }
  }
}
