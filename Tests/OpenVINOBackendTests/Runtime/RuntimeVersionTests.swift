import Testing

@testable import OpenVINOBackend

@Suite struct RuntimeVersionTests {
  @Test func readsABuildString() {
    let version = RuntimeVersion(build: "2026.4.1-22982-8dd3f9a0b1c-releases/2026/4")
    #expect(version == RuntimeVersion(year: 2026, minor: 4, patch: 1))
    #expect(version?.description == "2026.4.1")
  }

  @Test(arguments: ["", "2026.4", "2026.4.x-1", "custom-build", "2026..1-2", "v2026.4.1"])
  func refusesWhatIsNoVersion(build: String) {
    #expect(RuntimeVersion(build: build) == nil)
  }

  @Test func supportsThePatchesOfTheTestedReleaseOnly() {
    #expect(RuntimeVersion.recommended.isSupported)
    #expect(RuntimeVersion(year: 2026, minor: 4, patch: 7).isSupported)
    #expect(!RuntimeVersion(year: 2026, minor: 3, patch: 1).isSupported)
    #expect(!RuntimeVersion(year: 2026, minor: 5, patch: 0).isSupported)
    #expect(!RuntimeVersion(year: 2025, minor: 4, patch: 1).isSupported)
  }
}
