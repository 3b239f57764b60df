import Embeddings
import Foundation
import TestSupport
import Testing

@testable import OpenVINOBackend

@Suite(.enabled(if: TestRuntime.place != nil, TestRuntime.absence)) struct IRModelTests {
  /// A graph of Assay's own, written to files as an export would be, answers as it does over safetensors.
  @Test func runsAnExportedGraph() throws {
    let miniature = Miniature(name: "bert")
    let folder = try miniature.altered([])
    try FileManager.default.removeItem(atPath: folder.path("model.safetensors"))
    try folder.makeFolder("openvino")
    let weights = try Weights(folder: miniature.folder) { _ in 1 << 20 }
    let configuration = try ConfigurationFile(path: miniature.folder + "/config.json")
    let graph = try BERTGraph(configuration.root, isRoBERTa: false, pooling: .mean, limit: nil)
    var builder = GraphBuilder(weights: weights, precision: .f32)
    builder.result(try graph.write(into: &builder), name: "sentence_embedding")
    try folder.write(builder.text, to: "openvino/openvino_model.xml")
    try Data(weights.memory.bytes(0..<weights.memory.byteCount)).write(
      to: folder.url("openvino/openvino_model.bin"))
    let model = try TextModel.open(folder: folder.root.path, runtime: TestRuntime.open())
    let cases = try miniature.texts("mean")
    expectVectors(try model.vectors(of: cases.map(\.ids)), cases.map(\.vector))
    #expect(model.description.graph == .ir)
    #expect(model.description.files == ["openvino/openvino_model.xml", "openvino/openvino_model.bin"])
    #expect(model.limit == 40)
  }
}
