import CKernels
import TestSupport
import Testing

@Suite("Float dots")
struct DotTests {
  /// The definition, one component at a time.
  static func dot(_ left: ArraySlice<Float>, _ right: ArraySlice<Float>) -> Float {
    var lanes = [Float](repeating: 0, count: 16)
    for (index, (a, b)) in zip(left, right).enumerated() { lanes[index % 16].addProduct(a, b) }
    for half in [8, 4, 2, 1] {
      for lane in 0..<half { lanes[lane] += lanes[lane + half] }
    }
    return lanes[0]
  }

  @Test(
    "Every path gives the bits of the definition", arguments: KernelPath.all,
    [1, 2, 15, 16, 17, 31, 64, 100, 257])
  func definition(path: KernelPath, count: Int) throws {
    var generator = SeededGenerator(seed: UInt64(count))
    let stride = count + 3
    let rows = 9
    let matrix = (0..<rows * stride).map { _ in Float.random(in: -2...1, using: &generator) }
    let query = (0..<count).map { _ in Float.random(in: -1...1, using: &generator) }
    let expected = (0..<rows).map {
      Self.dot(matrix[$0 * stride..<$0 * stride + count], query[...]).bitPattern
    }

    let dotsOfRows = try #require(path.bodies.dots_f32)
    var dots = [Float](repeating: .nan, count: rows)
    dotsOfRows(matrix, nil, rows, stride, query, count, &dots)
    #expect(dots.map(\.bitPattern) == expected)

    let ordinals: [UInt32] = [8, 0, 3, 3]
    var gathered = [Float](repeating: .nan, count: 4)
    dotsOfRows(matrix, ordinals, 4, stride, query, count, &gathered)
    #expect(gathered.map(\.bitPattern) == ordinals.map { expected[Int($0)] })
  }

  @Test("The chosen path is one of them")
  func chosen() {
    let values = (0..<100).map(Float.init)
    #expect(assay_dot_f32(values, values, 100) == Self.dot(values[...], values[...]))
    var dots = [Float](repeating: 0, count: 2)
    assay_dots_f32(values, 2, 50, values, 50, &dots)
    #expect(dots == [Self.dot(values[..<50], values[..<50]), Self.dot(values[50...], values[..<50])])
    assay_gathered_dots_f32(values, [1], 1, 50, values, 50, &dots)
    #expect(dots[0] == dots[1])
  }
}
