import Embeddings
import JSON

/// What SigLIP's texts need besides their `tokenizer.json`: steps that only the code of their tokenizers has, and padding
/// that takes part in the vector.
extension ModelReading {
  /// Whether the texts are SigLIP's, whatever holds the graph.
  var isSigLIP: Bool {
    family == .siglip || config?.value("model_type")?.string?.hasPrefix("siglip") == true
  }

  /// Refuses the variant whose pictures keep their proportions.
  func checkSigLIP() throws(StorageError) {
    guard let config, config.value("model_type")?.string == "siglip2" else { return }
    throw config.mistake(
      "siglip2 is SigLIP 2 with pictures of many sizes (NaFlex), which is not supported; take a checkpoint of one "
        + "size, whose model_type is siglip")
  }

  /// What happens to texts before the tokenizer, by the class that `tokenizer_config.json` names; `nil` for other families.
  /// - Throws: `StorageError` for a class that is not known, since texts would look right and rank badly.
  func textPreparation() throws(StorageError) -> TextPreparation? {
    guard isSigLIP else { return nil }
    let document = try tokenizerConfiguration()
    let name = document.value("tokenizer_class")?.string
    switch name {
    case "SiglipTokenizer", "SiglipTokenizerFast":
      guard document.value("do_lower_case") != .bool(false) else {
        throw document.mistake("do_lower_case is false, which is not supported for SigLIP")
      }
      return .canonical
    case "GemmaTokenizer", "GemmaTokenizerFast", "Siglip2Tokenizer", "Siglip2TokenizerFast": return .lowercase
    default:
      throw document.mistake(
        "tokenizer_class is \(name ?? "missing"); for SigLIP, SiglipTokenizer and GemmaTokenizer (SigLIP 2) are known"
      )
    }
  }

  /// The number of the token that fills texts; `nil` for families whose padding is hidden from the model.
  func paddingID(in tokenizer: Tokenizer) throws(StorageError) -> Int32? {
    guard isSigLIP else { return nil }
    let document = try tokenizerConfiguration()
    guard document.value("padding_side") != .string("left") else {
      throw document.mistake("padding_side is left, which is not supported for SigLIP; right is")
    }
    let token = document.value("pad_token")
    guard let name = token?.string ?? token?["content"]?.string, let id = tokenizer.id(of: name) else {
      throw document.mistake(
        "pad_token names no token of tokenizer.json; SigLIP's vectors depend on it (</s> for SigLIP, <pad> for 2)"
      )
    }
    return id
  }

  private func tokenizerConfiguration() throws(StorageError) -> ModelDocument {
    guard let document = try ModelDocument.read("tokenizer_config.json", in: folder) else {
      throw .missing(
        path: Path.join(folder, "tokenizer_config.json"),
        remedy: "it says how SigLIP's texts are prepared and padded; fetch the whole model folder")
    }
    return document
  }
}
