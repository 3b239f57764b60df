import Embeddings
import JSON

/// Works out one fact after the other about a model folder; see `ModelInspection`.
struct ModelReading {
  let folder: String
  /// The files, relative to the folder.
  let names: [String]
  let config: ModelDocument?
  let declaration: ModelDeclaration

  var architecture: String? {
    guard case .array(let list)? = config?.value("architectures") else { return nil }
    return list.first?.string
  }

  var family: ModelFamily? {
    guard !isCustom else { return nil }
    return ModelFamily(modelType: config?.value("model_type")?.string, architecture: architecture)
  }

  /// Whether the model is defined by Python code of its own.
  private var isCustom: Bool { config?.value("auto_map") != nil }

  private var hasGraph: Bool {
    names.contains { ["onnx", "tflite"].contains(Path.suffix($0)) || $0.hasSuffix("openvino_model.xml") }
  }

  /// The configuration files that are there.
  var configurations: [String] {
    [
      "config.json", "modules.json", "1_Pooling/config.json", "sentence_bert_config.json",
      "config_sentence_transformers.json", "tokenizer_config.json", "open_clip_config.json",
    ].filter(names.contains)
  }

  func checkConfiguration() throws(StorageError) {
    guard let config else {
      if hasGraph { return }
      throw .missing(
        path: Path.join(folder, "config.json"),
        remedy: names.contains("adapter_config.json")
          ? "the folder holds an adapter (LoRA); merge it into its base model"
          : "it says what the model is; fetch the whole model folder")
    }
    guard case .object = config.value else { throw config.mistake("is a list where an object is expected") }
    try checkSigLIP()
    guard family == nil, !hasGraph else { return }
    let name = architecture ?? config.value("model_type")?.string
    if isCustom {
      throw config.mistake(
        "\(name ?? "the model") is defined by Python code of its own (auto_map), which is never run; "
          + "add a folder that has its ONNX export")
    }
    throw config.mistake(
      name.map { "\($0) is not among the families \(ModelFamily.known); add a folder with its ONNX export" }
        ?? "names neither model_type nor architectures; fetch it again")
  }

  func weights() throws(StorageError) -> ModelWeights {
    try ModelWeights.find(in: folder, files: names, family: family, asked: declaration.file)
  }

  /// The tokenizer and the name of its file.
  func tokenizer() throws(StorageError) -> (name: String, tokenizer: Tokenizer) {
    let name = "tokenizer.json"
    guard names.contains(name) else {
      let others = ["vocab.txt", "vocab.json", "sentencepiece.bpe.model", "spiece.model", "tokenizer.model"]
      let found = others.first(where: names.contains)
      throw .missing(
        path: Path.join(folder, name),
        remedy: found.map { "\($0) alone is not read; save the fast tokenizer beside it" }
          ?? "texts can't be encoded without it; fetch the whole model folder")
    }
    let path = Path.join(folder, name)
    let bytes = try AtomicFile.read(path)
    if let pointer = LargeFilePointer(bytes) { throw pointer.error(path) }
    do throws(EncoderError) {
      return (name, try Tokenizer(json: bytes, path: path))
    } catch {
      guard case .malformedModel(_, let reason) = error else {
        throw .malformed(path: path, reason: error.description)
      }
      throw .malformed(path: path, reason: reason)
    }
  }

  func pooling(of weights: ModelWeights) throws(StorageError) -> (ModelPooling?, String) {
    if let pooling = declaration.pooling { return (pooling, "--pooling") }
    if let family, family.readsPictures { return (family.pooling, "the family") }
    if let declared = try ModelPooling.read(in: folder) { return (declared.pooling, declared.origin) }
    if let pooling = family?.pooling { return (pooling, "the family") }
    // Exports may do it themselves; which output they have is looked at when they are opened.
    guard weights.format == .safetensors else { return (nil, "the graph") }
    throw .missing(
      path: Path.join(folder, "1_Pooling/config.json"),
      remedy:
        "it says how token vectors become one; fetch the whole folder, or give --pooling mean, first or last")
  }

  func prompts() throws(StorageError) -> ModelPrompts {
    var prompts = try ModelPrompts.read(in: folder)
    if let query = declaration.queryPrompt { prompts.query = query }
    if let item = declaration.itemPrompt { prompts.item = item }
    return prompts
  }

  /// The smallest that any file says: sentence-transformers' own first, then the tokenizer's, then the model's.
  func maxTokens() throws(StorageError) -> Int {
    let positions = try positions()
    if let declared = declaration.maxTokens {
      if let positions, declared > positions {
        throw .malformed(
          path: Path.join(folder, "config.json"),
          reason: "the model has \(positions) positions; --max-tokens \(declared) is too many")
      }
      return declared
    }
    let sentence = try ModelDocument.read("sentence_bert_config.json", in: folder)
    let tokenizer = try ModelDocument.read("tokenizer_config.json", in: folder)
    // A tokenizer without a limit says so by a number that no text reaches.
    let long = tokenizer?.value("model_max_length")?.int.flatMap { $0 < 1 << 24 ? $0 : nil }
    let limits = [try sentence?.count("max_seq_length"), long, positions].compactMap(\.self)
    guard let limit = limits.first else {
      throw .malformed(
        path: folder, reason: "no file says how many tokens the model takes; give --max-tokens")
    }
    return min(limit, positions ?? limit)
  }

  private func positions() throws(StorageError) -> Int? {
    guard let config else { return nil }
    let declared = [
      try config.count("max_position_embeddings"), try config.count("n_positions"),
      try config.count("text_config", "max_position_embeddings"), family?.textLength,
    ]
    let count = declared.lazy.compactMap(\.self).first
    // RoBERTa counts its positions from behind the padding's.
    return family == .xlmRoberta ? count.map { $0 - 2 } : count
  }

  /// The files that may say how pictures are prepared, the first that is there counts.
  static let preprocessingFiles = ["preprocessor_config.json", "open_clip_config.json"]

  func preprocessing(of weights: ModelWeights) throws(StorageError) -> String? {
    guard weights.picture != nil else { return nil }
    for name in Self.preprocessingFiles where names.contains(name) {
      _ = try ModelDocument(name, in: folder)
      return name
    }
    // Files that take bytes leave little open; which they do is seen when they are opened.
    if weights.format == .tflite { return nil }
    throw .missing(
      path: Path.join(folder, "preprocessor_config.json"),
      remedy: "it says how pictures are prepared; fetch the whole model folder")
  }

  func lengths() throws(StorageError) -> ModelLengths {
    if let forced = declaration.lengths { return .forced(Set(forced).sorted()) }
    return try ModelLengths.read(config, in: folder)
  }

  func similarity() throws(StorageError) -> String {
    guard let document = try ModelDocument.read("config_sentence_transformers.json", in: folder),
      let name = document.value("similarity_fn_name")?.string
    else { return "cosine" }
    guard name == "cosine" || name == "dot" else {
      throw document.mistake("similarity_fn_name is '\(name)', which is not supported; cosine and dot are")
    }
    return name
  }

  /// What a model of this name usually needs and its files don't say.
  func advice(prompts: ModelPrompts, lengths: ModelLengths) -> [String] {
    var advice: [String] = []
    let names = [config?.value("_name_or_path")?.string, Path.name(folder)].compactMap { $0?.lowercased() }
    if prompts == ModelPrompts() {
      if names.contains(where: { $0.contains("e5") }) {
        advice.append(
          "no file declares prompts; E5 models want --query-prompt 'query: ' --item-prompt 'passage: '")
      } else if names.contains(where: { $0.contains("nomic") }) {
        advice.append(
          "no file declares prompts; nomic models want --query-prompt 'search_query: ' "
            + "--item-prompt 'search_document: '")
      }
    }
    return advice
  }
}

extension ModelFamily {
  /// The tokens of a text where no file says it: the length that the family was published with.
  fileprivate var textLength: Int? {
    switch self {
    case .clip: 77
    case .siglip: 64
    default: nil
    }
  }
}
