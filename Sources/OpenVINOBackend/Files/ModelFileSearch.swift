internal import Embeddings
internal import Foundation

/// Which model file of a folder is meant.
enum ModelFileSearch {
  /// The full path of the file that the settings name, else of the first that exports of the modality are called; `nil`
  /// when the folder has no model file at all.
  static func file(
    in folder: String, for modality: OutputChoice.Modality, named name: String?
  ) throws(EncoderError) -> String? {
    if let name { return folder + "/" + name }
    let tower = modality == .text ? "text_model" : "vision_model"
    let names = [
      "openvino/openvino_model.xml", "openvino_model.xml", "onnx/\(tower).onnx", "\(tower).onnx",
      "onnx/model.onnx", "model.onnx",
    ]
    let found = names.first { FileManager.default.fileExists(atPath: folder + "/" + $0) }
    if let found { return folder + "/" + found }
    let others = candidates(in: folder)
    if modality == .image, others.count == 1, others[0].hasSuffix(".tflite") {
      return folder + "/" + others[0]
    }
    guard others.isEmpty else {
      throw .malformedModel(
        path: folder,
        reason: "has no model of a usual name; set the file to one of \(others.joined(separator: ", "))")
    }
    return nil
  }

  private static func candidates(in folder: String) -> [String] {
    let endings = [".onnx", ".tflite", ".xml"]
    return ["", "onnx/", "openvino/"].flatMap { inner in
      ((try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + inner)) ?? []).sorted()
        .filter { name in endings.contains { name.hasSuffix($0) } }.map { inner + $0 }
    }
  }
}
