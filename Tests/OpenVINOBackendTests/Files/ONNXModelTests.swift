import Foundation
import JSON
import TestSupport
import Testing

@testable import OpenVINOBackend

@Suite(.enabled(if: TestRuntime.place != nil, TestRuntime.absence)) struct ONNXModelTests {
  private func chosen(_ file: String, limit: Int? = 30) -> ModelSettings {
    var settings = ModelSettings()
    settings.file = file
    settings.limit = limit
    return settings
  }

  private func open(_ settings: ModelSettings) throws -> TextModel {
    try TextModel.open(folder: Fixtures.url("onnx").path, settings: settings, runtime: TestRuntime.open())
  }

  private func expected(_ member: String) throws -> [RecordedText] {
    try RecordedText.read("onnx/expected.json", member: member)
  }

  @Test(arguments: ["text.onnx", "external.onnx"], [Pooling.mean, .first, .last])
  func poolsWhatTheRuntimeGives(file: String, pooling: Pooling) throws {
    var settings = chosen(file)
    settings.pooling = pooling
    let model = try open(settings)
    let cases = try expected(pooling.rawValue)
    expectVectors(try model.vectors(of: cases.map(\.ids)), cases.map(\.vector))
    expectVectors(try cases.map { try model.vector(of: $0.ids) }, cases.map(\.vector))
    #expect(model.dimensions == 12)
    #expect(model.description.graph == .onnx)
    #expect(model.description.output.name == "last_hidden_state")
    #expect(model.description.files == (file == "text.onnx" ? [file] : [file, "external.onnx_data"]))
  }

  @Test func takesTheSentencesOutputWhereThereIsOne() throws {
    let model = try open(chosen("sentence.onnx"))
    // This one is pooled inside over all columns, so that padding shows; texts are therefore compared one by one and
    // only where no padding is needed.
    let cases = try expected("largest").filter { $0.ids.count == 8 || $0.ids.count == 30 }
    expectVectors(try cases.map { try model.vector(of: $0.ids) }, cases.map(\.vector))
    #expect(model.description.choice == "named sentence_embedding")
    #expect(model.description.pooling == nil)
  }

  @Test func asksHowToPool() {
    expectMalformed("text.onnx: the output last_hidden_state f32 [?, ?, 12] has a vector for each token") {
      _ = try open(chosen("text.onnx"))
    }
    var settings = chosen("text.onnx")
    settings.pooling = .attention
    expectMalformed("the pooling 'attention' does not exist for the output last_hidden_state") {
      _ = try open(settings)
    }
  }

  /// Both towers in one graph; what the one doesn't need is filled in for it.
  @Test func givesBothTowersOfACombinedExport() throws {
    var settings = chosen("pair.onnx")
    settings.pictureSize = 16
    let texts = try open(settings)
    let cases = try expected("mean")
    expectVectors(try texts.vectors(of: cases.map(\.ids)), cases.map(\.vector))
    #expect(texts.description.choice == "named text_embeds")
    let pictures = try PictureModel.open(
      folder: Fixtures.url("onnx").path, settings: settings, runtime: TestRuntime.open())
    #expect(pictures.description.choice == "named image_embeds")
    let value = try JSONParser.parse([UInt8](Data(contentsOf: Fixtures.url("onnx/expected.json"))))
    let vectors = try #require(value["pictures"]?.elements).map {
      try #require($0.elements).map { try $0.float }
    }
    let drawn = vectors.indices.map { Miniature.picture(size: 16, number: $0) }
    expectVectors(try pictures.vectors(of: drawn + drawn), vectors + vectors)
    #expect(texts.dimensions == pictures.dimensions)
  }

  @Test func asksForTheSizeOfThePictureThatATextGoesWith() {
    expectMalformed("pair.onnx: takes pictures of any size, and no config.json says image_size") {
      _ = try open(chosen("pair.onnx"))
    }
  }

  @Test func asksForTheLimit() {
    var settings = chosen("text.onnx", limit: nil)
    settings.pooling = .mean
    expectMalformed(
      "takes texts of any length, and no config.json says max_position_embeddings; set the limit"
    ) {
      _ = try open(settings)
    }
  }

  @Test func listsWhatItCannotChooseFrom() throws {
    expectMalformed(
      "unclear.onnx: has several outputs, none with a name that says it is the embedding: opposite"
    ) {
      _ = try open(chosen("unclear.onnx"))
    }
    var named = chosen("unclear.onnx")
    named.output = "pooler_output"
    #expect(try open(named).description.choice == "the settings name it")
  }

  @Test func refusesAnExportWithACache() {
    expectMalformed("cached.onnx: has the input past_key_values.0.key f32 [?, 2, ?, 4], which can't be fed") {
      _ = try open(chosen("cached.onnx"))
    }
  }

  @Test func refusesToRoundWhatIsNotItsOwn() {
    var settings = chosen("sentence.onnx")
    settings.precision = .int8
    expectMalformed("sentence.onnx: can't be rounded to bytes") { _ = try open(settings) }
  }

  @Test func encodesPictures() throws {
    let model = try PictureModel.open(
      folder: Fixtures.url("onnx").path, settings: chosen("picture.onnx"), runtime: TestRuntime.open())
    #expect(model.input == PictureInput(width: 16, height: 16, layout: .channelsFirst, values: .normalised))
    #expect(model.description.output.name == "image_embeds")
    let value = try JSONParser.parse([UInt8](Data(contentsOf: Fixtures.url("onnx/expected.json"))))
    let expected = try #require(value["pictures"]?.elements).map {
      try #require($0.elements).map { try $0.float }
    }
    let pictures = expected.indices.map { Miniature.picture(size: 16, number: $0) }
    expectVectors(try model.vectors(of: pictures), expected)
  }

  @Test func choosesTheFileByItsName() throws {
    let folder = try TemporaryFolder()
    let bytes = try Data(contentsOf: Fixtures.url("onnx/sentence.onnx"))
    try folder.makeFolder("onnx")
    try bytes.write(to: folder.url("onnx/odd_name.onnx"))
    var settings = ModelSettings()
    settings.limit = 30
    let runtime = try TestRuntime.open()
    expectMalformed("has no model of a usual name; set the file to one of onnx/odd_name.onnx") {
      _ = try TextModel.open(folder: folder.root.path, settings: settings, runtime: runtime)
    }
    try bytes.write(to: folder.url("onnx/model.onnx"))
    let model = try TextModel.open(folder: folder.root.path, settings: settings, runtime: runtime)
    #expect(model.description.files == ["onnx/model.onnx"])
  }

  @Test func saysWhatAnEmptyFolderLacks() throws {
    let folder = try TemporaryFolder()
    let runtime = try TestRuntime.open()
    expectMalformed("has no model: neither model.safetensors nor a file ending in .onnx") {
      _ = try TextModel.open(folder: folder.root.path, runtime: runtime)
    }
    try folder.write("", to: "pytorch_model.bin")
    expectMalformed("has its weights in pytorch_model.bin, a format that can run code") {
      _ = try TextModel.open(folder: folder.root.path, runtime: runtime)
    }
  }
}
