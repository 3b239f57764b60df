/// A query's vector and its rounding to bytes, in the order in which codes are scanned.
///
/// One scale serves the whole length, as it does for items, so that the codes of a short prefix begin those of a
/// longer one and sums over prefixes can be continued.
struct RoundedQuery: Sendable {
  /// The vector at full length.
  let vector: [Float]
  /// Codes in block order, −127…127, with zeros as padding.
  let codes: [Int8]
  /// The value of one code step; 0 for a query of zeros.
  let step: Double
  /// The Euclidean length of every stop's prefix.
  let lengths: [Double]
  /// The distance of every stop's prefix from its codes, rounded up.
  let errors: [Double]

  /// Rounds a query for items packed like `layout`.
  /// - Precondition: the query has the full length.
  init(_ vector: [Float], layout: VectorLayout) {
    let largest = vector.reduce(0) { Double.maximum($0, Double($1.magnitude)) }
    let step = largest / 127
    var codes = [Int8](repeating: 0, count: layout.paddedDimensions)
    var lengths: [Double] = []
    var errors: [Double] = []
    var square = 0.0
    var error = 0.0
    for (component, value) in vector.enumerated() {
      let value = Double(value)
      let code = step > 0 ? (value / step).rounded(.toNearestOrEven) : 0
      codes[layout.paddedPosition(of: component)] = Int8(code)
      square += value * value
      error += (value - code * step) * (value - code * step)
      if component + 1 == layout.stops[lengths.count] {
        lengths.append(square.squareRoot())
        errors.append(error.squareRoot() * (1 + 0x1p-40))
      }
    }
    self.vector = vector
    self.codes = codes
    self.step = step
    self.lengths = lengths
    self.errors = errors
  }

  /// The value of one code step over the length of a prefix.
  ///
  /// A prefix with a code other than 0 is more than half a step long. Of a shorter one every product is 0, whatever a
  /// step is worth, as long as that is a number in float32.
  func scale(at stop: Int) -> Float { Float(min(step / lengths[stop], 2)) }
}
