package import Embeddings
import JSON
import Relevance

/// Everything that determines what a model in the store answers, and where it lies.
///
/// Two cards whose canonical form is the same make the same vectors; the hash of that form is the encoder's
/// fingerprint.
package struct ModelCard: Hashable, Sendable {
  /// The version of the format that this program writes.
  static let version = 2

  /// What the user calls the model.
  package var name: String
  /// The folder its files lie in, absolute.
  package var folder: String
  /// The licence, as far as the folder says.
  package var licence: String?
  /// Where it was fetched from, pinned to a commit: `https://huggingface.co/ORG/NAME@COMMIT`; `nil` for a folder that was
  /// there.
  package var source: String?

  // What follows is canonical.

  /// The family, or `model_type` of a model that only its own graph describes.
  package var family: String
  /// The class that the configuration names; empty when it names none.
  package var architecture: String
  /// How the graph is written down.
  package var format: ModelWeights.Format
  /// The file with the tower for texts; `nil` when there is none.
  package var textFile: String?
  /// The file with the tower for pictures; `nil` when there is none.
  package var pictureFile: String?
  /// The inputs that were chosen, in the graph's own names.
  package var inputs: [String]
  /// The outputs that were chosen, in the graph's own names.
  package var outputs: [String]
  /// How token vectors become one; `nil` where the graph does it.
  package var pooling: ModelPooling?
  /// What is put before texts.
  package var prompts: ModelPrompts
  /// What happens to texts before the tokenizer; `nil` for nothing.
  package var textPreparation: TextPreparation?
  /// The number of the token that fills texts where padding takes part in the vector; else `nil`.
  package var paddingID: Int32?
  /// The most tokens of a text; `nil` without a tower for texts.
  package var maxTokens: Int?
  /// The file that says how pictures are prepared; `nil` where none does, or none are read.
  package var preprocessing: String?
  /// What pictures go through before the model gets them, in one line; `nil` without a tower for pictures.
  package var pictures: String?
  /// Components of a vector.
  package var dimensions: Int
  /// To which lengths vectors may be cut.
  package var lengths: ModelLengths
  /// How vectors are compared.
  package var similarity: String
  /// The numbers that the model is computed with.
  package var precision: ModelNumbers
  /// What runs the model, with the part of its version that may change the bits.
  package var runtime: String
  /// Every file that takes part.
  package var files: [ModelFile]

  /// What is known once a model was opened.
  package struct Opened: Hashable, Sendable {
    /// Components of a vector.
    package var dimensions: Int
    /// The inputs that were chosen.
    package var inputs: [String]
    /// The outputs that were chosen.
    package var outputs: [String]
    /// The pooling that was chosen, when the files leave it open.
    package var pooling: ModelPooling?
    /// What pictures go through; `nil` without a tower for pictures.
    package var pictures: String?
    /// What ran it.
    package var runtime: String

    /// Describes a model that was opened.
    package init(
      dimensions: Int, inputs: [String], outputs: [String], pooling: ModelPooling?, pictures: String? = nil,
      runtime: String
    ) {
      self.pictures = pictures
      self.dimensions = dimensions
      self.inputs = inputs
      self.outputs = outputs
      self.pooling = pooling
      self.runtime = runtime
    }
  }

  /// Puts together what the files say, what they are, and what opening them showed.
  package init(name: String, inspection: ModelInspection, files: [ModelFile], opened: Opened) {
    self.name = name
    folder = inspection.folder
    licence = inspection.licence
    family = inspection.family
    architecture = inspection.architecture
    format = inspection.weights.format
    textFile = inspection.weights.text
    pictureFile = inspection.weights.picture
    inputs = opened.inputs
    outputs = opened.outputs
    pooling = inspection.pooling ?? opened.pooling
    prompts = inspection.prompts
    textPreparation = inspection.textPreparation
    paddingID = inspection.paddingID
    maxTokens = inspection.maxTokens
    preprocessing = inspection.preprocessing
    pictures = opened.pictures
    dimensions = opened.dimensions
    lengths = inspection.lengths
    similarity = inspection.similarity
    precision = inspection.precision
    runtime = opened.runtime
    self.files = files
  }

  /// SHA-256 of the canonical form, in lower-case hex.
  package var fingerprint: String { SHA256.hexDigest(of: canonical.text.utf8) }

  /// The name and the beginning of the fingerprint, such as `minilm@1a2b3c4d`.
  package var id: String { name + "@" + fingerprint.prefix(8) }

  /// The command that makes this card again.
  package var additionCommand: String {
    guard let source else { return "assay model add \(folder) --name \(name)" }
    let repository = source.split(separator: "/").suffix(2).joined(separator: "/")
    return "assay model pull \(repository) --name \(name)"
  }

  /// The lengths that vectors may be cut to, ascending; the last is the full length.
  package var stops: [Int] { lengths.stops(dimensions: dimensions) }
}
