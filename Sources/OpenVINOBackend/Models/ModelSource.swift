internal import Embeddings
internal import Foundation

/// What a tower of a folder is opened from.
enum ModelSource {
  /// Safetensors weights of a family whose graph Assay writes.
  case weights(ConfigurationSection)
  /// A model file, and `config.json` where the folder has one.
  case file(String, ConfigurationSection?)

  /// Chooses: the file that the settings name; weights of a known family; a model file of a usual name.
  ///
  /// Weights come first because their graph, its pooling and its inputs are known.
  init(
    folder: String, for modality: OutputChoice.Modality, settings: ModelSettings
  ) throws(EncoderError) {
    let path = folder + "/config.json"
    var root: ConfigurationSection?
    if FileManager.default.fileExists(atPath: path) { root = try ConfigurationFile(path: path).root }
    let types = modality == .text ? TextFamilies.modelTypes : PictureFamilies.modelTypes
    let isKnown = try root.map { root throws(EncoderError) in
      types.contains(try root.text("model_type", default: ""))
    }
    let hasWeights = Weights.exist(in: folder)
    if settings.file == nil, hasWeights, let root, isKnown == true {
      self = .weights(root)
    } else if let file = try ModelFileSearch.file(in: folder, for: modality, named: settings.file) {
      self = .file(file, root)
    } else if hasWeights, let root {
      throw root.unsupported(
        "model_type",
        supported: types.joined(separator: ", ") + " are; others run from an ONNX or OpenVINO file")
    } else {
      throw Self.nothing(in: folder, hasWeights: hasWeights)
    }
  }

  private static func nothing(in folder: String, hasWeights: Bool) -> EncoderError {
    let reason =
      if hasWeights {
        "has weights but no config.json that says what they are"
      } else if FileManager.default.fileExists(atPath: folder + "/pytorch_model.bin") {
        "has its weights in pytorch_model.bin, a format that can run code and is not read; convert it to safetensors"
      } else {
        "has no model: neither model.safetensors nor a file ending in .onnx, .xml (OpenVINO) or .tflite"
      }
    return .malformedModel(path: folder, reason: reason)
  }
}
