import Testing

@testable import Retrieval

@Suite("Vector layout")
struct VectorLayoutTests {
  @Test("Declared lengths are the stops; multiples of 64 where only the full length is declared")
  func stops() {
    #expect(VectorLayout.stops(declared: [16, 32], dimensions: 48) == [16, 32, 48])
    #expect(VectorLayout.stops(declared: [32, 16, 48], dimensions: 48) == [16, 32, 48])
    #expect(VectorLayout.stops(declared: [200], dimensions: 200) == [64, 128, 192, 200])
    #expect(VectorLayout.stops(declared: [128], dimensions: 128) == [64, 128])
    #expect(VectorLayout.stops(declared: [], dimensions: 10) == [10])
  }

  @Test("Every code has a place of its own, and prefixes lie together")
  func places() {
    let layout = VectorLayout(count: 37, dimensions: 23, stops: [3, 8, 21, 23])
    #expect(layout.widths == [4, 8, 16, 4])
    #expect((layout.tiles, layout.paddedCount, layout.paddedDimensions) == (3, 48, 32))
    #expect(layout.codeCount == 48 * 32)
    var seen = Set<Int>()
    for row in 0..<layout.paddedCount {
      for component in 0..<23 { seen.insert(layout.codePosition(row: row, component: component)) }
    }
    #expect(seen.count == 48 * 23)
    #expect(seen.allSatisfy { (0..<layout.codeCount).contains($0) })
    #expect(layout.codeStart(ofBlock: 2) == 48 * 12)
    #expect(layout.codePosition(row: 47, component: 7) < layout.codeStart(ofBlock: 2))
    #expect(layout.codePosition(row: 0, component: 8) == layout.codeStart(ofBlock: 2))
    #expect((0..<23).map(layout.paddedPosition) == [0, 1, 2] + Array(4..<9) + Array(12..<25) + [28, 29])
  }
}
