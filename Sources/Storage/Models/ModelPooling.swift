import JSON

/// How the vectors of a text's tokens become one.
package enum ModelPooling: String, CaseIterable, Hashable, Sendable {
  /// The mean over all tokens.
  case mean
  /// The first token.
  case first
  /// The last token.
  case last
  /// The token that ends the text, by its id.
  case end

  /// What a sentence-transformers folder says: the modules of `modules.json` in order, and the pooling's own file.
  /// - Returns: `nil` when the folder says nothing.
  /// - Throws: `StorageError` for modules and poolings that can't be done, by name.
  static func read(in folder: String) throws(StorageError) -> (pooling: ModelPooling, origin: String)? {
    guard let module = try module(in: folder) else { return nil }
    guard let document = try ModelDocument.read(module + "/config.json", in: folder) else {
      guard Path.exists(Path.join(folder, "modules.json")) else { return nil }
      throw .missing(
        path: Path.join(folder, module + "/config.json"),
        remedy: "modules.json asks for it; fetch the whole model folder")
    }
    if document.value("include_prompt") == .bool(false) {
      throw document.mistake(
        "include_prompt is false, which is not supported: prompts take part in the pooling")
    }
    return (try pooling(document), document.name)
  }

  /// The folder of the pooling module.
  private static func module(in folder: String) throws(StorageError) -> String? {
    guard let modules = try ModelDocument.read("modules.json", in: folder) else { return "1_Pooling" }
    guard case .array(let list) = modules.value else { throw modules.mistake("not a list of modules") }
    var found: String?
    for module in list {
      let type = module["type"]?.string ?? "nothing"
      switch type.split(separator: ".").last {
      case "Transformer", "Normalize", "CLIPModel": continue
      case "Pooling": found = module["path"]?.string ?? "1_Pooling"
      default:
        throw modules.mistake("the module \(type) is not supported; Transformer, Pooling and Normalize are")
      }
    }
    return found
  }

  private static let modes: [(key: String, pooling: ModelPooling?)] = [
    ("cls_token", .first), ("mean_tokens", .mean), ("lasttoken", .last), ("max_tokens", nil),
    ("mean_sqrt_len_tokens", nil), ("weightedmean_tokens", nil),
  ]

  private static func pooling(_ document: ModelDocument) throws(StorageError) -> ModelPooling {
    let chosen = modes.filter { document.value("pooling_mode_" + $0.key) == .bool(true) }
    guard let first = chosen.first else {
      throw document.mistake("chooses no pooling: every pooling_mode_… is false or missing; give --pooling")
    }
    guard chosen.count == 1, let pooling = first.pooling else {
      let names = chosen.map { "pooling_mode_" + $0.key }.joined(separator: " with ")
      throw document.mistake("chooses \(names), which is not supported; one of cls, mean and last token is")
    }
    return pooling
  }
}
