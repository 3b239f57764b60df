import Relevance
import Testing

@Suite struct HolmTests {
  @Test func isThatOfTheScript() throws {
    for family in try SciPyReference.recorded().holm {
      let adjusted = Holm.adjusted(family.p)
      #expect(zip(adjusted, family.adjusted).allSatisfy { abs($0 - $1) < 1e-15 }, "\(family.p): \(adjusted)")
    }
  }

  @Test func aLargerPNeverBecomesTheSmaller() {
    #expect(Holm.adjusted([0.01, 0.02, 0.011]) == [0.03, 0.03, 0.03])
  }

  @Test func missingValuesDoNotCount() {
    #expect(Holm.adjusted([0.02, nil, 0.5]) == [0.04, nil, 0.5])
    #expect(Holm.adjusted([nil, nil]) == [nil, nil])
  }
}
