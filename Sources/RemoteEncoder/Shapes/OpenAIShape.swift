internal import JSON

/// `POST /v1/embeddings` with a list of texts, as OpenAI documents it; llama.cpp's server takes the same.
struct OpenAIShape: ServerShape {
  let settings: RemoteEncoderSettings

  var route: String { "/v1/embeddings" }
  var reply: ReplyShape { .indexed }

  func body(_ inputs: [RemoteInput], role: RemoteRole) -> JSONValue {
    .make([
      ("model", .string(settings.model)), ("input", settings.prefixed(inputs, role: role)),
      ("dimensions", settings.requestedDimensions), ("encoding_format", settings.encodingFormat),
    ])
  }
}
