/// Student's t distribution.
package enum StudentT {
  /// The probability of a value at least as far from 0 as `statistic`: I_x(ν/2, ½) with x = ν / (ν + t²).
  /// - Precondition: `degreesOfFreedom` is positive.
  package static func twoSided(_ statistic: Double, degreesOfFreedom: Double) -> Double {
    precondition(degreesOfFreedom > 0, "\(degreesOfFreedom) degrees of freedom")
    let square = statistic * statistic
    let x = degreesOfFreedom / (degreesOfFreedom + square)
    // 1 − x directly, because near 0 the difference would have lost its digits.
    let complement = square / (degreesOfFreedom + square)
    return IncompleteBeta.regularised(x, complement: complement, a: degreesOfFreedom / 2, b: 0.5)
  }
}
