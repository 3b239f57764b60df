import Embeddings
import Foundation
import TestSupport
import Testing

@testable import OpenVINOBackend

@Suite(.enabled(if: TestRuntime.place != nil, TestRuntime.absence)) struct CLIPTests {
  private let miniature = Miniature(name: "clip")

  @Test func givesTheReferencesTextVectors() throws {
    let model = try miniature.textModel()
    let cases = try miniature.texts()
    expectVectors(try model.vectors(of: cases.map(\.ids)), cases.map(\.vector))
    #expect(model.dimensions == 24)
    #expect(model.limit == 21)
    #expect(model.description.pooling == .end)
  }

  @Test func findsTheEndByItsIdWhereTheConfigurationIsRight() throws {
    let folder = try miniature.altered([("config.json", #""eos_token_id": 2"#, #""eos_token_id": 79"#)])
    let model = try TextModel.open(folder: folder.root.path, runtime: TestRuntime.open())
    // What follows the end must not matter.
    let cases = try miniature.texts().filter { $0.ids.count < 12 }
    expectVectors(try model.vectors(of: cases.map { $0.ids + [5, 79, 5] }), cases.map(\.vector))
  }

  @Test func givesTheReferencesPictureVectors() throws {
    let model = try miniature.pictureModel()
    #expect(
      model.input == PictureInput(width: 32, height: 32, layout: .channelsFirst, values: .normalised))
    #expect(model.dimensions == 24)
    let expected = try miniature.pictures()
    let pictures = expected.indices.map { Miniature.picture(size: 32, number: $0) }
    expectVectors(try pictures.map { try model.vector(of: $0) }, expected)
    // Nine of them: one full batch and a rest.
    let many = (0..<9).map { $0 % 5 }
    expectVectors(try model.vectors(of: many.map { pictures[$0] }), many.map { expected[$0] })
  }

  @Test func refusesAPictureOfAnotherSize() throws {
    let model = try miniature.pictureModel()
    #expect(throws: EncoderError.unencodable(reason: "a picture has 3 numbers; the model takes 3·32·32")) {
      try model.vector(of: [1, 2, 3])
    }
  }

  @Test func refusesAnotherPoolingThanItsOwn() {
    var settings = ModelSettings()
    settings.pooling = .mean
    expectMalformed("the pooling 'mean' does not exist for CLIP; 'end' does") {
      _ = try miniature.textModel(settings)
    }
  }
}
