import Embeddings
import Retrieval
import TestSupport

/// Catalogues of one or two sides that are hard for a search which proves its answers.
struct HardVectors: CustomStringConvertible {
  enum Kind: String, CaseIterable {
    /// Every component alike, nothing to prune by.
    case flat
    /// Clusters with most of the length in the first components, as Matryoshka embeddings have it.
    case decaying
    /// Differences far below a code step.
    case nearDuplicates
    /// A handful of distinct vectors, in many copies.
    case ties
    /// Missing sides, missing items, empty prefixes.
    case gaps
    /// Two sides that all but cancel out.
    case cancelling
    /// One huge component in some rows, so that all others round to few codes.
    case spiked
  }

  let kind: Kind
  let stops: [Int]
  let sides: [[[Float]]]
  let queries: [[Float]]

  var description: String { "\(kind) \(sides.count) × \(sides[0].count) × \(stops)" }
  var oracle: FloatOracle { FloatOracle(sides: sides) }
  var count: Int { sides[0].count }

  init(_ kind: Kind, count: Int, sides sideCount: Int, stops: [Int], seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let dimensions = stops[stops.count - 1]
    let centres = (0..<7).map { _ in Self.direction(dimensions, kind, using: &generator) }
    var sides = [[[Float]]](repeating: [], count: sideCount)
    for item in 0..<count {
      let centre = centres.randomElement(using: &generator) ?? []
      for side in 0..<sideCount {
        let partner = side == 0 ? nil : sides[0][item]
        sides[side].append(Self.row(item, side, kind, centre, partner, using: &generator))
      }
    }
    self.kind = kind
    self.stops = stops
    self.sides = sides
    var queries = [Self.direction(dimensions, kind, using: &generator)]
    if let row = sides[0].first(where: { $0.contains { $0 != 0 } }) { queries.append(row) }
    self.queries = queries
  }

  /// An index over the vectors.
  func index(threads: Int, effort: SearchEffort) -> DenseIndex {
    let packed = sides.map {
      PackedVectors.pack(
        EmbeddingMatrix(dimensions: stops[stops.count - 1], values: $0.flatMap(\.self)), stops: stops)
    }
    var crosses: SharedArray<Float>?
    if packed.count == 2 {
      crosses = SharedArray(count: packed[0].layout.squareCount) { products in
        packed[0].floats.withUnsafeBufferPointer { left in
          packed[1].floats.withUnsafeBufferPointer { right in
            VectorPacker(packed[0].layout).packCrosses(left, right, into: products)
          }
        }
      }
    }
    return DenseIndex(
      text: packed[0], picture: packed.count == 2 ? packed[1] : nil, crosses: crosses, dimensions: stops,
      count: count, pool: WorkerPool(threads: threads), effort: effort)
  }

  private static func direction(
    _ dimensions: Int, _ kind: Kind, using generator: inout SeededGenerator
  ) -> [Float] {
    unit(
      (0..<dimensions).map { component in
        let deviation: Float = kind == .decaying ? 1 / (1 + Float(component) / 6) : 1
        return deviation * Float.random(in: -1...1, using: &generator)
      })
  }

  private static func row(
    _ item: Int, _ side: Int, _ kind: Kind, _ centre: [Float], _ partner: [Float]?,
    using generator: inout SeededGenerator
  ) -> [Float] {
    func near(_ centre: [Float], _ noise: Float, _ generator: inout SeededGenerator) -> [Float] {
      let other = direction(centre.count, kind, using: &generator)
      return unit(zip(centre, other).map { $0 + noise * $1 })
    }
    let zeros = [Float](repeating: 0, count: centre.count)
    switch kind {
    case .flat: return direction(centre.count, kind, using: &generator)
    case .decaying: return near(centre, 0.8, &generator)
    case .nearDuplicates: return near(centre, 1e-5, &generator)
    case .ties: return centre
    case .gaps:
      switch (item + 3 * side) % 7 {
      case 0, 1: return zeros
      case 2: return zeros.dropLast() + [1]
      default: return direction(centre.count, kind, using: &generator)
      }
    case .cancelling:
      guard let partner else { return direction(centre.count, kind, using: &generator) }
      return near(partner.map { -$0 }, [0, 1e-6, 1e-3, 0.03, 0.3][item % 5], &generator)
    case .spiked:
      var row = direction(centre.count, kind, using: &generator)
      if item % 3 == 0 { row[item % row.count] += 30 }
      return unit(row)
    }
  }

  private static func unit(_ vector: [Float]) -> [Float] {
    let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return length > 0 ? vector.map { $0 / length } : vector
  }
}
