import Foundation
import TestSupport
import Testing

@testable import assay

@Suite struct ProgramLogTests {
  @Test func onlyWhatWentWrongIsListed() throws {
    let folder = try TemporaryFolder()
    let log = ProgramLog(settings: Settings(environment: ["XDG_STATE_HOME": folder.root.path]))
    #expect(log.problems(last: 10).isEmpty)
    try folder.write(
      """
      2026-11-21T09:00:00.000Z info explore: leaving error=none
      2026-11-21T09:00:01.000Z warning explore: session not kept error=full
      2026-11-21T09:00:02.000Z error explore: search failed query=mug
      2026-11-21T09:00:03.000Z debug explore: warning signs

      """, to: "assay/assay.log")
    #expect(log.problems(last: 10).map { $0.suffix(9) } == ["rror=full", "query=mug"])
    #expect(log.problems(last: 1).count == 1)
  }
}
