import Embeddings
import JSON

/// The files that hold a model's graph and weights.
package struct ModelWeights: Hashable, Sendable {
  /// How the graph is written down.
  package enum Format: String, CaseIterable, Hashable, Sendable {
    /// Weights alone; this program writes the graph.
    case safetensors
    /// An ONNX file with graph and weights, the latter perhaps in files beside it.
    case onnx
    /// OpenVINO's own pair of files.
    case openvino = "openvino-ir"
    /// A TensorFlow Lite file.
    case tflite
  }

  /// How the graph is written down.
  package let format: Format
  /// The file with the tower for texts, relative to the folder; `nil` when there is none.
  package let text: String?
  /// The file with the tower for pictures, which may be the same.
  package let picture: String?
  /// All files that are needed, the ones above included, sorted.
  package let files: [String]

  /// The file that says which of several safetensors files has which tensor.
  static let shardIndex = "model.safetensors.index.json"

  /// What was looked for, for messages.
  static let wanted =
    "model.safetensors, an .onnx file, an openvino_model.xml with its .bin, or a .tflite file"

  /// Chooses among what a folder has: the file that is `asked` for, else safetensors for a family whose graph this
  /// program writes, else ONNX, else OpenVINO IR, else TensorFlow Lite.
  ///
  /// Throws `StorageError` that names the first file which is missing, a pointer, cut off or of no use.
  static func find(
    in folder: String, files: [String], family: ModelFamily?, asked: String?
  ) throws(StorageError) -> ModelWeights {
    if let asked {
      guard files.contains(asked) else {
        throw .missing(
          path: Path.join(folder, asked), remedy: "--file names a file relative to the model's folder")
      }
      return try single(asked, in: folder, family: family)
    }
    if let family, let names = try safetensors(in: folder, files: files) {
      return ModelWeights(
        format: .safetensors, text: names[0], picture: family.readsPictures ? names[0] : nil, files: names)
    }
    let graphs = try graphs(among: files, in: folder)
    if graphs.count == 1 { return try single(graphs[0], in: folder, family: family) }
    let needed = try graphs.map { name throws(StorageError) in
      try single(name, in: folder, family: nil).files
    }
    return ModelWeights(
      format: .onnx, text: graphs[0], picture: graphs[1], files: needed.flatMap(\.self).sorted())
  }

  /// One file that was chosen, with what belongs to it.
  private static func single(
    _ name: String, in folder: String, family: ModelFamily?
  ) throws(StorageError) -> ModelWeights {
    try checkWhole(name, in: folder)
    switch Path.suffix(name) {
    case "safetensors":
      guard let family else {
        throw .malformed(
          path: Path.join(folder, name),
          reason: "safetensors hold no graph, and this model is of none of the families \(ModelFamily.known)")
      }
      try checkTensors(name, in: folder)
      return ModelWeights(
        format: .safetensors, text: name, picture: family.readsPictures ? name : nil, files: [name])
    case "onnx":
      let others = try ONNXExternalData.files(of: name, in: folder)
      for other in others { try checkWhole(other, in: folder, neededBy: name) }
      let towers = try towers(of: name, in: folder)
      return ModelWeights(
        format: .onnx, text: towers.text, picture: towers.picture, files: ([name] + others).sorted())
    case "xml":
      let weights = name.dropLast(3) + "bin"
      try checkWhole(String(weights), in: folder, neededBy: name)
      let towers = try towers(of: name, in: folder)
      return ModelWeights(
        format: .openvino, text: towers.text, picture: towers.picture,
        files: [name, String(weights)].sorted())
    case "tflite": return ModelWeights(format: .tflite, text: nil, picture: name, files: [name])
    default:
      throw .malformed(path: Path.join(folder, name), reason: "no model file: name \(wanted)")
    }
  }

  /// The safetensors of a folder, one file or several; `nil` when it has none.
  private static func safetensors(in folder: String, files: [String]) throws(StorageError) -> [String]? {
    let index = shardIndex
    if files.contains("model.safetensors") {
      try checkTensors("model.safetensors", in: folder)
      return ["model.safetensors"]
    }
    guard Path.exists(Path.join(folder, index)) else { return nil }
    let shards = try shards(of: folder)
    for shard in shards {
      guard files.contains(shard) else {
        throw .missing(
          path: Path.join(folder, shard),
          remedy: "\(index) names \(shards.count) files of weights; fetch all of them")
      }
      try checkTensors(shard, in: folder)
    }
    return [index] + shards
  }

  /// Checks the header of a safetensors file against the file's size.
  private static func checkTensors(_ name: String, in folder: String) throws(StorageError) {
    try checkWhole(name, in: folder)
    let path = Path.join(folder, name)
    let mapping = try Mapping(path)
    do throws(EncoderError) {
      _ = try SafetensorsLayout(mapping.bytes, path: path)
    } catch {
      if case .malformedModel(_, let reason) = error { throw .malformed(path: path, reason: reason) }
      throw .malformed(path: path, reason: error.description)
    }
  }

  /// Checks that a file is there, is no pointer, and holds something.
  private static func checkWhole(
    _ name: String, in folder: String, neededBy user: String? = nil
  ) throws(StorageError) {
    let path = Path.join(folder, name)
    guard Path.isFile(path) else {
      let reason = user.map { "\($0) keeps its weights there; fetch" } ?? "fetch"
      throw .missing(path: path, remedy: "\(reason) the whole model folder")
    }
    if let pointer = try LargeFilePointer.read(path) { throw pointer.error(path) }
    guard try OpenFile(path, for: .reading).size() > 0 else {
      throw .malformed(path: path, reason: "empty; fetch it again")
    }
  }
}
