import Testing

@testable import assay

@Suite struct KeyPaceTests {
  private let start = ContinuousClock.now

  @Test func singleKeysAreNotWaitedFor() {
    var pace = KeyPace()
    #expect(pace.settles(after: start) == nil)
    for second in 0..<3 {
      let time = start + .seconds(second)
      pace.note(time)
      #expect(pace.settles(after: time) == nil)
    }
  }

  @Test func fastTypingIsNotHolding() {
    var pace = KeyPace()
    for key in 0..<10 {
      let time = start + .milliseconds(45 * key)
      pace.note(time)
      #expect(pace.settles(after: time) == nil)
    }
  }

  @Test func aHeldKeyIsWaitedForUntilItIsLetGo() {
    var pace = KeyPace()
    var time = start
    for _ in 0..<20 {
      time += .milliseconds(33)
      pace.note(time)
    }
    #expect(pace.settles(after: time) == .milliseconds(60))
    #expect(pace.settles(after: time + .milliseconds(40)) == .milliseconds(20))
    #expect(pace.settles(after: time + .milliseconds(60)) == nil)
    pace.note(time + .seconds(1))
    #expect(pace.settles(after: time + .seconds(1)) == nil)
  }
}
