import Foundation
import Testing

@testable import Storage

@Suite struct ModelFetchTests {
  /// What is fetched of a published model when each step's files come; the steps, and then all of it.
  private static func fetch(
    _ names: [String], of model: SampleModel, file: String? = nil
  ) throws -> (steps: [[String]], all: Set<String>) {
    let plan = ModelFetch(names: names, file: file)
    let weights = try plan.weights(in: model.path)
    let attachments = try plan.attachments(of: weights, in: model.path)
    return ([plan.descriptions, weights, attachments], Set(plan.descriptions + weights + attachments))
  }

  private static func names(_ model: SampleModel) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: model.path).filter {
      Path.isFile(model.path + "/" + $0)
    }
  }

  @Test func neitherPicklesNorOtherCopiesOfTheWeightsAreFetched() throws {
    let model = try SampleModel()
    let others = [
      "pytorch_model.bin", "tf_model.h5", "flax_model.msgpack", "rust_model.ot", "training_args.bin",
      "onnx/model.onnx", "onnx/model_O4.onnx", "openvino/openvino_model.xml", "openvino/openvino_model.bin",
      ".gitattributes", "vocab.txt", "a/b/config.json", "images/a.png",
    ]
    let fetched = try Self.fetch(try Self.names(model) + others, of: model)
    #expect(fetched.all.isDisjoint(with: others))
    #expect(fetched.steps[1] == ["model.safetensors"])
    #expect(fetched.all == Set(try Self.names(model)))
  }

  /// Whatever an inspection of the whole published folder reads is fetched, for each way in which weights are kept.
  @Test(arguments: [
    ["model.safetensors"], ["model.safetensors.index.json", "model-1.safetensors", "model-2.safetensors"],
    ["onnx/model.onnx", "onnx/model_O4.onnx", "onnx/weights.data"], ["model.onnx", "weights.data"],
    ["openvino/openvino_model.xml", "openvino/openvino_model.bin"],
    ["onnx/text_model.onnx", "onnx/vision_model.onnx", "onnx/model_q4.onnx", "onnx/weights.data"],
  ])
  func whatTheInspectionReadsIsFetched(weights: [String]) throws {
    let model = try SampleModel()
    try model.remove("model.safetensors")
    try model.write("preprocessor_config.json", "{}")
    for name in weights {
      switch (name as NSString).pathExtension {
      case "safetensors": try model.write(name, SampleModel.safetensors())
      case "onnx": try model.write(name, SampleModel.onnx(weightsIn: "weights.data"))
      case "json":
        try model.write(
          name, #"{"weight_map": {"a": "model-1.safetensors", "b": "model-2.safetensors"}}"#)
      default: try model.write(name, "weights")
      }
    }
    let inspection = try ModelInspection(model.path)
    let fetched = try Self.fetch(try Self.names(model), of: model)
    #expect(Set(inspection.files).isSubset(of: fetched.all))
    let large = fetched.steps[1] + fetched.steps[2]
    #expect(Set(large).isSubset(of: inspection.files), "only the chosen weights: \(large)")
  }

  @Test func theFileThatIsAskedForComesWithWhatBelongsToIt() throws {
    let model = try SampleModel()
    try model.write("onnx/model_O4.onnx", SampleModel.onnx(weightsIn: "o4.data"))
    let names = try Self.names(model) + ["onnx/o4.data", "openvino/m.xml", "openvino/m.bin"]
    #expect(
      try Self.fetch(names, of: model, file: "onnx/model_O4.onnx").steps.suffix(2) == [
        ["onnx/model_O4.onnx"], ["onnx/o4.data"],
      ])
    #expect(
      try Self.fetch(names, of: model, file: "openvino/m.xml").steps[1] == [
        "openvino/m.xml", "openvino/m.bin",
      ])
    let error = try #require(throws: StorageError.self) {
      try Self.fetch(names, of: model, file: "onnx/model_q4.onnx")
    }
    #expect(
      "\(error)".contains("'onnx/model_q4.onnx' of the published model: not found; it has onnx/model_O4.onnx")
    )
  }

  @Test func aModelOfNoUseIsRefusedBeforeItsWeightsCome() throws {
    let model = try SampleModel()
    func refusal(_ names: [String]) throws -> String {
      "\(try #require(throws: StorageError.self) { try Self.fetch(names, of: model) })"
    }
    let names = try Self.names(model)
    let pickle = names.filter { $0 != "model.safetensors" } + ["pytorch_model.bin"]
    #expect(try refusal(pickle).contains("Python pickle only"))
    #expect(
      try refusal(names.filter { $0 != "model.safetensors" } + ["a.onnx", "b.onnx"])
        .contains("several model files (a.onnx, b.onnx); choose one with --file"))
    try model.write("onnx/model.onnx", SampleModel.onnx(weightsIn: "../../etc/passwd"))
    #expect(try refusal(pickle + ["onnx/model.onnx"]).contains("onnx/model.onnx"))
    try model.write("config.json", #"{"architectures": ["T5EncoderModel"], "model_type": "t5"}"#)
    #expect(try refusal(names).contains("T5EncoderModel is not among the families"))
    try model.write("config.json", #"{"architectures": ["BertModel"], "model_type": "bert"}"#)
    try model.write("tokenizer.json", "{}")
    #expect(try refusal(names).contains("tokenizer.json"))
  }
}
