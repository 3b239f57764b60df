internal import JSON

/// vLLM's `POST /v1/embeddings`: texts in a list, a picture in a message of the user's, one a request.
struct VLLMShape: ServerShape {
  let settings: RemoteEncoderSettings

  var route: String { "/v1/embeddings" }
  var reply: ReplyShape { .indexed }

  func most(areQuestionsPictures: Bool) -> Int { areQuestionsPictures ? 1 : .max }

  func body(_ inputs: [RemoteInput], role: RemoteRole) -> JSONValue {
    .make([
      ("model", .string(settings.model)),
      role == .picture ? ("messages", messages(inputs)) : texts(inputs, role),
      ("dimensions", settings.requestedDimensions), ("encoding_format", settings.encodingFormat),
      // −1 cuts at the model's own limit; a message is not cut, since that could cut into its picture.
      ("truncate_prompt_tokens", role != .picture && settings.cutsLongTexts ? .whole(-1) : nil),
    ])
  }

  private func texts(_ inputs: [RemoteInput], _ role: RemoteRole) -> (String, JSONValue) {
    ("input", settings.prefixed(inputs, role: role))
  }

  private func messages(_ inputs: [RemoteInput]) -> JSONValue {
    var parts = inputs.map { $0.part() }
    if let task = settings.prompts.picture.instruction {
      parts.append(.make([("type", .string("text")), ("text", .string(task))]))
    }
    return .array([.make([("role", .string("user")), ("content", .array(parts))])])
  }
}
