internal import Embeddings

/// An answer that holds no vectors: what kind of refusal it is, and what to tell the person at the keyboard.
struct Refusal {
  private let status: HTTPStatus
  private let message: ServerMessage?
  private let kind: ServerKind
  private let address: String
  /// Seconds that the server asks to wait.
  let requestedWait: Double?

  init(_ response: HTTPResponse, kind: ServerKind, address: String) {
    status = HTTPStatus(response.head.status)
    message = ServerMessage(body: response.body)
    requestedWait = response.head.retryAfter
    self.kind = kind
    self.address = address
  }

  /// Whether the same request may be answered later.
  var isPassing: Bool { status.isPassing }

  /// Whether a smaller request may be answered: too large, or too many inputs for text-embeddings-inference.
  var asksForLess: Bool {
    status.code == 413
      || (kind == .tei && status.code == 422 && message?.type.lowercased() == "validation")
  }

  /// Whether the refusal is about what was sent, and not about the server or the right to ask it.
  private var isAboutInput: Bool {
    [400, 413, 415, 422].contains(status.code) || (kind == .llamaServer && status.code == 500)
  }

  /// The error of a request about `inputs`.
  func error(about inputs: ArraySlice<RemoteInput>) -> EncoderError {
    let said = message.map { ": \($0.text)" } ?? ""
    guard isAboutInput else { return .unavailable(reason: "\(address): \(status)\(said)\(advice)") }
    let rest = inputs.count > 1 ? " and \(inputs.count - 1) more" : ""
    let name = inputs.first.map { " It was asked about \($0.name)\(rest)." } ?? ""
    return .unencodable(reason: "\(address): \(status)\(said).\(name)\(advice)")
  }

  /// What usually helps with this product.
  private var advice: String {
    switch (kind, status.code) {
    case (.llamaServer, 500):
      " Each text must fit one physical batch: start llama-server with a larger --ubatch-size (and --batch-size)."
    case (.openAI, 404), (.vllm, 404), (.llamaServer, 404):
      "; the model's name must be the one that GET /v1/models lists"
    case (.tei, 424): "; the model behind it is no embedding model, or failed"
    default: ""
    }
  }
}
