import Embeddings
import TestSupport
import Testing

@testable import Retrieval

@Suite("Vector packing")
struct VectorPackerTests {
  /// Rows of very different lengths, among them zeros and one that is too small to round.
  static func rows(_ count: Int, _ dimensions: Int, seed: UInt64) -> [Float] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).flatMap { row -> [Float] in
      let size: Float = [1, 0, 1e-3, 1e4, 1e-31][row % 5]
      return (0..<dimensions).map { _ in size * Float.random(in: -1...1, using: &generator) }
    }
  }

  @Test(
    "Codes, steps, squared lengths and residuals are those of the slow definition",
    arguments: [(1, 3, [3]), (16, 16, [16]), (37, 23, [3, 8, 21, 23]), (130, 70, [16, 32, 64, 70])])
  func definition(count: Int, dimensions: Int, stops: [Int]) throws {
    let rows = Self.rows(count, dimensions, seed: UInt64(count))
    let packed = PackedVectors.pack(EmbeddingMatrix(dimensions: dimensions, values: rows), stops: stops)
    let padded = packed.layout.paddedCount
    var largest = [Double](repeating: 0, count: stops.count)
    for row in 0..<padded {
      let vector =
        row < count
        ? Array(rows[row * dimensions..<(row + 1) * dimensions]) : [Float](repeating: 0, count: dimensions)
      let magnitude = vector.map(\.magnitude).max() ?? 0
      let step = magnitude < 0x1p-100 ? 0 : magnitude / 127
      #expect(packed.scales[row] == step)
      var square = 0.0
      var residual = 0.0
      for component in 0..<dimensions {
        let value = vector[component]
        let code = step == 0 ? 0 : (value * (1 / step)).rounded(.toNearestOrEven)
        #expect(packed.code(row: row, component: component) == Int8(code))
        square += Double(value) * Double(value)
        let error = Double(value) - Double(code) * Double(step)
        residual += error * error
        if let stop = stops.firstIndex(of: component + 1) {
          #expect(packed.squares[stop * padded + row] == Float(square))
          if step > 0 { largest[stop] = max(largest[stop], residual / Double(step) / Double(step)) }
        }
      }
    }
    for (bound, square) in zip(packed.residuals, largest) {
      #expect(Double(bound) >= square.squareRoot())
      #expect(Double(bound) <= square.squareRoot() * 1.000001 + 1e-30)
    }
  }

  @Test("Padding between blocks holds codes of zero")
  func padding() {
    let rows = Self.rows(20, 23, seed: 1)
    let packed = PackedVectors.pack(EmbeddingMatrix(dimensions: 23, values: rows), stops: [3, 8, 21, 23])
    var used = Set<Int>()
    for row in 0..<20 {
      for component in 0..<23 { used.insert(packed.layout.codePosition(row: row, component: component)) }
    }
    for position in 0..<packed.codes.count where !used.contains(position) {
      #expect(packed.codes[position] == 0x80)
    }
  }

  @Test("What is packed does not depend on the number of threads")
  func threads() {
    let rows = SharedArray(Self.rows(3000, 24, seed: 2))
    let layout = VectorLayout(count: 3000, dimensions: 24, stops: [8, 24])
    let one = PackedVectors.pack(rows, layout: layout, on: WorkerPool(threads: 1))
    let three = PackedVectors.pack(rows, layout: layout, on: WorkerPool(threads: 3))
    #expect(one.codes.elementsEqual(three.codes))
    #expect(one.scales.elementsEqual(three.scales))
    #expect(one.squares.elementsEqual(three.squares))
    #expect(one.residuals == three.residuals)
  }

  @Test("Inner products of two sides are summed in double precision")
  func crosses() {
    let left = Self.rows(37, 23, seed: 3)
    let right = Self.rows(37, 23, seed: 4)
    let layout = VectorLayout(count: 37, dimensions: 23, stops: [3, 8, 21, 23])
    let products = SharedArray<Float>(count: layout.squareCount) { products in
      left.withUnsafeBufferPointer { left in
        right.withUnsafeBufferPointer { right in
          VectorPacker(layout).packCrosses(left, right, into: products)
        }
      }
    }
    for row in 0..<37 {
      var sum = 0.0
      for component in 0..<23 {
        sum += Double(left[row * 23 + component]) * Double(right[row * 23 + component])
        guard let stop = layout.stop(ofLength: component + 1) else { continue }
        #expect(products[stop * 48 + row] == Float(sum))
      }
    }
    #expect(products[3 * 48 + 47] == 0)
  }
}
