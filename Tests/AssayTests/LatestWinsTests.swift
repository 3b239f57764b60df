import Dispatch
import Synchronization
import Testing

@testable import assay

@Suite struct LatestWinsTests {
  @Test func aWaitingRequestIsReplacedAndOtherKeysAreNot() {
    let gate = DispatchSemaphore(value: 0)
    let done = DispatchSemaphore(value: 0)
    let seen = Mutex<[String]>([])
    let lane = LatestWins<Int, String>(label: "test") { request in
      if request == "first" { gate.wait() }
      seen.withLock { $0.append(request) }
      if request == "last" || request == "other" { done.signal() }
    }
    lane.submit("first", for: 0)
    // "first" may or may not have begun; either way it and the newest of each key are all that can run.
    while seen.withLock({ $0.count }) == 0 {
      lane.submit("stale", for: 1)
      lane.submit("last", for: 1)
      lane.submit("other", for: 2)
      gate.signal()
      done.wait()
      done.wait()
    }
    #expect(seen.withLock { $0 } == ["first", "last", "other"])
  }
}
