import Foundation
import Testing

@testable import Storage

@Suite struct ModelInspectionTests {
  @Test func aSentenceTransformersFolderSaysEverything() throws {
    let model = try SampleModel()
    let inspection = try ModelInspection(model.path)
    #expect(inspection.family == "bert")
    #expect(inspection.architecture == "BertModel")
    #expect(inspection.weights.format == .safetensors)
    #expect(inspection.pooling == .mean)
    #expect(inspection.poolingOrigin == "1_Pooling/config.json")
    #expect(inspection.maxTokens == 256)
    #expect(inspection.lengths == .none)
    #expect(inspection.licence == "apache-2.0")
    #expect(inspection.similarity == "cosine")
    #expect(inspection.prompts == ModelPrompts())
    #expect(
      inspection.files == [
        "1_Pooling/config.json", "config.json", "model.safetensors", "modules.json",
        "sentence_bert_config.json",
        "tokenizer.json", "tokenizer_config.json",
      ])
  }

  @Test func promptsAndLengthsAreTakenFromTheFolderAndThenFromTheUser() throws {
    let model = try SampleModel()
    try model.write(
      "config_sentence_transformers.json",
      #"{"prompts": {"query": "query: ", "passage": "passage: "}, "similarity_fn_name": "cosine"}"#)
    try model.write(
      "config.json",
      #"{"model_type": "bert", "max_position_embeddings": 512, "matryoshka_dimensions": [64, 32]}"#)
    let inspection = try ModelInspection(model.path)
    #expect(inspection.prompts == ModelPrompts(query: "query: ", item: "passage: "))
    #expect(inspection.lengths == .declared([32, 64]))

    var declaration = ModelDeclaration()
    declaration.queryPrompt = "find: "
    declaration.lengths = [128]
    declaration.maxTokens = 40
    declaration.pooling = .first
    let declared = try ModelInspection(model.path, declaration: declaration)
    #expect(declared.prompts == ModelPrompts(query: "find: ", item: "passage: "))
    #expect(declared.lengths == .forced([128]))
    #expect(declared.maxTokens == 40)
    #expect(declared.pooling == .first)
    declaration.maxTokens = 513
    #expect(throws: StorageError.self) { try ModelInspection(model.path, declaration: declaration) }
  }

  @Test func theDefaultPromptIsForBothKindsOfText() throws {
    let model = try SampleModel()
    try model.write(
      "config_sentence_transformers.json",
      #"{"prompts": {"query": "Q ", "general": "G "}, "default_prompt_name": "general"}"#)
    #expect(try ModelInspection(model.path).prompts == ModelPrompts(query: "Q ", item: "G "))
  }

  @Test func limitsAreAskedForInOrderAndPositionsOfRobertaBeginBehindThePadding() throws {
    let model = try SampleModel()
    try model.remove("sentence_bert_config.json")
    #expect(try ModelInspection(model.path).maxTokens == 512)
    // What the tokenizer of a model without a limit says.
    try model.write("tokenizer_config.json", #"{"model_max_length": 1000000000000000019884624838656}"#)
    try model.write("config.json", #"{"model_type": "xlm-roberta", "max_position_embeddings": 514}"#)
    #expect(try ModelInspection(model.path).maxTokens == 512)
  }

  @Test func graphsOfOtherModelsAreTakenWithTheirWeights() throws {
    let model = try SampleModel()
    try model.remove("model.safetensors")
    try model.write(
      "config.json",
      #"{"model_type": "nomic_bert", "auto_map": {"AutoModel": "x"}, "max_position_embeddings": 2048}"#)
    try model.write("onnx/model.onnx", SampleModel.onnx(weightsIn: "model.onnx_data"))
    try model.write("onnx/model.onnx_data", "numbers")
    let inspection = try ModelInspection(model.path)
    #expect(inspection.family == "nomic_bert")
    #expect(inspection.weights.format == .onnx)
    #expect(inspection.weights.files == ["onnx/model.onnx", "onnx/model.onnx_data"])
  }

  @Test func separateTowersAreAPair() throws {
    let model = try SampleModel()
    try model.remove("model.safetensors")
    try model.write("config.json", #"{"model_type": "clip", "text_config": {"max_position_embeddings": 77}}"#)
    try model.write("preprocessor_config.json", #"{"size": 224}"#)
    for tower in ["text", "vision"] {
      try model.write("onnx/\(tower)_model.onnx", SampleModel.onnx(weightsIn: nil))
    }
    let weights = try ModelInspection(model.path).weights
    #expect(weights.text == "onnx/text_model.onnx")
    #expect(weights.picture == "onnx/vision_model.onnx")
  }

  @Test func anONNXFileSaysWhatItReadsByItsInputs() throws {
    let model = try SampleModel()
    try model.remove("model.safetensors")
    try model.write("config.json", #"{"model_type": "jina_clip", "max_position_embeddings": 77}"#)
    try model.write("preprocessor_config.json", #"{"size": 224}"#)
    let expected: [([String], text: Bool, picture: Bool)] = [
      (["input_ids", "pixel_values"], true, true), (["pixel_values"], false, true),
      (["input_ids", "attention_mask"], true, false), ([], true, false),
    ]
    for (inputs, text, picture) in expected {
      try model.write("onnx/model.onnx", SampleModel.onnx(weightsIn: nil, inputs: inputs))
      let inspection = try ModelInspection(model.path)
      #expect((inspection.weights.text != nil) == text, "\(inputs)")
      #expect((inspection.weights.picture != nil) == picture, "\(inputs)")
      #expect(inspection.files.contains("tokenizer.json") == text)
      #expect(inspection.files.contains("preprocessor_config.json") == picture)
    }
  }

  @Test func aPictureTowerAloneIsToldByWhatLiesBesideIt() throws {
    let folder = try ScratchFolder()
    try folder.write("openvino_model.xml", "<net/>")
    try folder.write("openvino_model.bin", "numbers")
    try folder.write("preprocessor_config.json", #"{"size": 224}"#)
    let weights = try ModelInspection(folder.path).weights
    #expect(weights.text == nil)
    #expect(weights.picture == "openvino_model.xml")
  }

  @Test func aPictureEmbedderIsAFileAlone() throws {
    let folder = try ScratchFolder()
    try folder.write("extractor.tflite", "graph")
    let inspection = try ModelInspection(folder.path)
    #expect(inspection.weights.format == .tflite)
    #expect(inspection.weights.text == nil)
    #expect(inspection.maxTokens == nil)
  }

  @Test func knownModelsThatSayNothingAboutPromptsAreAdvisedOn() throws {
    let model = try SampleModel()
    try model.write(
      "config.json",
      #"{"model_type": "bert", "_name_or_path": "intfloat/e5-small-v2", "max_position_embeddings": 512}"#)
    let advice = try ModelInspection(model.path).advice
    #expect(advice.count == 1 && advice[0].contains("--query-prompt 'query: '"))
  }
}
