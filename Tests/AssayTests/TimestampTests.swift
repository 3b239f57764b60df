import Testing

@testable import assay

@Suite struct TimestampTests {
  @Test func isISO8601InUTCWithMilliseconds() throws {
    let pattern = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/
    #expect(try pattern.wholeMatch(in: Timestamp.now()) != nil)
    #expect(try /\d\d:\d\d:\d\d/.wholeMatch(in: Timestamp.localClock()) != nil)
  }
}
