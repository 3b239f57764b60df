internal import Embeddings
internal import Foundation
internal import JSON

/// How the vectors of a text's tokens, or of a picture's patches, become one.
package enum Pooling: String, Hashable, Sendable, CaseIterable {
  /// The mean over all tokens.
  case mean
  /// The first token, `[CLS]`.
  case first
  /// The last token; of a text padded to a fixed length, the last padding.
  case last
  /// The token that ends the text, by its id.
  case end
  /// An attention layer with a learnt query.
  case attention
}

/// A pooling and where it is said.
struct DeclaredPooling: Hashable, Sendable {
  let pooling: Pooling
  /// The file that says it, relative to the model's folder.
  let origin: String

  /// Reads what a sentence-transformers folder says: the Pooling module of `modules.json`, else `1_Pooling`.
  /// - Returns: `nil` when the folder says nothing.
  /// - Throws: `EncoderError.malformedModel` for modules and poolings that Assay doesn't have, by name.
  static func read(folder: String) throws(EncoderError) -> DeclaredPooling? {
    guard let module = try poolingModule(folder: folder) else { return nil }
    let origin = module + "/config.json"
    guard FileManager.default.fileExists(atPath: folder + "/" + origin) else { return nil }
    let file = try ConfigurationFile(path: folder + "/" + origin)
    return DeclaredPooling(pooling: try pooling(file.root), origin: origin)
  }

  private static func poolingModule(folder: String) throws(EncoderError) -> String? {
    let path = folder + "/modules.json"
    guard FileManager.default.fileExists(atPath: path) else { return "1_Pooling" }
    let file = try ConfigurationFile(path: path)
    guard case .array(let modules) = file.root.value else {
      throw .malformedModel(path: path, reason: "is not a list of modules")
    }
    var found: String?
    for module in modules {
      let type = module["type"]?.string ?? ""
      switch type.split(separator: ".").last {
      case "Transformer", "Normalize", "CLIPModel": continue
      case "Pooling": found = module["path"]?.string ?? "1_Pooling"
      default: throw .malformedModel(path: path, reason: "has the module \(type), which is not supported")
      }
    }
    return found
  }

  private static let modes: [(key: String, pooling: Pooling?)] = [
    ("cls_token", .first), ("mean_tokens", .mean), ("lasttoken", .last), ("max_tokens", nil),
    ("mean_sqrt_len_tokens", nil), ("weightedmean_tokens", nil),
  ]

  private static func pooling(_ section: ConfigurationSection) throws(EncoderError) -> Pooling {
    var chosen: [(key: String, pooling: Pooling?)] = []
    for mode in modes where try section.truth("pooling_mode_" + mode.key, default: false) {
      chosen.append(mode)
    }
    guard let first = chosen.first else {
      throw .malformedModel(
        path: section.path, reason: "chooses no pooling: every pooling_mode_… is false or missing")
    }
    guard chosen.count == 1, let pooling = first.pooling else {
      let names = chosen.map { "pooling_mode_" + $0.key }.joined(separator: " with ")
      throw .malformedModel(
        path: section.path,
        reason: "chooses \(names), which is not supported; one of cls, mean and last token is")
    }
    return pooling
  }
}
