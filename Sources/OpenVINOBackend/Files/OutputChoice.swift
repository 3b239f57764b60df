internal import Embeddings

/// Which output of a model file is the embedding, and why.
struct OutputChoice: Hashable {
  /// What a tower reads.
  enum Modality: String, Hashable {
    case text, image
  }

  /// Its place among the outputs.
  let index: Int
  let port: NetworkPort
  /// Whether each token or patch has a vector of its own, so that they must be pooled.
  let isPerToken: Bool
  /// Why it was chosen, for people.
  let reason: String

  /// Chooses by the first rule that fits: the setting; the names that exports use, in their order; the only output.
  /// - Parameters:
  ///   - outputs: what the model has.
  ///   - modality: what the tower reads.
  ///   - name: the output that the settings name.
  ///   - isSigLIP: whether the family's `pooler_output` is the embedding; elsewhere it is something else.
  ///   - path: the model's file, for messages.
  /// - Throws: `EncoderError.malformedModel` that lists the outputs when no rule fits.
  init(
    among outputs: [NetworkPort], modality: Modality, named name: String?, isSigLIP: Bool, path: String
  ) throws(EncoderError) {
    let list = outputs.map(\.description).joined(separator: ", ")
    if let name {
      guard let index = outputs.firstIndex(where: { $0.name == name }) else {
        throw .malformedModel(path: path, reason: "has no output \(name); it has \(list)")
      }
      self.init(index, outputs[index], reason: "the settings name it")
      return
    }
    for rule in Self.rules(modality, isSigLIP: isSigLIP) {
      guard let index = outputs.firstIndex(where: { rule.fits($0.name) }) else { continue }
      self.init(index, outputs[index], reason: rule.reason, isPerToken: rule.isPerToken)
      return
    }
    guard outputs.count == 1 else {
      throw .malformedModel(
        path: path,
        reason: "has several outputs, none with a name that says it is the embedding: \(list); set the output"
      )
    }
    self.init(0, outputs[0], reason: "the only output")
  }

  private init(_ index: Int, _ port: NetworkPort, reason: String, isPerToken: Bool = false) {
    (self.index, self.port, self.reason) = (index, port, reason)
    // Besides the batch, extents of 1 don't count.
    let wide = port.shape.map { $0.dropFirst().filter { $0 != 1 }.count } ?? 1
    self.isPerToken = isPerToken || wide > 1
  }

  /// A name that exports give, and what it means.
  private struct Rule {
    let reason: String
    var isPerToken = false
    let fits: (String) -> Bool
  }

  private static func rules(_ modality: Modality, isSigLIP: Bool) -> [Rule] {
    let projected = modality.rawValue + "_embeds"
    var rules = [
      Rule(reason: "named sentence_embedding") { $0 == "sentence_embedding" },
      Rule(reason: "named \(projected)") { $0 == projected },
      Rule(reason: "named as normalised \(modality.rawValue) vectors") {
        $0.hasPrefix("l2norm_") && $0.contains(modality.rawValue)
      },
    ]
    if isSigLIP { rules.append(Rule(reason: "SigLIP's pooler_output") { $0 == "pooler_output" }) }
    rules.append(
      Rule(reason: "the tokens' vectors, to be pooled", isPerToken: true) {
        $0 == "last_hidden_state" || $0 == "token_embeddings"
      })
    return rules
  }
}
