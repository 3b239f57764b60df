internal import JSON

/// text-embeddings-inference's own `POST /embed`, which knows prompts by name.
struct TEIShape: ServerShape {
  let settings: RemoteEncoderSettings

  var route: String { "/embed" }
  var reply: ReplyShape { .rows }

  func body(_ inputs: [RemoteInput], role: RemoteRole) -> JSONValue {
    .make([
      ("inputs", settings.prefixed(inputs, role: role)), ("normalize", .bool(true)),
      ("truncate", .bool(settings.cutsLongTexts)),
      ("prompt_name", settings.prompts[role].name.map { .string($0) }),
      ("dimensions", settings.requestedDimensions),
    ])
  }
}
