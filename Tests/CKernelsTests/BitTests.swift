import CKernels
import TestSupport
import Testing

@Suite("Bit vectors")
struct BitTests {
  /// Rows of random components with zeros among them, packed into tiles.
  struct Case {
    let count: Int
    let rows: [[Float]]
    let query: [Float]
    let bits: [UInt32]
    var words: Int { (count + 31) / 32 }
    var tiles: Int { rows.count / 16 }

    init(tiles: Int, count: Int) {
      var generator = SeededGenerator(seed: UInt64(count))
      func vector(zeros: Bool) -> [Float] {
        (0..<count).map { zeros && $0 % 3 == 0 ? 0 : Float.random(in: -1...1, using: &generator) }
      }
      let rows = (0..<tiles * 16).map { vector(zeros: $0 % 2 == 0) }
      let words = (count + 31) / 32
      var bits = [UInt32](repeating: .max, count: tiles * 16 * words)
      bits.withUnsafeMutableBufferPointer { bits in
        for (index, row) in rows.enumerated() {
          assay_pack_bits(row, count, bits.baseAddress.map { $0 + index / 16 * 16 * words + index % 16 })
        }
      }
      self.count = count
      self.rows = rows
      self.query = vector(zeros: false)
      self.bits = bits
    }
  }

  @Test(
    "Distances count the components that differ in sign", arguments: KernelPath.all,
    [1, 31, 32, 33, 100, 256])
  func distances(path: KernelPath, count: Int) {
    let vectors = Case(tiles: 3, count: count)
    var query = [UInt32](repeating: .max, count: vectors.words)
    assay_query_bits(vectors.query, count, &query)
    var distances = [UInt32](repeating: .max, count: 48)
    path.bodies.bit_distances(vectors.bits, 3, vectors.words, query, &distances)
    let expected = vectors.rows.map { row in
      UInt32(zip(row, vectors.query).count { ($0 > 0) != ($1 > 0) })
    }
    #expect(distances == expected)
    assay_bit_distances(vectors.bits, 3, vectors.words, query, &distances)
    #expect(distances == expected)
  }

  @Test(
    "Sums add the query's components where a row is positive", arguments: KernelPath.all,
    [1, 31, 32, 33, 100, 256])
  func sums(path: KernelPath, count: Int) {
    let vectors = Case(tiles: 3, count: count)
    var tables = [Float](repeating: .nan, count: vectors.words * 8 * 16)
    assay_bit_tables(vectors.query, count, &tables)
    var sums = [Float](repeating: .nan, count: 48)
    path.bodies.bit_sums(vectors.bits, 3, vectors.words, tables, &sums)
    for (row, sum) in zip(vectors.rows, sums) {
      var expected: Float = 0
      for group in stride(from: 0, to: count, by: 4) {
        var part: Float = 0
        for component in group..<min(group + 4, count) where row[component] > 0 {
          part += vectors.query[component]
        }
        expected += part
      }
      #expect(sum == expected)
    }
    var chosen = [Float](repeating: .nan, count: 48)
    assay_bit_sums(vectors.bits, 3, vectors.words, tables, &chosen)
    #expect(chosen == sums)
  }
}
