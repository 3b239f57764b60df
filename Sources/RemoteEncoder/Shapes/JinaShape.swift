internal import JSON

/// Jina's `POST /v1/embeddings`: objects that say what each input is.
struct JinaShape: ServerShape {
  private static let dataPrefix = "data:image/png;base64,"

  let settings: RemoteEncoderSettings

  var route: String { "/v1/embeddings" }
  var reply: ReplyShape { .indexed }

  func body(_ inputs: [RemoteInput], role: RemoteRole) -> JSONValue {
    .make([
      ("model", .string(settings.model)), ("input", .array(inputs.map { object($0, role) })),
      ("task", settings.prompts[role].name.map { .string($0) }), ("dimensions", settings.requestedDimensions),
      ("normalized", .bool(true)), ("embedding_type", settings.encodingFormat),
      ("truncate", settings.cutsLongTexts ? .bool(true) : nil),
    ])
  }

  /// Pictures go as bare base64.
  private func object(_ input: RemoteInput, _ role: RemoteRole) -> JSONValue {
    switch input.content {
    case .text(let text): .make([("text", .string(settings.prompts[role].prefix + text))])
    case .picture(let address): .make([("image", .string(String(address.dropFirst(Self.dataPrefix.count))))])
    }
  }
}
