import Glibc
import TestSupport
import Testing

@testable import OpenVINOBackend

/// Turns a descriptor of its own, since other tests turn the real one meanwhile.
@Suite struct StandardErrorRedirectionTests {
  private let folder: TemporaryFolder
  private let descriptor: CInt

  init() throws {
    folder = try TemporaryFolder()
    descriptor = open(folder.path("screen"), O_WRONLY | O_CREAT | O_APPEND, 0o600)
  }

  private func say(_ text: String) {
    _ = text.withCString { write(descriptor, $0, strlen($0)) }
  }

  @Test func appendsToTheLogAndRestores() throws {
    let log = folder.path("runtime.log")
    say("before\n")
    let answer = StandardErrorRedirection.during(to: log, descriptor: descriptor) { () -> Int in
      say("first\n")
      return 7
    }
    say("between\n")
    StandardErrorRedirection.during(to: log, descriptor: descriptor) { say("second\n") }
    say("after\n")
    #expect(answer == 7)
    #expect(try folder.read("runtime.log") == "first\nsecond\n")
    #expect(try folder.read("screen") == "before\nbetween\nafter\n")
  }

  @Test func restoresAfterAnError() throws {
    #expect(throws: OpenVINOFailure.self) {
      try StandardErrorRedirection.during(to: nil, descriptor: descriptor) { () throws(OpenVINOFailure) in
        say("inside\n")
        throw OpenVINOFailure(reason: "no")
      }
    }
    say("after\n")
    #expect(try folder.read("screen") == "after\n")
  }

  @Test func dropsTheNoiseWhenTheLogCannotBeOpened() throws {
    StandardErrorRedirection.during(to: "/nowhere/log", descriptor: descriptor) { say("noise\n") }
    #expect(try folder.read("screen").isEmpty)
  }
}
