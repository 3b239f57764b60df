/// How items' vectors are made of their sides under one text share.
///
/// An item's vector is `share · text + (1 − share) · picture`, or the one of the two that it has. The lengths of all
/// its prefixes follow from those of the sides and from their inner products, for every share.
struct Blend: Sendable {
  /// One side's part in the blend of a row.
  typealias Weights = (first: Double, second: Double)

  /// Below this part of its length without cancellation, the square of a blended prefix is mostly rounding, and the
  /// prefix counts as having no direction.
  static let cancelled = 0x1p-16

  private let sides: [PackedVectors]
  private let crosses: SharedArray<Float>?
  private let shares: [Double]

  /// Describes the blend of one or two sides.
  /// - Precondition: two sides have their inner products and as many shares.
  init(sides: [PackedVectors], crosses: SharedArray<Float>?, shares: [Double]) {
    precondition(sides.count == shares.count && (sides.count < 2 || crosses != nil))
    self.sides = sides
    self.crosses = crosses
    self.shares = shares
  }

  /// The weights of a row's sides: the shares where it has both, else all weight on the one it has.
  func weights(of row: UInt32) -> Weights {
    guard sides.count == 2 else { return (1, 0) }
    let last = sides[0].layout.stops.count - 1
    let hasFirst = sides[0].square(of: row, stop: last) > 0
    let hasSecond = sides[1].square(of: row, stop: last) > 0
    return (
      hasFirst ? (hasSecond ? shares[0] : 1) : 0,
      hasSecond ? (hasFirst ? shares[1] : 1) : 0
    )
  }

  /// The length of a row's blended prefix, or `nil` when it has no direction: no vector, a prefix of zeros, or two
  /// sides that cancel out.
  func length(of row: UInt32, stop: Int) -> Double? {
    guard !sides.isEmpty else { return nil }
    let first = Double(sides[0].square(of: row, stop: stop))
    guard sides.count == 2, let crosses else { return first > 0 ? first.squareRoot() : nil }
    let weights = self.weights(of: row)
    let second = Double(sides[1].square(of: row, stop: stop))
    let cross = Double(crosses[stop * sides[0].layout.paddedCount + Int(row)])
    let uncorrelated = weights.first * weights.first * first + weights.second * weights.second * second
    let square = uncorrelated + 2 * weights.first * weights.second * cross
    return square > Self.cancelled * uncorrelated ? square.squareRoot() : nil
  }

  /// Writes the first components of a row's blended vector, not scaled.
  func write(_ row: UInt32, dimensions: Int, to vector: UnsafeMutablePointer<Float>) {
    precondition(sides.allSatisfy { Int(row) < $0.count && dimensions <= $0.layout.dimensions })
    let weights = self.weights(of: row)
    func withComponents(_ side: PackedVectors, _ body: (UnsafePointer<Float>) -> Void) {
      side.floats.withUnsafeBufferPointer { floats in
        if let start = floats.baseAddress { body(start + Int(row) * side.layout.dimensions) }
      }
    }
    guard let first = sides.first else { return }
    withComponents(first) { first in
      guard sides.count == 2 else { return vector.initialize(from: first, count: dimensions) }
      withComponents(sides[1]) { second in
        for i in 0..<dimensions {
          (vector + i).initialize(
            to: Float(weights.first * Double(first[i]) + weights.second * Double(second[i])))
        }
      }
    }
  }

  /// The first components of a row's blended vector, not scaled.
  func vector(of row: UInt32, dimensions: Int) -> [Float] {
    [Float](unsafeUninitializedCapacity: dimensions) { vector, initialized in
      if let start = vector.baseAddress { write(row, dimensions: dimensions, to: start) }
      initialized = dimensions
    }
  }
}
