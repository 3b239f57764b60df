import CKernels
import Embeddings

/// Every item's blended prefix, rounded to bytes or bits under one setting of the dense lane.
struct RoundedVectors: Sendable {
  private enum Codes: Sendable {
    /// `items × dimensions` signed bytes and the value of one step of each item's unit vector.
    case bytes([Int8], steps: [Double])
    /// `items × words` sign bits.
    case bits([UInt64])
  }

  private let codes: Codes
  private let dimensions: Int
  /// Whether an item has a vector.
  private let present: [Bool]

  /// Blends and rounds every item.
  ///
  /// Blending happens in double precision, so that a component near the edge of a code falls on the same side
  /// whatever the order of operations.
  /// - Complexity: O(items × dimensions).
  init(index: DenseIndex, lane: DenseLane) {
    dimensions = lane.dimensions
    let blended = BlendedVectors(index: index, lane: lane)
    present = blended.norms.map { $0 > 0 }
    codes = lane.precision == .binary ? Self.bits(blended) : Self.bytes(blended)
  }

  /// Scores by item for a query's prefix; `NaN` for an item without a vector.
  func scores(of query: ArraySlice<Float>) -> [Double] {
    let vector = query.map(Double.init)
    switch codes {
    case .bytes(let bytes, let steps):
      let rounded = Self.round(vector, norm: Self.norm(vector))
      return products(of: rounded.codes, with: bytes).enumerated().map { item, product in
        present[item] ? Double(product) * steps[item] * rounded.step : .nan
      }
    case .bits(let bits):
      return distances(of: Self.signs(vector), from: bits).enumerated().map { item, distance in
        present[item] ? 1 - 2 * Double(distance) / Double(dimensions) : .nan
      }
    }
  }

  /// What each component adds to one item's score for a query's prefix.
  func terms(of item: Int, query: ArraySlice<Float>) -> [Double] {
    let vector = query.map(Double.init)
    switch codes {
    case .bytes(let bytes, let steps):
      let rounded = Self.round(vector, norm: Self.norm(vector))
      return zip(rounded.codes, bytes[(item * dimensions)...]).map {
        Double(Int($0) * Int($1)) * steps[item] * rounded.step
      }
    case .bits(let bits):
      let signs = Self.signs(vector)
      let words = signs.count
      return (0..<dimensions).map { component in
        let differ =
          (signs[component / 64] ^ bits[item * words + component / 64]) >> UInt64(component % 64) & 1
        return (differ == 1 ? -1 : 1) / Double(dimensions)
      }
    }
  }

  private func products(of query: [Int8], with bytes: [Int8]) -> [Int32] {
    [Int32](unsafeUninitializedCapacity: present.count) { dots, initialized in
      assay_dots_i8(bytes, present.count, dimensions, query, dots.baseAddress)
      initialized = present.count
    }
  }

  private func distances(of query: [UInt64], from bits: [UInt64]) -> [UInt32] {
    [UInt32](unsafeUninitializedCapacity: present.count) { distances, initialized in
      assay_hamming(bits, present.count, query.count, query, distances.baseAddress)
      initialized = present.count
    }
  }

  private static func bytes(_ vectors: BlendedVectors) -> Codes {
    var steps: [Double] = []
    steps.reserveCapacity(vectors.count)
    let total = vectors.count * vectors.dimensions
    let bytes = [Int8](unsafeUninitializedCapacity: total) { bytes, initialized in
      vectors.forEach { item, vector, norm in
        let codes = bytes.baseAddress.map { $0 + item * vectors.dimensions }
        let step = assay_quantise_i8(vector, vector.count, codes)
        steps.append(norm > 0 ? step / norm : 0)
      }
      initialized = total
    }
    return .bytes(bytes, steps: steps)
  }

  private static func bits(_ vectors: BlendedVectors) -> Codes {
    let words = (vectors.dimensions + 63) / 64
    let total = vectors.count * words
    return .bits(
      [UInt64](unsafeUninitializedCapacity: total) { bits, initialized in
        vectors.forEach { item, vector, _ in
          assay_signs(vector, vector.count, bits.baseAddress.map { $0 + item * words })
        }
        initialized = total
      })
  }

  /// A vector's codes and the value of one code step once the vector is scaled to unit length.
  private static func round(_ vector: [Double], norm: Double) -> (codes: [Int8], step: Double) {
    var step = 0.0
    let codes = [Int8](unsafeUninitializedCapacity: vector.count) { codes, initialized in
      step = assay_quantise_i8(vector, vector.count, codes.baseAddress)
      initialized = vector.count
    }
    return (codes, norm > 0 ? step / norm : 0)
  }

  private static func signs(_ vector: [Double]) -> [UInt64] {
    let words = (vector.count + 63) / 64
    return [UInt64](unsafeUninitializedCapacity: words) { signs, initialized in
      assay_signs(vector, vector.count, signs.baseAddress)
      initialized = words
    }
  }

  private static func norm(_ vector: [Double]) -> Double {
    vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }
}
