import Foundation
import TestSupport
import Testing

@testable import OpenVINOBackend

@Suite(.enabled(if: TestRuntime.place != nil, TestRuntime.absence)) struct SigLIPTests {
  private let miniature = Miniature(name: "siglip")

  @Test(arguments: [0, 1] as [Int32])
  func givesTheReferencesTextVectors(padding: Int32) throws {
    var settings = ModelSettings()
    settings.paddingID = padding
    let model = try miniature.textModel(settings)
    let cases = try miniature.texts("padded with \(padding)")
    expectVectors(try model.vectors(of: cases.map(\.ids)), cases.map(\.vector))
    expectVectors(try cases.map { try model.vector(of: $0.ids) }, cases.map(\.vector))
    #expect(model.limit == 16)
    #expect(model.dimensions == 40)
  }

  @Test func doesNotGuessThePadding() {
    expectMalformed("does not say with which id texts are padded (1 for SigLIP, 0 for SigLIP 2)") {
      _ = try miniature.textModel()
    }
  }

  @Test func givesTheReferencesPictureVectors() throws {
    let model = try miniature.pictureModel()
    #expect(model.input.width == 24)
    #expect(model.dimensions == 40)
    #expect(model.description.pooling == .attention)
    let expected = try miniature.pictures()
    let pictures = expected.indices.map { Miniature.picture(size: 24, number: $0) }
    expectVectors(try pictures.map { try model.vector(of: $0) }, expected)
    let many = (0..<9).map { $0 % 5 }
    expectVectors(try model.vectors(of: many.map { pictures[$0] }), many.map { expected[$0] })
  }

  @Test func namesATensorThatIsMissing() throws {
    let folder = try miniature.altered([
      ("config.json", #""num_hidden_layers": 2"#, #""num_hidden_layers": 3"#)
    ])
    expectMalformed("tensor vision_model.encoder.layers.2.layer_norm1.weight is missing") {
      _ = try PictureModel.open(folder: folder.root.path, runtime: try TestRuntime.open())
    }
  }
}
