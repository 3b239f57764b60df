import Glibc
import TestSupport
import Testing

@testable import OpenVINOBackend

@Suite struct StandardErrorRedirectionTests {
  private func say(_ text: String) {
    _ = text.withCString { write(STDERR_FILENO, $0, strlen($0)) }
  }

  private func identity(of descriptor: CInt) -> [UInt64] {
    var status = stat()
    fstat(descriptor, &status)
    return [UInt64(status.st_dev), UInt64(status.st_ino)]
  }

  @Test func appendsToTheLogAndRestores() throws {
    let folder = try TemporaryFolder()
    let log = folder.path("runtime.log")
    let before = identity(of: STDERR_FILENO)
    let answer = StandardErrorRedirection.during(to: log) { () -> Int in
      say("first\n")
      return 7
    }
    StandardErrorRedirection.during(to: log) { say("second\n") }
    #expect(answer == 7)
    #expect(try folder.read("runtime.log") == "first\nsecond\n")
    #expect(identity(of: STDERR_FILENO) == before)
  }

  @Test func restoresAfterAnError() {
    let before = identity(of: STDERR_FILENO)
    #expect(throws: OpenVINOFailure.self) {
      try StandardErrorRedirection.during(to: nil) { () throws(OpenVINOFailure) in
        throw OpenVINOFailure(reason: "no")
      }
    }
    #expect(identity(of: STDERR_FILENO) == before)
  }

  @Test func dropsTheNoiseWhenTheLogCannotBeOpened() {
    var inside: [UInt64] = []
    let before = identity(of: STDERR_FILENO)
    inside = StandardErrorRedirection.during(to: "/nowhere/log") { identity(of: STDERR_FILENO) }
    #expect(inside != before)
  }
}
