/// How far a float32 cosine can lie from what the rounded codes say: `slack · margin of the row + constant`.
///
/// With items x, codes x̂ and queries q, q̂, `|x · q − x̂ · q̂| ≤ |x − x̂| |q| + |x̂| |q − q̂|`. Both distances are known,
/// the first in code steps: the largest of any row. Dividing by both lengths, the first part becomes the row's margin
/// (its step over its blended length), the second nearly a constant, because |x̂| is nearly |x|. All rounding of the
/// arithmetic itself grows with |x̂| over the blended length, which the margin bounds, too; it matters where two sides
/// nearly cancel.
struct ErrorBound: Sendable {
  /// In units of a row's margin.
  let slack: Float
  /// In units of the score.
  let constant: Double

  /// Bounds the error of estimates from the sums at `scanned`, of cosines at `stop`, without what lies between.
  ///
  /// - Parameters:
  ///   - query: The query.
  ///   - sides: The items' vectors.
  ///   - scanned: The stop up to which codes were compared.
  ///   - stop: The stop whose cosines are bounded, `scanned` or a longer one.
  init(query: RoundedQuery, sides: [PackedVectors], scanned: Int, stop: Int) {
    let unit = 0x1p-24
    let dimensions = Double(sides[0].layout.stops[stop])
    let length = query.lengths[stop]
    let queryError = query.errors[scanned] / length
    let residual = sides.reduce(0) { Double.maximum($0, Double($1.residuals[scanned])) }
    // No row is longer than this many code steps.
    let longest = 127.5 * dimensions.squareRoot()
    // The inner product in float32 (sixteen lanes and their sum), the estimate in float32, the stored squares.
    let products = (dimensions / 16 + 6) * unit
    let estimate = 16 * unit
    let squares = (4 * unit).squareRoot() * queryError
    let shorter = query.lengths[scanned] / length
    let steps = residual * (shorter + queryError) + longest * (products + estimate + squares)
    slack = Float(steps * (1 + 8 * unit)).nextUp
    constant = queryError * (1 + 8 * unit) + 16 * unit
  }

  /// Whether estimates say anything at all: not where the query's prefix is lost in the rounding of the rest of it.
  var isUseful: Bool { constant < 1 }

  /// The estimate, with its slack added, that a row needs at least to be able to score `score`.
  func threshold(toReach score: Float) -> Float {
    Float(Double(score) - constant).nextDown
  }

  /// The estimate, with its slack taken off, from which on a row scores more than `score` for certain.
  func threshold(toExceed score: Float) -> Float {
    Float(Double(score) + constant).nextUp.nextUp
  }
}
