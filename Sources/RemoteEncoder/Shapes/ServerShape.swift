internal import JSON

/// How a product wants to be asked and how it answers.
///
/// The shapes follow the products' documentation; which ones were tried against the product itself is said in the tests.
protocol ServerShape: Sendable {
  /// The route that `inputs` of one kind go to, such as `/v1/embeddings`.
  var route: String { get }
  /// How many inputs a request may hold, whatever the settings say.
  func most(areQuestionsPictures: Bool) -> Int
  /// The body of a request; all inputs have the same role.
  func body(_ inputs: [RemoteInput], role: RemoteRole) -> JSONValue
  /// What the answer holds.
  var reply: ReplyShape { get }
}

extension ServerShape {
  func most(areQuestionsPictures: Bool) -> Int { .max }
}

/// Where an answer keeps its vectors.
enum ReplyShape: Hashable, Sendable {
  /// `{"data":[{"index":0,"embedding":…}]}`.
  case indexed
  /// `[[…],[…]]`, in the order of the inputs.
  case rows
  /// `{"embeddings":{"float":[[…],[…]]}}`, in the order of the inputs.
  case typed
}

extension RemoteEncoderSettings {
  /// The shape of the product's questions and answers.
  var shape: any ServerShape {
    switch kind {
    case .openAI, .llamaServer: OpenAIShape(settings: self)
    case .vllm: pictures == .conversation ? QwenConversationShape(settings: self) : VLLMShape(settings: self)
    case .tei: TEIShape(settings: self)
    case .infinity: InfinityShape(settings: self)
    case .jina: JinaShape(settings: self)
    case .cohere: CohereShape(settings: self)
    }
  }

  /// The length that the server is asked for; `nil` asks for whatever it gives.
  var requestedDimensions: JSONValue? {
    kind.cutsDimensions ? dimensions.map { .whole($0) } : nil
  }

  /// How the components are to be written.
  var encodingFormat: JSONValue { .string(asksForBase64 ? "base64" : "float") }

  /// Texts with their prompt's prefix.
  func prefixed(_ inputs: [RemoteInput], role: RemoteRole) -> JSONValue {
    let prefix = prompts[role].prefix
    return .array(
      inputs.map { input in
        switch input.content {
        case .text(let text): .string(prefix + text)
        case .picture(let address): .string(address)
        }
      })
  }
}
