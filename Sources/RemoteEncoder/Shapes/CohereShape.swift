internal import JSON

/// `POST /v2/embed` as Cohere documents it: parts of content as in messages, and the input's type by name.
struct CohereShape: ServerShape {
  let settings: RemoteEncoderSettings

  var route: String { "/v2/embed" }
  var reply: ReplyShape { .typed }

  func most(areQuestionsPictures: Bool) -> Int { 96 }

  func body(_ inputs: [RemoteInput], role: RemoteRole) -> JSONValue {
    .make([
      ("model", .string(settings.model)), ("inputs", .array(inputs.map { content($0, role) })),
      ("input_type", .string(settings.prompts[role].name ?? usualType(role))),
      ("embedding_types", .array([.string("float")])), ("output_dimension", settings.requestedDimensions),
      ("truncate", .string(settings.cutsLongTexts ? "END" : "NONE")),
    ])
  }

  private func content(_ input: RemoteInput, _ role: RemoteRole) -> JSONValue {
    .make([("content", .array([input.part(prefix: settings.prompts[role].prefix)]))])
  }

  private func usualType(_ role: RemoteRole) -> String {
    role == .query ? "search_query" : "search_document"
  }
}
