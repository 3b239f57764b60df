import Foundation
import TestSupport
import Testing

@testable import OpenVINOBackend

private let coralExtractor = "weights/coral_mobilenet_v1_1.0_224_quant_embedding_extractor.tflite"

/// A quantised image embedder that others trained, where it lies beside the checkout.
@Suite(
  .enabled(
    if: TestRuntime.place != nil && SharedData.path(coralExtractor) != nil,
    "needs OpenVINO, and \(coralExtractor) in ../shared/data beside the checkout"))
struct TFLiteModelTests {
  private func open() throws -> PictureModel {
    let path = try #require(SharedData.path(coralExtractor))
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    return try PictureModel.open(folder: folder, runtime: TestRuntime.open())
  }

  @Test func takesLevelsAndGivesRealNumbers() throws {
    let model = try open()
    #expect(model.input == PictureInput(width: 224, height: 224, layout: .channelsLast, values: .levels))
    #expect(model.dimensions == 1024)
    #expect(model.description.graph == .tflite)
    let grey = try model.vector(of: [Float](repeating: 128, count: model.input.count))
    let noise = try model.vector(of: Miniature.picture(size: 224, number: 1).map { ($0 + 1) * 127 })
    let length = grey.reduce(0) { $0 + $1 * $1 }
    #expect((length - 1).magnitude < 1e-5)
    #expect(largestDifference(grey, noise) > 1e-2)
    // The same picture among others, and its levels a little off the whole numbers that the model takes.
    let many = try model.vectors(of: [
      [Float](repeating: 128.3, count: model.input.count), [Float](repeating: 0, count: model.input.count),
    ])
    #expect(many[0] == grey)
  }

  @Test func readsWhatBytesStandFor() throws {
    let path = try #require(SharedData.path(coralExtractor))
    let outputs = try TFLiteQuantisation(path: path).outputs
    #expect(outputs.count == 1)
    let parameters = try #require(outputs[0])
    // Behind a ReLU6, bytes are multiples of 6 ÷ 255 from 0.
    #expect(parameters.zero == 0)
    #expect(parameters.scale > 0.005 && parameters.scale < 0.05)
  }

  @Test func noticesACutFile() throws {
    let whole = try Data(contentsOf: URL(fileURLWithPath: #require(SharedData.path(coralExtractor))))
    let folder = try TemporaryFolder()
    let runtime = try TestRuntime.open()
    for count in [9, 100, 5000, whole.count / 2] {
      try whole.prefix(count).write(to: folder.url("m.tflite"))
      #expect(throws: (any Error).self) {
        try PictureModel.open(folder: folder.root.path, runtime: runtime)
      }
    }
  }
}
