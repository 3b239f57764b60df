internal import Foundation

/// A vertical axis with round marks.
package struct PlotAxis: Hashable, Sendable {
  /// What is covered, from one mark to another.
  package let range: ClosedRange<Double>
  /// The distance of the marks.
  package let step: Double

  /// Makes an axis that covers all values; what is not finite is passed over, and without a value it covers 0…1.
  ///
  /// Marks are multiples of 1, 2 or 5 times a power of ten, between 4 and 10 of them.
  package init(covering values: [Double]) {
    let finite = values.filter(\.isFinite)
    let low = finite.min() ?? 0
    let high = finite.max() ?? 1
    // Equal values still need some height.
    let span = max(high - low, 0.01 * max(1, abs(high)))
    let power = pow(10, floor(log10(span / 4)))
    let step = [1, 2, 5, 10].map { $0 * power }.last { span / $0 >= 4 } ?? power
    let first = floor(low / step + 1e-9)
    let last = max(ceil(high / step - 1e-9), first + 1)
    self.step = step
    range = first * step...last * step
  }

  /// Where a value stands, 0 at the bottom and 1 at the top.
  package func position(of value: Double) -> Double {
    (value - range.lowerBound) / (range.upperBound - range.lowerBound)
  }

  /// The marks, from the bottom, thinned out so that at most `limit` remain.
  package func marks(atMost limit: Int) -> [Double] {
    let count = Int(((range.upperBound - range.lowerBound) / step).rounded())
    let stride = [1, 2, 5, 10, 20].first { count / $0 + 1 <= limit } ?? max(1, count)
    return Swift.stride(from: 0, through: count, by: stride).map { range.lowerBound + Double($0) * step }
  }

  /// A mark with as many decimals as the step needs: `.65`, `12`.
  package func label(of mark: Double) -> String {
    let decimals = max(0, Int(ceil(-log10(step) - 1e-9)))
    return Numerals.fraction(mark, decimals: decimals)
  }
}
