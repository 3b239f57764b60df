import Foundation
import TestSupport
import Testing

@testable import OpenVINOBackend

@Suite struct PoolingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func read() throws -> DeclaredPooling? { try DeclaredPooling.read(folder: folder.root.path) }

  @Test(arguments: [("cls_token", Pooling.first), ("mean_tokens", .mean), ("lasttoken", .last)])
  func readsTheFolderOfThePoolingModule(mode: String, pooling: Pooling) throws {
    #expect(try read() == nil)
    try folder.write(
      #"{"pooling_mode_\#(mode)": true, "pooling_mode_max_tokens": false}"#, to: "1_Pooling/config.json")
    #expect(try read() == DeclaredPooling(pooling: pooling, origin: "1_Pooling/config.json"))
  }

  @Test func followsTheListOfModules() throws {
    try folder.write(#"{"pooling_mode_mean_tokens": true}"#, to: "2_Pool/config.json")
    try folder.write(
      #"[{"type": "sentence_transformers.models.Transformer", "path": ""}, "#
        + #"{"type": "sentence_transformers.models.Pooling", "path": "2_Pool"}]"#, to: "modules.json")
    #expect(try read()?.origin == "2_Pool/config.json")
    try folder.write(
      #"[{"type": "sentence_transformers.models.Dense", "path": "2_Dense"}]"#, to: "modules.json")
    expectMalformed("modules.json: has the module sentence_transformers.models.Dense, which is not supported")
    {
      _ = try read()
    }
  }

  @Test(arguments: [
    (#"{"pooling_mode_max_tokens": true}"#, "chooses pooling_mode_max_tokens, which is not supported"),
    (
      #"{"pooling_mode_cls_token": true, "pooling_mode_mean_tokens": true}"#,
      "chooses pooling_mode_cls_token with pooling_mode_mean_tokens"
    ),
    (#"{"word_embedding_dimension": 8}"#, "chooses no pooling"),
    (#"{"pooling_mode_cls_token": "yes"}"#, #"pooling_mode_cls_token is "yes", not true or false"#),
  ])
  func refusesByName(text: String, message: String) throws {
    try folder.write(text, to: "1_Pooling/config.json")
    expectMalformed(message) { _ = try read() }
  }
}
