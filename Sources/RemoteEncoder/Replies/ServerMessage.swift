internal import JSON

/// What a server says about a request that it refuses, in any of the shapes that embedding servers use.
///
/// `{"error":{"message","type"}}` (OpenAI, llama-server), `{"object":"error","message","type"}` (vLLM),
/// `{"error","error_type"}` and `{"message","error_type"}` (text-embeddings-inference), `{"detail":"…"}` and
/// `{"detail":[{"loc","msg"}]}` (FastAPI: Infinity, Jina), `{"message"}` (Cohere); else a text of its own.
struct ServerMessage: Hashable {
  private static let longestBody = 64 << 10

  /// The sentence, in one line and without control characters.
  let text: String
  /// The kind of error in the server's words, such as `overloaded`; empty where it gives none.
  let type: String

  /// Reads an answer; `nil` when it says nothing that can be shown.
  init?(body: [UInt8]) {
    let body = Array(body.prefix(Self.longestBody))
    let value = try? JSONParser.parse(body)
    let sentence: String?
    if let value {
      sentence = Self.sentence(in: value)
      type = ServerText(Self.type(in: value) ?? "").shown
    } else {
      sentence = Self.isMarkup(body) ? nil : String(decoding: body, as: UTF8.self)
      type = ""
    }
    text = ServerText(sentence ?? "").shown
    if text.isEmpty { return nil }
  }

  private static func sentence(in value: JSONValue) -> String? {
    value["error"]?["message"]?.string ?? value["message"]?.string ?? value["error"]?.string
      ?? value["detail"].flatMap(detail) ?? value.string
  }

  private static func type(in value: JSONValue) -> String? {
    value["error_type"]?.string ?? value["error"]?["type"]?.string ?? value["type"]?.string
  }

  private static func detail(_ value: JSONValue) -> String? {
    guard case .array(let problems) = value else { return value.string ?? value["message"]?.string }
    return problems.compactMap { problem -> String? in
      guard let sentence = problem["msg"]?.string else { return nil }
      guard case .array(let steps)? = problem["loc"] else { return sentence }
      return steps.map { $0.string ?? $0.text }.joined(separator: ".") + ": " + sentence
    }.joined(separator: "; ")
  }

  private static func isMarkup(_ body: [UInt8]) -> Bool {
    body.first { $0 > 0x20 } == UInt8(ascii: "<")
  }
}
