import JSON

/// Decides which files of a published model are fetched: what `ModelInspection` reads, and nothing else, above all no
/// pickles and no second copy of the weights.
///
/// Files are chosen in steps, since those that came say which others are needed: descriptions, then weights, then what
/// the weights keep in other files.
package struct ModelFetch: Sendable {
  /// Names that say what a model is, of whatever family.
  private static let descriptionNames: Set<String> = [
    "config.json", "modules.json", "sentence_bert_config.json", "config_sentence_transformers.json",
    "tokenizer.json", "tokenizer_config.json", "preprocessor_config.json", "open_clip_config.json",
    "README.md", "LICENSE", "LICENSE.md", "LICENSE.txt", "LICENCE",
  ]

  /// All files of the published model that a model's folder may have, relative to it.
  private let names: [String]
  private let file: String?

  /// Begins to choose.
  /// - Parameters:
  ///   - names: all files of the published model.
  ///   - file: the model file that was asked for; `nil` for the one that the rules choose.
  package init(names: [String], file: String?) {
    // As deep as `ModelInspection` looks.
    self.names = names.filter { $0.split(separator: "/").count <= 2 && !$0.hasPrefix(".") }
    self.file = file
  }

  /// The small files that come first, the configurations of modules in folders of their own among them.
  package var descriptions: [String] {
    names.filter { name in
      Self.descriptionNames.contains(name) || name == ModelWeights.shardIndex
        || name.hasSuffix("/config.json")
    }
  }

  /// The weights, and the graph where it has a file of its own, told by the descriptions in `folder`.
  ///
  /// Throws `StorageError` for a model that could not be added, before anything large is fetched.
  package func weights(in folder: String) throws(StorageError) -> [String] {
    var declaration = ModelDeclaration()
    declaration.file = file
    let config = try ModelDocument.read("config.json", in: folder)
    let reading = ModelReading(folder: folder, names: names, config: config, declaration: declaration)
    try reading.checkConfiguration()
    if reading.family != nil || names.contains("tokenizer.json") { _ = try reading.tokenizer() }
    return try chosen(family: reading.family, in: folder)
  }

  /// The files beside the fetched graphs in which these keep their larger tensors.
  package func attachments(of weights: [String], in folder: String) throws(StorageError) -> [String] {
    var found: [String] = []
    for name in weights where Path.suffix(name) == "onnx" {
      found += try ONNXExternalData.files(of: name, in: folder)
    }
    return try found.map { name throws(StorageError) in try published(name) }
  }

  /// As `ModelWeights.find` chooses among files that are there.
  private func chosen(family: ModelFamily?, in folder: String) throws(StorageError) -> [String] {
    if let file { return try graph(try published(file)) }
    if family != nil {
      if names.contains("model.safetensors") { return ["model.safetensors"] }
      if names.contains(ModelWeights.shardIndex) {
        return try ModelWeights.shards(of: folder).map { name throws(StorageError) in try published(name) }
      }
    }
    let graphs = try ModelWeights.graphs(among: names, in: folder)
    return try graphs.map { name throws(StorageError) in try graph(name) }.flatMap(\.self)
  }

  /// A graph with the file of its weights, where their names go together.
  private func graph(_ name: String) throws(StorageError) -> [String] {
    Path.suffix(name) == "xml" ? [name, try published(name.dropLast(3) + "bin")] : [name]
  }

  private func published(_ name: String) throws(StorageError) -> String {
    guard names.contains(name) else {
      let graphs = names.filter { ["onnx", "xml", "tflite", "safetensors"].contains(Path.suffix($0)) }
      throw .missing(
        path: "the file '\(name)' of the published model",
        remedy: graphs.isEmpty
          ? "it has none that could be read" : "it has \(graphs.prefix(8).joined(separator: ", "))")
    }
    return name
  }
}
