internal import Embeddings

/// The non-linear function of a feed-forward layer, by the names that configurations give it.
enum Activation: Hashable, Sendable {
  /// x·Φ(x).
  case gelu
  /// The same by a hyperbolic tangent: ½x(1 + tanh(√(2/π)(x + 0.044715x³))).
  case geluByTangent
  /// x·σ(1.702x), as CLIP was trained with.
  case quickGELU
  /// x·σ(x).
  case swish
  case relu

  /// The function that `key` of a configuration names.
  /// - Throws: `EncoderError.malformedModel` when the name is none of these.
  init(_ section: ConfigurationSection, key: String, default standard: String) throws(EncoderError) {
    switch try section.text(key, default: standard) {
    case "gelu", "gelu_python": self = .gelu
    case "gelu_new", "gelu_fast", "gelu_pytorch_tanh": self = .geluByTangent
    case "quick_gelu": self = .quickGELU
    case "silu", "swish": self = .swish
    case "relu": self = .relu
    default:
      throw section.unsupported(
        key, supported: "gelu, gelu_new, gelu_fast, gelu_pytorch_tanh, quick_gelu, silu and relu are")
    }
  }
}
