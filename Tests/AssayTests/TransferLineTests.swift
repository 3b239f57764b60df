import Testing

@testable import assay

@Suite struct TransferLineTests {
  @Test func itSaysHowFarHowFastAndHowLong() {
    #expect(
      TransferLine.line("model.safetensors", done: 34_000_000, total: 91_000_000, rate: 12_500_000)
        == "pulling  37 %  34 of 91 MB  12 MB/s  5 s left  model.safetensors")
    #expect(
      TransferLine.line("a\u{1b}[2J", done: 500_000, total: 2_000_000, rate: nil)
        == "pulling  25 %  0.5 of 2.0 MB  a\\u{1b}[2J")
    #expect(TransferLine.line("a", done: 0, total: 0, rate: nil) == "pulling  100 %  0.0 of 0.0 MB  a")
  }

  @Test func theRateIsThatOfTheLastSecondsAndALineIsRedrawn() {
    let clock = Clock()
    var written: [String] = []
    let line = TransferLine(isShown: true, write: { written.append($0) }, now: { clock.now })
    line.total = 100_000_000
    // What an earlier pull left is no rate.
    line.show("a", bytes: 50_000_000)
    #expect(written == ["\r\u{1b}[Kpulling  50 %  50 of 100 MB  a"])
    clock.advance(.milliseconds(100))
    line.show("a", bytes: 50_100_000)
    #expect(written.count == 1, "not oftener than eyes can follow")
    clock.advance(.milliseconds(900))
    line.show("a", bytes: 51_000_000)
    #expect(written.last == "\r\u{1b}[Kpulling  51 %  51 of 100 MB  1.0 MB/s  49 s left  a")
    clock.advance(.seconds(10))
    line.show("a", bytes: 61_000_000)
    clock.advance(.seconds(1))
    line.show("a", bytes: 66_000_000)
    #expect(written.last?.contains("5.0 MB/s") == true)
    line.finish(bytes: 70_000_000)
    clock.advance(.seconds(1))
    line.show("b", bytes: 1_000_000)
    #expect(written.last == "\r\u{1b}[Kpulling  71 %  71 of 100 MB  b")
    line.remove()
    #expect(written.last == "\r\u{1b}[K")
  }

  @Test func nothingIsWrittenWhereNobodyLooks() {
    let line = TransferLine(isShown: false, write: { _ in Issue.record("written") })
    line.show("a", bytes: 1)
    line.remove()
  }
}

/// A clock that goes on when it is told to.
private final class Clock {
  private(set) var now = ContinuousClock.now

  func advance(_ duration: Duration) { now += duration }
}
