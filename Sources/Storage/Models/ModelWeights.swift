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

  /// What was looked for, for messages.
  private static let wanted =
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
    let graphs = files.filter { Path.suffix($0) == "onnx" }
    if let found = try pair(of: graphs, in: folder) { return found }
    for name in ["onnx/model.onnx", "model.onnx"] where graphs.contains(name) {
      return try single(name, in: folder, family: family)
    }
    if graphs.count == 1 { return try single(graphs[0], in: folder, family: family) }
    if graphs.count > 1 { throw ambiguous(graphs, in: folder) }
    for suffix in ["xml", "tflite"] {
      let found = files.filter { Path.suffix($0) == suffix && (suffix != "xml" || $0.contains("openvino")) }
      if found.count == 1 { return try single(found[0], in: folder, family: family) }
      if found.contains("openvino/openvino_model.xml") {
        return try single("openvino/openvino_model.xml", in: folder, family: family)
      }
      if found.count > 1 { throw ambiguous(found, in: folder) }
    }
    throw absent(in: folder, files: files)
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
      return ModelWeights(format: .onnx, text: name, picture: nil, files: ([name] + others).sorted())
    case "xml":
      let weights = name.dropLast(3) + "bin"
      try checkWhole(String(weights), in: folder, neededBy: name)
      return ModelWeights(
        format: .openvino, text: name, picture: nil, files: [name, String(weights)].sorted())
    case "tflite": return ModelWeights(format: .tflite, text: nil, picture: name, files: [name])
    default:
      throw .malformed(path: Path.join(folder, name), reason: "no model file: name \(wanted)")
    }
  }

  /// Separate towers, as exports of contrastive models have them.
  private static func pair(of graphs: [String], in folder: String) throws(StorageError) -> ModelWeights? {
    for prefix in ["onnx/", ""] {
      let (text, picture) = (prefix + "text_model.onnx", prefix + "vision_model.onnx")
      guard graphs.contains(text), graphs.contains(picture) else { continue }
      let files = try [text, picture].map { name throws(StorageError) in
        try single(name, in: folder, family: nil).files
      }
      return ModelWeights(format: .onnx, text: text, picture: picture, files: files.flatMap(\.self).sorted())
    }
    return nil
  }

  /// The safetensors of a folder, one file or several; `nil` when it has none.
  private static func safetensors(in folder: String, files: [String]) throws(StorageError) -> [String]? {
    let index = "model.safetensors.index.json"
    if files.contains("model.safetensors") {
      try checkTensors("model.safetensors", in: folder)
      return ["model.safetensors"]
    }
    guard let document = try ModelDocument.read(index, in: folder) else { return nil }
    guard case .object(let members)? = document.value("weight_map") else {
      throw document.mistake("has no weight_map, which says which file has which tensor; fetch it again")
    }
    var shards: Set<String> = []
    for member in members {
      guard let name = member.value.string, !name.isEmpty, !name.contains("/") else {
        throw document.mistake("weight_map.\(member.name) names no file of this folder")
      }
      shards.insert(name)
    }
    guard !shards.isEmpty else { throw document.mistake("weight_map names no file") }
    for shard in shards.sorted() {
      guard files.contains(shard) else {
        throw .missing(
          path: Path.join(folder, shard),
          remedy: "\(index) names \(shards.count) files of weights; fetch all of them")
      }
      try checkTensors(shard, in: folder)
    }
    return [index] + shards.sorted()
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

  private static func ambiguous(_ names: [String], in folder: String) -> StorageError {
    .malformed(
      path: folder,
      reason: "has several model files (\(names.prefix(6).joined(separator: ", "))); choose one with --file")
  }

  /// What to say of a folder without weights, by what it has instead.
  private static func absent(in folder: String, files: [String]) -> StorageError {
    let instead: [(suffix: String, reason: String)] = [
      ("safetensors", "has safetensors, but config.json names no family whose graph is known"),
      (
        "gguf",
        "has GGUF weights, which llama-server runs: start it with --embeddings and add it with --remote URL"
      ),
      ("bin", "has weights as a Python pickle only, which is not read; save it as safetensors"),
      ("pt", "has weights as a Python pickle only, which is not read; save it as safetensors"),
      ("h5", "has weights for TensorFlow only, which are not read; save it as safetensors or ONNX"),
    ]
    if files.contains("adapter_config.json") {
      return .malformed(
        path: folder, reason: "holds an adapter (LoRA), not a model; merge it into its base model")
    }
    for (suffix, reason) in instead where files.contains(where: { Path.suffix($0) == suffix }) {
      return .malformed(path: folder, reason: reason)
    }
    return .malformed(
      path: folder, reason: "has no weights: looked for \(wanted); fetch the whole model folder")
  }
}
