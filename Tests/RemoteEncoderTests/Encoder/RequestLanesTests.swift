import Dispatch
import Embeddings
import Synchronization
import Testing

@testable import RemoteEncoder

@Suite struct RequestLanesTests {
  @Test(arguments: [1, 2, 7, 50]) func resultsComeInTheOrderOfTheInputs(lanes: Int) throws {
    let results = try RequestLanes(count: lanes).map(Array(0..<40)) { (input: Int) throws(EncoderError) in
      input * 2
    }
    #expect(results == (0..<40).map { $0 * 2 })
  }

  @Test func severalAreUnderWayTogether() throws {
    let arrived = Mutex(0)
    let allAreHere = DispatchSemaphore(value: 0)
    let results = try RequestLanes(count: 3).map([1, 2, 3]) { (input: Int) throws(EncoderError) in
      // Each waits until all three are here; one after the other they would wait in vain.
      if arrived.withLock({
        $0 += 1; return $0 == 3
      }) {
        for _ in 0..<3 { allAreHere.signal() }
      }
      if allAreHere.wait(timeout: .now() + 30) == .timedOut {
        throw EncoderError.unavailable(reason: "alone")
      }
      return input
    }
    #expect(results == [1, 2, 3])
  }

  @Test func theFirstInputsErrorIsThrownAndNothingNewIsBegun() throws {
    let begun = Mutex(0)
    let error = try #require(throws: EncoderError.self) {
      try RequestLanes(count: 2).map(Array(0..<1000)) { (input: Int) throws(EncoderError) -> Int in
        begun.withLock { $0 += 1 }
        throw .unencodable(reason: "\(input)")
      }
    }
    #expect(error == .unencodable(reason: "0"))
    #expect(begun.withLock { $0 } <= 2)
  }
}
