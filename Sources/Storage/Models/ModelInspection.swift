package import Embeddings
import JSON

/// What the files of a model folder say, each checked to be there, whole and of a kind that can be used.
///
/// The folder is laid out as Hugging Face repositories are. Nothing is computed and nothing is guessed: what no file
/// says has to be declared.
package struct ModelInspection: Sendable {
  /// The folder, absolute and without symbolic links.
  package let folder: String
  /// The family, or `model_type` of a model that only its own graph describes.
  package let family: String
  /// The class that the configuration names; empty when it names none.
  package let architecture: String
  /// The graph and weights.
  package let weights: ModelWeights
  /// How token vectors become one; `nil` where the graph does it.
  package let pooling: ModelPooling?
  /// Where the pooling is said, for people.
  package let poolingOrigin: String
  /// What is put before texts.
  package let prompts: ModelPrompts
  /// What happens to texts before the tokenizer; `nil` for nothing.
  package let textPreparation: TextPreparation?
  /// The number of the token that fills texts where padding takes part in the vector; else `nil`.
  package let paddingID: Int32?
  /// The most tokens of a text; `nil` without a tower for texts.
  package let maxTokens: Int?
  /// The file that says how pictures are prepared; `nil` without a tower for pictures, or when the graph does it.
  package let preprocessing: String?
  /// To which lengths vectors may be cut.
  package let lengths: ModelLengths
  /// How vectors are compared.
  package let similarity: String
  /// The licence, as far as the folder says.
  package let licence: String?
  /// The numbers that the model is computed with.
  package let precision: ModelNumbers
  /// Every file that takes part, relative to the folder, sorted.
  package let files: [String]
  /// What the person who adds the model should look at.
  package let advice: [String]

  /// Looks at a folder.
  /// - Throws: `StorageError` that names the file which is missing, broken or of no use, and what to do.
  package init(_ path: String, declaration: ModelDeclaration = ModelDeclaration()) throws(StorageError) {
    let folder = try Self.checkedFolder(path)
    let names = try Self.names(in: folder)
    guard !names.isEmpty else {
      throw .malformed(path: path, reason: "an empty folder; download the files of the model into it")
    }
    let config = try ModelDocument.read("config.json", in: folder)
    let reading = ModelReading(folder: folder, names: names, config: config, declaration: declaration)
    try reading.checkConfiguration()
    weights = try reading.weights()
    self.folder = folder
    family = reading.family?.rawValue ?? config?.value("model_type")?.string ?? weights.format.rawValue
    architecture = reading.architecture ?? ""
    let hasText = weights.text != nil
    let tokenizer = hasText ? try reading.tokenizer() : nil
    textPreparation = hasText ? try reading.textPreparation() : nil
    paddingID = try tokenizer.flatMap { found throws(StorageError) in
      try reading.paddingID(in: found.tokenizer)
    }
    (pooling, poolingOrigin) = hasText ? try reading.pooling(of: weights) : (nil, "the graph")
    prompts = hasText ? try reading.prompts() : ModelPrompts()
    maxTokens = hasText ? try reading.maxTokens() : nil
    preprocessing = try reading.preprocessing(of: weights)
    lengths = try reading.lengths()
    similarity = try reading.similarity()
    licence = try ModelLicence.read(in: folder)
    precision = declaration.precision
    let configurations = reading.configurations + [tokenizer?.name, preprocessing].compactMap(\.self)
    files = Set(weights.files + configurations).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    advice = reading.advice(prompts: prompts, lengths: lengths)
  }

  /// Reads all files through and describes them; `progress` is told how many more bytes were read.
  package func digests(progress: (Int) -> Void = { _ in }) throws(StorageError) -> [ModelFile] {
    try files.map { name throws(StorageError) in try ModelFile.read(name, in: folder, progress: progress) }
  }

  /// Bytes of all files that take part.
  package var bytes: Int {
    files.reduce(0) { $0 + ((try? OpenFile(Path.join(folder, $1), for: .reading).size()) ?? 0) }
  }

  private static func checkedFolder(_ path: String) throws(StorageError) -> String {
    guard let real = Path.real(path) else {
      throw .missing(path: path, remedy: "name a folder with config.json and weights")
    }
    guard Path.isFolder(real) else {
      throw .malformed(path: path, reason: "a file, not a model's folder; name the folder it lies in")
    }
    return real
  }

  /// The files of a folder and of the folders in it, relative to it.
  private static func names(in folder: String) throws(StorageError) -> [String] {
    var names: [String] = []
    for name in try Folder.names(in: folder) where !name.hasPrefix(".") {
      let path = Path.join(folder, name)
      if Path.isFolder(path) {
        names += try Folder.names(in: path).map { Path.join(name, $0) }
      } else {
        names.append(name)
      }
    }
    return names
  }
}
