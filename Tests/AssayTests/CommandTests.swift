import ArgumentParser
import Testing

@testable import assay

@Suite struct CommandTests {
  @Test func theProgramIsCalledAssay() {
    #expect(Assay.configuration.commandName == "assay")
  }
}
