import Embeddings
import Foundation
import TestSupport
import Testing

@testable import OpenVINOBackend

@Suite(.enabled(if: TestRuntime.place != nil, TestRuntime.absence)) struct BERTTests {
  private let miniature = Miniature(name: "bert")

  @Test(arguments: [Pooling.first, .mean, .last])
  func givesTheReferencesVectors(pooling: Pooling) throws {
    var settings = ModelSettings()
    settings.pooling = pooling
    let model = try miniature.textModel(settings)
    let cases = try miniature.texts(pooling.rawValue)
    expectVectors(try model.vectors(of: cases.map(\.ids)), cases.map(\.vector))
    #expect(model.description.pooling == pooling)
    #expect(model.description.poolingOrigin == "settings")
  }

  @Test func poolsAsTheFolderSays() throws {
    let model = try miniature.textModel()
    let cases = try miniature.texts("first")
    expectVectors(try cases.map { try model.vector(of: $0.ids) }, cases.map(\.vector))
    #expect(model.description.poolingOrigin == "1_Pooling/config.json")
    #expect(model.limit == 40)
  }

  @Test func readsHalfPrecisionShardsAndPositionsBehindThePadding() throws {
    let miniature = Miniature(name: "xlm-roberta")
    let model = try miniature.textModel()
    let cases = try miniature.texts()
    expectVectors(try model.vectors(of: cases.map(\.ids)), cases.map(\.vector))
    #expect(model.limit == 40)
    #expect(model.description.family == "XLM-RoBERTa")
    #expect(model.description.files.count == 3)
  }

  @Test func roundedWeightsStayNear() throws {
    var settings = ModelSettings()
    settings.precision = .int8
    let model = try miniature.textModel(settings)
    let cases = try miniature.texts("first")
    let vectors = try model.vectors(of: cases.map(\.ids))
    for (vector, expected) in zip(vectors, cases) {
      let cosine = zip(vector, expected.vector).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(cosine > 0.995)
    }
    #expect(zip(vectors, cases).contains { largestDifference($0, $1.vector) > 1e-5 })
  }

  @Test(arguments: [
    (#""gelu""#, #""mish""#, #"hidden_act is "mish", which is not supported; gelu, gelu_new, "#),
    (#""bert""#, #""distilbert""#, #"model_type is "distilbert", which is not supported; bert, clip, "#),
    (#""hidden_size": 32"#, #""hidden_size": "wide""#, #"hidden_size is "wide", not a whole number"#),
    (
      #""hidden_size": 32"#, #""hidden_size": 30"#,
      "num_attention_heads is 4, which is not supported; hidden_size is 30"
    ),
    (#""vocab_size": 90"#, #""vocab": 90"#, "vocab_size is missing"),
    (
      #""vocab_size": 90"#, #""vocab_size": 91"#,
      "tensor embeddings.word_embeddings.weight is [90, 32] where config.json asks for [91, 32]"
    ),
    (
      #""num_hidden_layers": 2"#, #""num_hidden_layers": 3"#,
      "tensor encoder.layer.2.attention.self.query.weight is missing"
    ),
    (
      #""vocab_size": 90"#, #""position_embedding_type": "relative_key", "vocab_size": 90"#,
      #"position_embedding_type is "relative_key""#
    ),
    ("}", "", "is not valid JSON: byte "),
  ])
  func saysWhatIsWrong(from: String, to: String, message: String) throws {
    let folder = try miniature.altered([("config.json", from, to)])
    expectMalformed(message) {
      _ = try TextModel.open(folder: folder.root.path, runtime: try TestRuntime.open())
    }
  }
}
