import Testing

@testable import OpenVINOBackend

@Suite struct OutputChoiceTests {
  private func port(_ name: String, _ shape: [Int?] = [nil, 8]) -> NetworkPort {
    NetworkPort(name: name, element: .f32, shape: shape)
  }

  private func choice(
    _ names: [String], _ modality: OutputChoice.Modality = .text, named name: String? = nil,
    isSigLIP: Bool = false
  ) throws -> OutputChoice {
    let ports = names.map { port($0, $0 == "last_hidden_state" ? [nil, nil, 8] : [nil, 8]) }
    return try OutputChoice(among: ports, modality: modality, named: name, isSigLIP: isSigLIP, path: "m.onnx")
  }

  @Test func followsTheOrderOfNames() throws {
    var names = [
      "last_hidden_state", "pooler_output", "l2norm_image_embeddings", "l2norm_text_embeddings",
      "image_embeds",
      "text_embeds", "sentence_embedding",
    ]
    let order = [
      "sentence_embedding", "text_embeds", "l2norm_text_embeddings", "pooler_output", "last_hidden_state",
    ]
    for expected in order {
      #expect(try choice(names, isSigLIP: true).port.name == expected)
      names.removeAll { $0 == expected }
    }
  }

  @Test func picturesHaveNamesOfTheirOwn() throws {
    #expect(try choice(["text_embeds", "image_embeds"], .image).port.name == "image_embeds")
    #expect(
      try choice(["l2norm_text_embeddings", "l2norm_image_embeddings"], .image).port.name
        == "l2norm_image_embeddings")
  }

  /// BERT's pooler was trained for another task; only SigLIP's is the embedding.
  @Test func poolerOutputIsOnlySigLIPs() throws {
    let names = ["last_hidden_state", "pooler_output"]
    #expect(try choice(names).port.name == "last_hidden_state")
    #expect(try choice(names).isPerToken)
    #expect(try choice(names, isSigLIP: true).port.name == "pooler_output")
  }

  @Test func theSettingsDecide() throws {
    let names = ["sentence_embedding", "other"]
    #expect(try choice(names, named: "other").port.name == "other")
    #expect(try choice(names, named: "other").reason == "the settings name it")
    expectMalformed("has no output lost; it has sentence_embedding f32 [?, 8], other f32 [?, 8]") {
      _ = try choice(names, named: "lost")
    }
  }

  @Test func doesNotGuessAmongSeveral() throws {
    expectMalformed(
      "m.onnx: has several outputs, none with a name that says it is the embedding: a f32 [?, 8], b f32"
    ) {
      _ = try choice(["a", "b"])
    }
    #expect(try choice(["a"]).reason == "the only output")
  }

  @Test func extentsOfOneAreNoTokens() throws {
    let tflite = port("", [1, 1, 1, 1024])
    let choice = try OutputChoice(
      among: [tflite], modality: .image, named: nil, isSigLIP: false, path: "m.tflite")
    #expect(!choice.isPerToken)
    let deep = try OutputChoice(
      among: [port("x", [nil, nil, 8])], modality: .text, named: nil, isSigLIP: false, path: "m.onnx")
    #expect(deep.isPerToken)
  }
}
