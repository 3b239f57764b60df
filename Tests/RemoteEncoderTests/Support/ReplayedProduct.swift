import Foundation
import JSON
import LoopbackServer
import RemoteEncoder
import TestSupport

/// Answers as a product's documentation says it answers; **not the product itself**.
///
/// The vector of an input depends on the whole input, prompts included, and on the name of the model; it is not unit
/// length, so that clients have to scale.
struct ReplayedProduct: Sendable {
  var kind: ServerKind
  var dimensions = 8
  /// Another one behind the same address gives other vectors.
  var weights: UInt64 = 1
  /// Whether the product cuts vectors when it is asked to.
  var cuts = true
  /// Whether the answers come in another order than the inputs.
  var isReordered = true

  /// The answer to a request for vectors.
  func reply(_ request: LoopbackRequest) -> LoopbackReply {
    guard let body = try? JSONParser.parse(request.body) else {
      return .json(#"{"detail":"no JSON"}"#, status: 400)
    }
    let length = cuts ? (body["dimensions"] ?? body["output_dimension"])?.int ?? dimensions : dimensions
    let isBase64 = (body["encoding_format"] ?? body["embedding_type"])?.string == "base64"
    let vectors = inputs(of: body).map { Array(vector($0).prefix(length)) }
    return .json(answer(vectors.map { Self.text($0, isBase64: isBase64) }))
  }

  /// The vector that the product gives an input.
  func vector(_ input: String) -> [Float] {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 &+ weights
    for byte in input.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    var random = SeededGenerator(seed: hash)
    return (0..<dimensions).map { _ in Float.random(in: -3...3, using: &random) }
  }

  /// What a request asks about, each input as one text.
  func inputs(of body: JSONValue) -> [String] {
    if let messages = body["messages"] { return [messages.text] }
    guard case .array(let inputs)? = body["input"] ?? body["inputs"] else { return [] }
    return inputs.map { $0.string ?? $0.text }
  }

  /// The vectors, already as JSON, in the product's answer.
  func answer(_ vectors: [String]) -> String {
    switch kind {
    case .tei: return "[" + vectors.joined(separator: ",") + "]"
    case .cohere:
      return #"{"id":"1","embeddings":{"float":["# + vectors.joined(separator: ",") + #"]},"texts":[]}"#
    default:
      let entries = vectors.enumerated().map {
        #"{"object":"embedding","index":\#($0),"embedding":\#($1)}"#
      }
      let list = (isReordered ? entries.reversed() : entries).joined(separator: ",")
      return #"{"object":"list","data":[\#(list)],"model":"m","usage":{"prompt_tokens":1,"total_tokens":1}}"#
    }
  }

  private static func text(_ vector: [Float], isBase64: Bool) -> String {
    guard isBase64 else { return "[" + vector.map { "\($0)" }.joined(separator: ",") + "]" }
    var data = Data()
    for component in vector {
      withUnsafeBytes(of: component.bitPattern.littleEndian) { data.append(contentsOf: $0) }
    }
    return "\"" + data.base64EncodedString() + "\""
  }
}

/// A replayed product on a port, and an encoder that asks it.
struct ReplayedServer {
  let server: LoopbackServer
  let ledger = LedgerPage()
  var settings: RemoteEncoderSettings

  /// Starts the product; `fault` may answer in its place.
  init(
    _ kind: ServerKind, pictures: PictureForm = .none, product: ReplayedProduct? = nil,
    fault: @escaping @Sendable (LoopbackRequest) -> LoopbackReply? = { _ in nil }
  ) throws {
    let product = product ?? ReplayedProduct(kind: kind)
    server = try LoopbackServer { fault($0) ?? product.reply($0) }
    settings = RemoteEncoderSettings(
      kind: kind, endpoint: try WebAddress(server.url), model: "m", pictures: pictures)
    settings.retries = RetryPolicy(retries: 3, firstWait: 0.001, longestWait: 0.01)
    settings.requestsAtOnce = 1
  }

  /// What an encoder needs, with this server's ledger and a clock that stands still.
  func access(key: Secret? = nil, cancellation: Cancellation = Cancellation()) -> RemoteAccess {
    RemoteAccess(
      key: key, cancellation: cancellation, usesProxies: false, clock: { 1_700_000_000 },
      ledger: { [ledger] in ledger.add($0) })
  }

  /// An encoder that has asked the server who it is.
  func connect(key: Secret? = nil) throws -> RemoteEncoder {
    try RemoteEncoder.connect(settings, access(key: key))
  }

  /// The bodies of all requests.
  var bodies: [JSONValue] {
    get throws { try server.requests.map { try JSONParser.parse($0.body) } }
  }
}
