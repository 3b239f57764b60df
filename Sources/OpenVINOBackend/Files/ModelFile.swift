internal import Embeddings
internal import Foundation

/// A model file that the runtime reads by itself: what it is, and which other files belong to it.
struct ModelFile: Sendable {
  let path: String
  let graph: ModelDescription.Graph
  /// Files with weights outside of the model's own, by their full paths.
  let companions: [String]

  /// Looks at a file: its kind by ending and first bytes, and whether it and what it refers to is there and whole.
  init(_ path: String) throws(EncoderError) {
    self.path = path
    guard let contents = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped) else {
      throw .malformedModel(path: path, reason: "is missing or can't be read")
    }
    guard !contents.isEmpty else { throw .malformedModel(path: path, reason: "is empty") }
    guard !contents.starts(with: "version https://git-lfs".utf8) else {
      throw .malformedModel(
        path: path, reason: "is a Git LFS pointer, not the model; fetch it with git lfs pull")
    }
    graph = try Self.graph(path, contents)
    switch graph {
    case .onnx: companions = try ONNXReferences(contents, path: path).files
    case .ir: companions = try IRReferences(contents, path: path).files
    case .tflite, .safetensors: companions = []
    }
  }

  /// The file and its companions, as seen from a folder.
  func names(in folder: String) -> [String] {
    ([path] + companions).map { $0.hasPrefix(folder + "/") ? String($0.dropFirst(folder.count + 1)) : $0 }
  }

  private static func graph(
    _ path: String, _ contents: Data
  ) throws(EncoderError) -> ModelDescription.Graph {
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    switch ending {
    case "onnx": return .onnx
    case "xml":
      guard contents.prefix(512).range(of: Data("<".utf8))?.lowerBound ?? 512 < 4 else {
        throw .malformedModel(path: path, reason: "is no OpenVINO model: it does not begin as XML")
      }
      return .ir
    case "tflite":
      guard contents.dropFirst(4).starts(with: "TFL3".utf8) else {
        throw .malformedModel(path: path, reason: "is no TensorFlow Lite model: bytes 5 to 8 are not TFL3")
      }
      return .tflite
    default:
      throw .malformedModel(
        path: path,
        reason: "has the ending .\(ending); files ending in .onnx, .xml (OpenVINO) and .tflite can be run")
    }
  }
}
