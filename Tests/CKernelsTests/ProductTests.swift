import CKernels
import TestSupport
import Testing

@Suite("Product quantisation")
struct ProductTests {
  @Test("The nearest centroid is the first of least distance")
  func nearest() {
    var generator = SeededGenerator(seed: 1)
    var codebook = (0..<8 * 256).map { _ in Float.random(in: -1...1, using: &generator) }
    // Centroid 41 comes again, earlier and later among the sixteen that are compared side by side.
    for component in 0..<8 {
      for copy in [200, 60] { codebook[component * 256 + copy] = codebook[component * 256 + 41] }
    }
    for trial in 0..<300 {
      let part = (0..<8).map { component in
        trial % 3 == 0 ? codebook[component * 256 + 200] : Float.random(in: -1...1, using: &generator)
      }
      let distances = (0..<256).map { centroid in
        (0..<8).reduce(Float(0)) { sum, component in
          let difference = part[component] - codebook[component * 256 + centroid]
          return sum + difference * difference
        }
      }
      var distance: Float = -1
      let nearest = assay_nearest_centroid(codebook, part, &distance)
      let least = distances.min()
      #expect(distance == least)
      #expect(Int(nearest) == distances.firstIndex { $0 == least })
      #expect(assay_nearest_centroid(codebook, part, nil) == nearest)
      if trial % 3 == 0 { #expect(nearest == 41) }
    }
  }

  @Test("Sums add one table entry for each part, and tables hold inner products")
  func sums() {
    var generator = SeededGenerator(seed: 2)
    let parts = 5
    let codes = (0..<2 * parts * 16).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let codebook = (0..<8 * 256).map { _ in Float.random(in: -1...1, using: &generator) }
    var tables: [Float] = []
    for _ in 0..<parts {
      let part = (0..<8).map { _ in Float.random(in: -1...1, using: &generator) }
      var table = [Float](repeating: .nan, count: 256)
      assay_centroid_table(codebook, part, &table)
      for centroid in 0..<256 {
        let product = (0..<8).reduce(Float(0)) { $0 + part[$1] * codebook[$1 * 256 + centroid] }
        #expect(table[centroid] == product)
      }
      tables += table
    }
    var sums = [Float](repeating: .nan, count: 32)
    assay_table_sums(codes, 2, parts, tables, &sums)
    for row in 0..<32 {
      let expected = (0..<parts).reduce(Float(0)) { sum, part in
        sum + tables[part * 256 + Int(codes[row / 16 * 16 * parts + part * 16 + row % 16])]
      }
      #expect(sums[row] == expected)
    }
  }
}
