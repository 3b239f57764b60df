import Foundation
import TestSupport
import Testing

@testable import OpenVINOBackend

@Suite(.enabled(if: TestRuntime.place != nil, TestRuntime.absence)) struct Qwen3Tests {
  private let miniature = Miniature(name: "qwen3")

  @Test func givesTheReferencesVectors() throws {
    let model = try miniature.textModel()
    let cases = try miniature.texts()
    expectVectors(try model.vectors(of: cases.map(\.ids)), cases.map(\.vector))
    #expect(model.description.pooling == .last)
    #expect(model.limit == 128)
  }

  @Test func theBaseFrequencyMattersAndIsReadInBothSpellings() throws {
    let longest = try #require(try miniature.texts().last)
    let spelled = #""rope_parameters": {"rope_theta": 1000000, "rope_type": "default"}"#
    let newer = try miniature.altered([("config.json", #""rope_theta": 1000000"#, spelled)])
    let model = try TextModel.open(folder: newer.root.path, runtime: TestRuntime.open())
    expectVectors([try model.vector(of: longest.ids)], [longest.vector])
    let other = try miniature.altered([("config.json", #""rope_theta": 1000000"#, #""rope_theta": 10"#)])
    let wrong = try TextModel.open(folder: other.root.path, runtime: TestRuntime.open())
    #expect(largestDifference(try wrong.vector(of: longest.ids), longest.vector) > 1e-3)
  }

  @Test(arguments: [
    (
      #""rope_scaling": null"#, #""rope_scaling": {"rope_type": "yarn"}"#,
      #"rope_scaling.rope_type is "yarn""#
    ),
    (
      #""attention_bias": false"#, #""attention_bias": true"#,
      "attention_bias is true, which is not supported"
    ),
    (#""use_sliding_window": false"#, #""use_sliding_window": true"#, "use_sliding_window is true"),
    (#""attention_bias": false"#, #""is_causal": false"#, "is_causal is false, which is not supported"),
    (#""attention_bias": false"#, #""partial_rotary_factor": 0.5"#, "partial_rotary_factor is 0.5"),
    (
      #""attention_bias": false"#, #""layer_types": ["full_attention", "sliding_attention"]"#,
      "a list of full_attention is"
    ),
    (
      #""attention_bias": false"#, #""quantization_config": {"bits": 4}"#,
      "quantization_config: quantised weights are not supported"
    ),
  ])
  func refusesWhatItDoesNotCompute(from: String, to: String, message: String) throws {
    let folder = try miniature.altered([("config.json", from, to)])
    expectMalformed(message) {
      _ = try TextModel.open(folder: folder.root.path, runtime: try TestRuntime.open())
    }
  }
}
