internal import CKernels

/// How some positions of one side of a resized picture are made from the original's.
struct ResizeAxis: Sendable {
  /// The original positions that any of them needs.
  private(set) var needed: Range<Int>
  private var spans: [assay_span] = []
  private var weights: [Int32] = []

  /// Plans a side.
  ///
  /// Pillow's arithmetic: weights in double precision whose sum is one, then rounded to 22 bits of fraction. A filter
  /// widens by as much as the picture shrinks.
  /// - Parameters:
  ///   - source: how many positions the original has.
  ///   - target: how many the whole resized picture has.
  ///   - window: those of them that are wanted; not empty.
  ///   - filter: any but `nearest`.
  init(source: Int, target: Int, window: Range<Int>, filter: ResizeFilter) {
    precondition(source > 0 && !window.isEmpty && window.lowerBound >= 0 && window.upperBound <= target)
    needed = 0..<source
    guard source != target else {
      for position in window { append(position, [1]) }
      narrow()
      return
    }
    let scale = Double(source) / Double(target)
    let widening = max(1, scale)
    let reach = filter.support * widening
    for position in window {
      let centre = (Double(position) + 0.5) * scale
      let first = max(0, Int(centre - reach + 0.5))
      let last = min(source, Int(centre + reach + 0.5))
      append(
        first,
        (first..<max(first, last)).map { filter.weight(at: (Double($0) - centre + 0.5) * (1 / widening)) })
    }
    narrow()
  }

  private mutating func append(_ first: Int, _ shares: [Double]) {
    let sum = shares.reduce(0, +)
    spans.append(
      assay_span(first: UInt32(first), count: UInt32(shares.count), weight: UInt32(weights.count)))
    for share in shares {
      let fixed = (sum == 0 ? share : share / sum) * Double(1 << ASSAY_RESAMPLE_BITS)
      weights.append(Int32(fixed < 0 ? fixed - 0.5 : fixed + 0.5))
    }
  }

  /// Counts original positions from the first that is needed.
  private mutating func narrow() {
    let first = spans.map(\.first).min() ?? 0
    let end = spans.map { $0.first + $0.count }.max() ?? 0
    needed = Int(first)..<Int(end)
    for index in spans.indices { spans[index].first -= first }
  }

  /// Calls `body` with the plan as the kernels take it; positions count from `needed.lowerBound`.
  func withKernelAxis<Result>(_ body: (assay_fixed_axis) -> Result) -> Result {
    spans.withUnsafeBufferPointer { spans in
      weights.withUnsafeBufferPointer { weights in
        body(assay_fixed_axis(spans: spans.baseAddress, weights: weights.baseAddress, count: spans.count))
      }
    }
  }
}
