import JSON

extension ModelWeights {
  /// The files with graphs of their own that are taken of `files`, chosen by name: one, or the towers for texts and for
  /// pictures.
  ///
  /// ONNX goes before OpenVINO IR, that before TensorFlow Lite. Throws `StorageError` when there is none, or no telling
  /// which.
  static func graphs(among files: [String], in folder: String) throws(StorageError) -> [String] {
    let graphs = files.filter { Path.suffix($0) == "onnx" }
    // Separate towers, as exports of contrastive models have them.
    for prefix in ["onnx/", ""] {
      let towers = [prefix + "text_model.onnx", prefix + "vision_model.onnx"]
      if towers.allSatisfy(graphs.contains) { return towers }
    }
    for name in ["onnx/model.onnx", "model.onnx"] where graphs.contains(name) { return [name] }
    if graphs.count == 1 { return graphs }
    if graphs.count > 1 { throw ambiguous(graphs, in: folder) }
    for suffix in ["xml", "tflite"] {
      let found = files.filter { Path.suffix($0) == suffix && (suffix != "xml" || $0.contains("openvino")) }
      if found.count == 1 { return found }
      if found.contains("openvino/openvino_model.xml") { return ["openvino/openvino_model.xml"] }
      if found.count > 1 { throw ambiguous(found, in: folder) }
    }
    throw absent(in: folder, files: files)
  }

  /// The files of weights that `model.safetensors.index.json` names, sorted.
  static func shards(of folder: String) throws(StorageError) -> [String] {
    let document = try ModelDocument(shardIndex, in: folder)
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
    return shards.sorted()
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
