import Foundation
import Testing

@testable import Storage

/// One way in which a model folder can be of no use, and what has to be said about it.
struct BrokenModel: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let damage: @Sendable (SampleModel) throws -> Void
  let said: [String]

  init(_ name: String, says said: String..., by damage: @escaping @Sendable (SampleModel) throws -> Void) {
    testDescription = name
    self.said = said
    self.damage = damage
  }

  static let all: [BrokenModel] = [
    BrokenModel("nothing there", says: "model: not found", "name a folder") {
      try FileManager.default.removeItem(atPath: $0.path)
    },
    BrokenModel("a file instead of a folder", says: "model: a file, not a model's folder") {
      try FileManager.default.removeItem(atPath: $0.path)
      try $0.folder.write("model", "weights")
    },
    BrokenModel("an empty folder", says: "model: an empty folder") {
      try FileManager.default.removeItem(atPath: $0.path)
      try FileManager.default.createDirectory(atPath: $0.path, withIntermediateDirectories: true)
    },
    BrokenModel("no configuration", says: "config.json: not found") { try $0.remove("config.json") },
    BrokenModel("a pointer for the configuration", says: "config.json: a Git LFS pointer", "git lfs pull") {
      try $0.write("config.json", SampleModel.pointer)
    },
    BrokenModel("a configuration that is cut off", says: "config.json:2: not valid JSON at column 4") {
      try $0.write("config.json", "{\"model_type\":\n \"b")
    },
    BrokenModel("a configuration that says nothing", says: "config.json: names neither model_type") {
      try $0.write("config.json", "{}")
    },
    BrokenModel(
      "an unknown architecture", says: "config.json: T5EncoderModel is not among the families", "ONNX"
    ) {
      try $0.write("config.json", #"{"architectures": ["T5EncoderModel"], "model_type": "t5"}"#)
    },
    BrokenModel("SigLIP 2 with pictures of many sizes", says: "config.json: siglip2 is", "NaFlex") {
      try $0.write("config.json", #"{"architectures": ["Siglip2Model"], "model_type": "siglip2"}"#)
    },
    BrokenModel("SigLIP without its tokenizer's name", says: "tokenizer_config.json: not found", "padded") {
      try $0.write("config.json", #"{"architectures": ["SiglipModel"], "model_type": "siglip"}"#)
      try $0.remove("tokenizer_config.json")
    },
    BrokenModel(
      "SigLIP with an unknown tokenizer", says: "tokenizer_class is BertTokenizer", "SiglipTokenizer"
    ) {
      try $0.write("config.json", #"{"architectures": ["SiglipModel"], "model_type": "siglip"}"#)
    },
    BrokenModel("SigLIP padded with nothing", says: "pad_token names no token", "</s> for SigLIP") {
      try $0.write("config.json", #"{"architectures": ["SiglipModel"], "model_type": "siglip"}"#)
      try $0.write("tokenizer_config.json", #"{"tokenizer_class": "SiglipTokenizer", "pad_token": "</s>"}"#)
    },
    BrokenModel("SigLIP padded in front", says: "padding_side is left", "right is") {
      try $0.write("config.json", #"{"architectures": ["SiglipModel"], "model_type": "siglip"}"#)
      try $0.write("tokenizer_config.json", #"{"tokenizer_class": "GemmaTokenizer", "padding_side": "left"}"#)
    },
    BrokenModel("code of its own without ONNX", says: "NomicBertModel is defined by Python code", "never run")
    {
      try $0.write(
        "config.json",
        #"{"architectures": ["NomicBertModel"], "model_type": "nomic_bert", "auto_map": {"AutoModel": "x"}}"#)
    },
    BrokenModel("no weights", says: "model: has no weights: looked for model.safetensors") {
      try $0.remove("model.safetensors")
    },
    BrokenModel("a pickle for weights", says: "Python pickle", "safetensors") {
      try $0.remove("model.safetensors")
      try $0.write("pytorch_model.bin", "pickle")
    },
    BrokenModel("GGUF weights", says: "GGUF", "--remote URL") {
      try $0.remove("model.safetensors")
      try $0.write("model-q8.gguf", "GGUF")
    },
    BrokenModel("an adapter", says: "adapter (LoRA)") {
      try $0.remove("model.safetensors")
      try $0.write("adapter_config.json", "{}")
    },
    BrokenModel("a pointer for weights", says: "model.safetensors: a Git LFS pointer to 90868376 bytes") {
      try $0.write("model.safetensors", SampleModel.pointer)
    },
    BrokenModel("empty weights", says: "model.safetensors: empty") {
      try $0.write("model.safetensors", Data())
    },
    BrokenModel("weights that are cut off", says: "model.safetensors: tensor", "cut off or damaged") {
      try $0.write("model.safetensors", SampleModel.safetensors().dropLast(5))
    },
    BrokenModel("a missing shard", says: "model-00002-of-00002.safetensors: not found", "names 2 files") {
      try $0.remove("model.safetensors")
      try $0.write("model-00001-of-00002.safetensors", SampleModel.safetensors("a"))
      try $0.write(
        "model.safetensors.index.json",
        """
        {"weight_map": {"a": "model-00001-of-00002.safetensors", "b": "model-00002-of-00002.safetensors"}}
        """)
    },
    BrokenModel("an index of shards outside of the folder", says: "weight_map.a names no file of this folder")
    {
      try $0.remove("model.safetensors")
      try $0.write("model.safetensors.index.json", #"{"weight_map": {"a": "../other.safetensors"}}"#)
    },
    BrokenModel("missing external data", says: "onnx/model.onnx_data: not found", "keeps its weights there") {
      try $0.remove("model.safetensors")
      try $0.write("onnx/model.onnx", SampleModel.onnx(weightsIn: "model.onnx_data"))
    },
    BrokenModel("external data elsewhere", says: "outside of its folder", "refused") {
      try $0.remove("model.safetensors")
      try $0.write("onnx/model.onnx", SampleModel.onnx(weightsIn: "../../secret"))
    },
    BrokenModel("ONNX that is none", says: "onnx/model.onnx: cut off, or not an ONNX model") {
      try $0.remove("model.safetensors")
      try $0.write("onnx/model.onnx", "<html>not found</html>")
    },
    BrokenModel("several graphs", says: "has several model files", "--file") {
      try $0.remove("model.safetensors")
      try $0.write("onnx/a.onnx", SampleModel.onnx(weightsIn: nil))
      try $0.write("onnx/b.onnx", SampleModel.onnx(weightsIn: nil))
    },
    BrokenModel("IR without weights", says: "openvino_model.bin: not found") {
      try $0.remove("model.safetensors")
      try $0.write("openvino/openvino_model.xml", "<net/>")
    },
    BrokenModel("no tokenizer", says: "tokenizer.json: not found", "texts can't be encoded") {
      try $0.remove("tokenizer.json")
    },
    BrokenModel("a slow tokenizer only", says: "tokenizer.json: not found", "vocab.txt alone") {
      try $0.remove("tokenizer.json")
      try $0.write("vocab.txt", "red\n")
    },
    BrokenModel("a pointer for the tokenizer", says: "tokenizer.json: a Git LFS pointer") {
      try $0.write("tokenizer.json", SampleModel.pointer)
    },
    BrokenModel("an unknown part of the tokenizer", says: "tokenizer.json", "ShoutingNormalizer") { model in
      let text = try model.folder.text("model/tokenizer.json")
      try model.write("tokenizer.json", text.replacing("BertNormalizer", with: "ShoutingNormalizer"))
    },
    BrokenModel(
      "a module that can't be done", says: "modules.json: the module sentence_transformers.models.Dense"
    ) {
      try $0.write("modules.json", #"[{"path": "", "type": "sentence_transformers.models.Dense"}]"#)
    },
    BrokenModel("no pooling file", says: "1_Pooling/config.json: not found", "modules.json asks for it") {
      try $0.remove("1_Pooling/config.json")
    },
    BrokenModel(
      "a pooling that can't be done", says: "chooses pooling_mode_max_tokens, which is not supported"
    ) {
      try $0.write("1_Pooling/config.json", #"{"pooling_mode_max_tokens": true}"#)
    },
    BrokenModel("two poolings", says: "chooses pooling_mode_cls_token with pooling_mode_mean_tokens") {
      try $0.write(
        "1_Pooling/config.json", #"{"pooling_mode_mean_tokens": true, "pooling_mode_cls_token": true}"#)
    },
    BrokenModel("no pooling", says: "chooses no pooling") { try $0.write("1_Pooling/config.json", "{}") },
    BrokenModel("no word about the pooling", says: "give --pooling mean, first or last") {
      try $0.remove("modules.json")
      try $0.remove("1_Pooling")
    },
    BrokenModel("a length that is none", says: "sentence_bert_config.json: max_seq_length is \"long\"") {
      try $0.write("sentence_bert_config.json", #"{"max_seq_length": "long"}"#)
    },
    BrokenModel("a default prompt that is none", says: "default_prompt_name is 'query'") {
      try $0.write(
        "config_sentence_transformers.json",
        #"{"prompts": {"passage": "p: "}, "default_prompt_name": "query"}"#)
    },
    BrokenModel("a similarity that can't be done", says: "similarity_fn_name is 'manhattan'") {
      try $0.write("config_sentence_transformers.json", #"{"similarity_fn_name": "manhattan"}"#)
    },
    BrokenModel("pictures without preprocessing", says: "preprocessor_config.json: not found") {
      try $0.write("config.json", #"{"architectures": ["CLIPModel"], "model_type": "clip"}"#)
    },
  ]
}

@Suite struct BrokenModelTests {
  @Test(arguments: BrokenModel.all)
  func everyBrokenFolderIsNamedWithItsFileAndRemedy(_ broken: BrokenModel) throws {
    let model = try SampleModel()
    try broken.damage(model)
    let error = try #require(throws: StorageError.self) { try ModelInspection(model.path) }
    for part in broken.said { #expect("\(error)".contains(part), "\(error)") }
    #expect("\(error)".contains(model.folder("")))
  }
}
