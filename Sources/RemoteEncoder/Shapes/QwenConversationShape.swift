internal import JSON

/// The conversation that Qwen3-VL-Embedding was trained on, over vLLM's `POST /v1/embeddings`, one input a request.
///
/// The form of the newest example upstream: a system turn with the instruction, the user's turn, and an assistant's turn
/// that is empty and is continued, which reproduces the reference's generation prompt. Older examples lack turns and
/// give other vectors, which look plausible.
struct QwenConversationShape: ServerShape {
  /// What the reference says when it is told nothing.
  static let usualInstruction = "Represent the user's input."

  let settings: RemoteEncoderSettings

  var route: String { "/v1/embeddings" }
  var reply: ReplyShape { .indexed }

  func most(areQuestionsPictures: Bool) -> Int { 1 }

  func body(_ inputs: [RemoteInput], role: RemoteRole) -> JSONValue {
    .make([
      ("model", .string(settings.model)), ("messages", messages(inputs, role: role)),
      ("dimensions", settings.requestedDimensions), ("encoding_format", settings.encodingFormat),
      ("continue_final_message", .bool(true)), ("add_special_tokens", .bool(true)),
    ])
  }

  private func messages(_ inputs: [RemoteInput], role: RemoteRole) -> JSONValue {
    let instruction = Self.ended(settings.prompts[role].instruction ?? Self.usualInstruction)
    var parts = inputs.map { $0.part() }
    // A picture is followed by a text, be it empty.
    if let last = inputs.last, last.isPicture { parts.append(Self.text(last.caption ?? "")) }
    return .array([
      Self.turn("system", [Self.text(instruction)]), Self.turn("user", parts),
      Self.turn("assistant", [Self.text("")]),
    ])
  }

  /// The instruction with a full stop, as the reference adds it where there is no punctuation at the end.
  static func ended(_ instruction: String) -> String {
    guard let last = instruction.unicodeScalars.last else { return instruction }
    switch last.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      return instruction
    default: return instruction + "."
    }
  }

  private static func text(_ text: String) -> JSONValue {
    .make([("type", .string("text")), ("text", .string(text))])
  }

  private static func turn(_ role: String, _ parts: [JSONValue]) -> JSONValue {
    .make([("role", .string(role)), ("content", .array(parts))])
  }
}
