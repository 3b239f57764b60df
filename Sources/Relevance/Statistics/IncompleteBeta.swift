import Foundation

/// The regularised incomplete beta function I_x(a, b), of which the t and F distributions are made.
package enum IncompleteBeta {
  /// I_x(a, b), by the continued fraction of DLMF 8.17.22 evaluated as Lentz does.
  ///
  /// The relative error is below 10⁻¹¹ for a and b up to 10,000.
  /// `complement` is 1 − x, apart so that it keeps its digits when x is near 1.
  /// - Precondition: `x` lies in 0…1; `a` and `b` are positive.
  package static func regularised(_ x: Double, complement: Double, a: Double, b: Double) -> Double {
    precondition(a > 0 && b > 0, "parameters \(a) and \(b)")
    precondition((0...1).contains(x), "x = \(x)")
    if x == 0 { return 0 }
    if complement == 0 { return 1 }
    // The fraction converges fast on one side of the mean only; the function is symmetric.
    guard x <= (a + 1) / (a + b + 2) else {
      return 1 - regularised(complement, complement: x, a: b, b: a)
    }
    let logFactor = lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(complement)
    return min(1, exp(logFactor) * fraction(x, a: a, b: b) / a)
  }

  private static func fraction(_ x: Double, a: Double, b: Double) -> Double {
    let tiny = 1e-300
    func bounded(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / bounded(1 - (a + b) * x / (a + 1))
    var value = d
    for m in 1...100_000 {
      let step = Double(m)
      let even = step * (b - step) * x / ((a + 2 * step - 1) * (a + 2 * step))
      d = 1 / bounded(1 + even * d)
      c = bounded(1 + even / c)
      value *= d * c
      let odd = -(a + step) * (a + b + step) * x / ((a + 2 * step) * (a + 2 * step + 1))
      d = 1 / bounded(1 + odd * d)
      c = bounded(1 + odd / c)
      let change = d * c
      value *= change
      if abs(change - 1) < 1e-15 { break }
    }
    return value
  }
}
