import Testing

@testable import assay

@Suite struct ExploreLimitsTests {
  @Test func largerCataloguesMayTakeLonger() {
    #expect(ExploreLimits(itemCount: 1023).median == 5)
    #expect(ExploreLimits(itemCount: 100_000).p99 == 16)
    #expect(ExploreLimits(itemCount: 1_000_000).p99 == 50)
    #expect(ExploreLimits(itemCount: 1_000_000).start == 300)
  }
}
