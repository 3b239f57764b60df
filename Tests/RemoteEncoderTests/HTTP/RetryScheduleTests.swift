import Testing

@testable import RemoteEncoder

@Suite struct RetryScheduleTests {
  private func waits(_ policy: RetryPolicy, turn: UInt64 = 0, requested: Double? = nil) -> [Double] {
    var schedule = RetrySchedule(policy, turn: turn)
    var waits: [Double] = []
    while let wait = schedule.next(requested: requested) { waits.append(wait) }
    return waits
  }

  @Test func waitsDoubleUpToTheLongestAndThenEnd() {
    for seed in 0..<20 as Range<UInt64> {
      let policy = RetryPolicy(retries: 6, firstWait: 1, longestWait: 9, seed: seed)
      let found = waits(policy)
      #expect(found.count == 6)
      for (wait, whole) in zip(found, [1, 2, 4, 8, 9, 9] as [Double]) {
        #expect(wait >= whole / 2 && wait <= whole, "seed \(seed)")
      }
      #expect(waits(policy) == found, "seed \(seed)")
    }
  }

  @Test func questionsDoNotWaitInStep() {
    let policy = RetryPolicy()
    #expect(waits(policy, turn: 1) != waits(policy, turn: 2))
    #expect(waits(RetryPolicy(seed: 2)) != waits(policy))
  }

  @Test func theServersWishIsALeastWait() {
    #expect(waits(RetryPolicy(retries: 2, firstWait: 0.1), requested: 7) == [7, 7])
    #expect(waits(RetryPolicy(retries: 2, longestWait: 5), requested: 7) == [])
  }

  @Test(
    arguments: [
      ("7", nil, 7), ("-7", nil, nil), ("soon", nil, nil),
      ("Thu, 01 Jan 1970 00:01:00 GMT", "Thu, 01 Jan 1970 00:00:18 GMT", 42),
      ("Wed, 01 Mar 2000 00:00:05 GMT", "Tue, 29 Feb 2000 23:59:55 GMT", 10),
      ("Sun, 06 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 09:49:37 GMT", 0),
      ("Sun, 06 Nov 1994 08:49:37 GMT", nil, nil),
    ] as [(String, String?, Double?)])
  func readsSecondsAndDates(retryAfter: String, date: String?, seconds: Double?) {
    var head = HTTPHead()
    let lines =
      ["HTTP/1.1 429 Slow down", "retry-after: \(retryAfter)"] + (date.map { ["Date: \($0)"] } ?? [])
    for line in lines { Array((line + "\r\n").utf8).withUnsafeBytes { head.take(line: $0) } }
    #expect(head.status == 429)
    #expect(head.retryAfter == seconds)
  }

  @Test func knowsTheSecondsOfADate() {
    #expect(HTTPDate("Sun, 06 Nov 1994 08:49:37 GMT")?.seconds == 784_111_777)
    #expect(HTTPDate("Sun Nov  6 08:49:37 1994") == nil)
    #expect(HTTPDate("Sun, 06 Nov 1994 08:49:37 CET") == nil)
  }
}
