import Relevance
import Testing

@Suite struct SampleTests {
  @Test func quantilesAreInterpolatedAsNumPyDoes() {
    let sorted = [1.0, 2, 4, 8]
    #expect(Sample.quantile(0, ofSorted: sorted) == 1)
    #expect(Sample.quantile(1, ofSorted: sorted) == 8)
    #expect(Sample.quantile(0.5, ofSorted: sorted) == 3)
    #expect(abs((Sample.quantile(0.9, ofSorted: sorted) ?? 0) - (4 + 0.7 * 4)) < 1e-12)
    #expect(Sample.quantile(0.3, ofSorted: [5]) == 5)
    #expect(Sample.quantile(0.3, ofSorted: []) == nil)
    #expect(Sample.median([9, 1, 4]) == 4)
  }

  @Test func varianceIsThatOfTheSample() {
    #expect(Sample.variance([1, 2, 3, 4]) == 5.0 / 3)
    #expect(Sample.variance([1]) == nil)
    #expect(Sample.mean([]) == nil)
  }

  @Test func winsAreCountedBeyondTheBound() {
    // What differs by exactly as much as a tie may is one, on both sides.
    let edges = WinTieLoss([-0.5, 0.5, -0.75], epsilon: 0.5)
    #expect(edges.wins == 0 && edges.ties == 2 && edges.losses == 1)
    #expect(WinTieLoss([0.1, 1e-10, 0, -1e-10, -0.2, -0.3]).wins == 1)
    #expect(WinTieLoss([0.1, 1e-10, 0, -1e-10, -0.2, -0.3]).ties == 3)
    #expect(WinTieLoss([0.1, 1e-10, 0, -1e-10, -0.2, -0.3]).losses == 2)
    #expect(WinTieLoss([0.1, -0.2], epsilon: 0.15).ties == 1)
  }
}
