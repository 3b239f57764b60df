import Dispatch
import Testing

@testable import assay

@Suite struct OpeningTests {
  private struct Refusal: Error, Equatable {}

  @Test func givesTheValueOnceItIsThere() throws {
    let gate = DispatchSemaphore(value: 0)
    let opening = try Opening {
      gate.wait()
      return 7
    }
    #expect(try opening.value(within: .milliseconds(1)) == nil)
    gate.signal()
    #expect(try opening.value(within: .seconds(30)) == 7)
    #expect(try opening.value(within: .seconds(0)) == 7, "and again")
  }

  @Test func throwsWhatMakingItThrew() throws {
    let opening = try Opening { () throws -> Int in throw Refusal() }
    #expect(throws: Refusal()) { try opening.value(within: .seconds(30)) }
  }
}
