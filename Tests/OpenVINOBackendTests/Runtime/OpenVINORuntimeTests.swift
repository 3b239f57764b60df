import Embeddings
import Foundation
import TestSupport
import Testing

@testable import OpenVINOBackend

@Suite struct OpenVINORuntimeTests {
  private static let remedy =
    "Install the tested release: pip install openvino==2026.4.1 --no-deps --target /home/u/.local/share/assay/runtime"

  private func reason(_ places: [String]) -> String {
    do throws(EncoderError) {
      _ = try OpenVINORuntime.open(searching: places, environment: ["HOME": "/home/u"])
      return "opened"
    } catch {
      guard case .unavailable(let reason) = error else { return "another error: \(error)" }
      return reason
    }
  }

  @Test func saysWhereItLookedAndWhatToType() {
    #expect(
      reason(["/nowhere/a", "/nowhere/b"])
        == "OpenVINO, which runs local models, was not found; looked in /nowhere/a, /nowhere/b. \(Self.remedy)"
    )
    #expect(reason([]).hasPrefix("OpenVINO, which runs local models, was not found; looked in nowhere. "))
  }

  @Test func namesALibraryThatCannotBeLoaded() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("not a library", to: "libopenvino_c.so.2641")
    #expect(reason([folder.root.path]).hasPrefix("\(path) can't be loaded: "))
    #expect(reason([folder.root.path]).hasSuffix(Self.remedy))
  }

  @Test func namesTheFunctionThatALibraryLacks() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("libopenvino_c.so.1")
    let library = try #require(
      ["/lib/x86_64-linux-gnu/libm.so.6", "/lib/aarch64-linux-gnu/libm.so.6", "/lib64/libm.so.6"].first {
        FileManager.default.fileExists(atPath: $0)
      })
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: library)
    #expect(
      reason([folder.root.path])
        == "\(path) has no function ov_get_openvino_version, so it is no OpenVINO C library or an old one. "
        + Self.remedy)
  }

  @Test func doesNotPassOverABrokenLibrary() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "libopenvino_c.so.2641")
    #expect(reason([folder.root.path, TestRuntime.place ?? "/"]).contains(" can't be loaded: "))
  }

  @Test(.enabled(if: TestRuntime.place != nil, TestRuntime.absence))
  func opensTheTestedRelease() throws {
    let runtime = try TestRuntime.open()
    #expect(runtime.version.isSupported)
    #expect(runtime.path.contains("libopenvino_c.so"))
  }
}
