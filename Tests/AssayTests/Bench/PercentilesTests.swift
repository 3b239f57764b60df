import Testing

@testable import assay

@Suite struct PercentilesTests {
  @Test func nearestRanks() {
    let values = Percentiles((1...200).map(Double.init).shuffled())
    #expect(values.count == 200)
    #expect(values.median == 100)
    #expect(values.p99 == 198)
    #expect(values.largest == 200)
    #expect(Percentiles([7]).p99 == 7)
  }

  @Test func nothingMeasuredIsNoNumber() {
    #expect(Percentiles([]).median == nil)
    #expect(!BenchBar("none", nil, atMost: 1, "ms").passed)
    #expect(BenchBar("one", 1, atMost: 1, "ms").passed)
  }
}
