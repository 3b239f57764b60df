/// A product, or a family of them, that encodes over HTTP: each has its own questions, answers and limits.
package enum ServerKind: String, CaseIterable, Hashable, Sendable {
  /// `POST /v1/embeddings` as OpenAI documents it, which most others offer too.
  case openAI = "openai"
  /// vLLM: the same for texts; pictures as chat messages.
  case vllm
  /// llama.cpp's server: the same for texts; each has to fit one physical batch.
  case llamaServer = "llama-server"
  /// Hugging Face text-embeddings-inference, by its own route `POST /embed`.
  case tei
  /// Infinity: texts, and pictures as data addresses.
  case infinity
  /// Jina's service: texts and pictures as objects.
  case jina
  /// `POST /v2/embed` as Cohere documents it and vLLM offers it.
  case cohere

  /// The ways in which pictures may be sent, the usual one first; empty where the product takes none.
  package var pictureForms: [PictureForm] {
    switch self {
    case .openAI, .llamaServer, .tei: []
    case .vllm: [.message, .conversation]
    case .infinity, .jina, .cohere: [.item]
    }
  }

  /// Whether the product knows prompts by name: `prompt_name`, `task`, `input_type`.
  package var knowsPromptNames: Bool { [.tei, .jina, .cohere].contains(self) }

  /// Whether the product may be asked for fewer dimensions; elsewhere vectors are cut here only.
  package var cutsDimensions: Bool { self != .llamaServer }

  /// Inputs of a request where the settings say nothing; the products' own limits where they have one.
  package var usualBatch: Int {
    switch self {
    case .openAI, .vllm, .jina: 64
    case .llamaServer: 16
    case .tei, .infinity: 32
    case .cohere: 96
    }
  }

  /// Bytes of a request where the settings say nothing.
  package var usualRequestBytes: Int {
    self == .tei ? 1_900_000 : 16 << 20
  }
}

/// How a picture travels.
package enum PictureForm: String, CaseIterable, Hashable, Sendable {
  /// The encoder is asked about texts only.
  case none
  /// One picture in a chat message of the user's (vLLM).
  case message
  /// Everything, texts too, as the conversation that Qwen3-VL-Embedding was trained on (vLLM).
  case conversation = "qwen3-vl"
  /// Several pictures in one request, each an item of its input (Infinity, Jina, Cohere).
  case item
}
