import TestSupport
import Testing

@testable import OpenVINOBackend

@Suite(.enabled(if: TestRuntime.place != nil, TestRuntime.absence)) struct NetworkTests {
  @Test func explainsAFileThatIsNoModel() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("not a model", to: "model.xml")
    let runtime = try TestRuntime.open()
    #expect(throws: OpenVINOFailure.self) { try Network(file: path, runtime: runtime) }
  }
}
