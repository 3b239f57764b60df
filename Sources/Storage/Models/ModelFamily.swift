/// The kinds of models whose graph this program writes itself from safetensors weights.
package enum ModelFamily: String, CaseIterable, Hashable, Sendable {
  /// BERT and what was trained from it: MiniLM, E5, BGE.
  case bert
  /// XLM-RoBERTa: multilingual E5, BGE-M3.
  case xlmRoberta = "xlm-roberta"
  /// Contrastive pairs of a text and a picture tower.
  case clip
  /// The same with a sigmoid loss; both versions, the second with pictures of one size.
  case siglip
  /// Decoders that were trained to embed.
  case qwen3

  /// The family that a configuration names, by `model_type` or its first architecture; `nil` for any other.
  init?(modelType: String?, architecture: String?) {
    switch modelType {
    case "bert": self = .bert
    case "xlm-roberta", "roberta": self = .xlmRoberta
    case "clip": self = .clip
    case "siglip", "siglip2": self = .siglip
    case "qwen3": self = .qwen3
    default:
      switch architecture {
      case "BertModel", "BertForMaskedLM": self = .bert
      case "XLMRobertaModel", "RobertaModel": self = .xlmRoberta
      case "CLIPModel": self = .clip
      case "SiglipModel": self = .siglip
      case "Qwen3Model", "Qwen3ForCausalLM": self = .qwen3
      default: return nil
      }
    }
  }

  /// Whether the family has a tower for pictures beside that for texts.
  package var readsPictures: Bool { self == .clip || self == .siglip }

  /// How token vectors become one when no file says so; `nil` where one has to.
  var pooling: ModelPooling? {
    switch self {
    case .bert, .xlmRoberta: nil
    case .clip: .end
    case .siglip: .last
    case .qwen3: .last
    }
  }

  /// For messages: what can be read.
  static let known = "bert, xlm-roberta, clip, siglip and qwen3"
}
