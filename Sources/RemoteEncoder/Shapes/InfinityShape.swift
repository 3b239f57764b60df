internal import JSON

/// Infinity's `POST /embeddings`: texts or pictures, never both, and at most 32 of them.
struct InfinityShape: ServerShape {
  let settings: RemoteEncoderSettings

  var route: String { "/embeddings" }
  var reply: ReplyShape { .indexed }

  func most(areQuestionsPictures: Bool) -> Int { 32 }

  func body(_ inputs: [RemoteInput], role: RemoteRole) -> JSONValue {
    .make([
      ("model", .string(settings.model)), ("input", settings.prefixed(inputs, role: role)),
      ("modality", .string(role == .picture ? "image" : "text")),
      ("dimensions", settings.requestedDimensions),
      ("encoding_format", settings.encodingFormat),
    ])
  }
}
