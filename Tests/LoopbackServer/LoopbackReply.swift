/// What a connection does in answer to a request.
package struct LoopbackReply: Sendable {
  /// One thing after the other.
  package enum Step: Sendable {
    /// Sends bytes.
    case send([UInt8])
    /// Waits so many seconds, or until the client goes.
    case wait(Double)
    /// Sends bytes again and again until the client goes.
    case sendForever([UInt8])
  }

  /// What is done.
  package var steps: [Step]
  /// Whether the connection serves another request afterwards; otherwise it is closed.
  package var keepsConnection = false

  /// Does these things, then closes.
  package init(_ steps: [Step]) {
    self.steps = steps
  }

  /// A whole answer.
  package static func answer(
    _ status: Int, _ body: [UInt8], headers: [(String, String)] = [], keepsConnection: Bool = true
  ) -> LoopbackReply {
    let length = [
      ("Content-Length", "\(body.count)"), ("Connection", keepsConnection ? "keep-alive" : "close"),
    ]
    var reply = LoopbackReply([.send(head(status, headers + length) + body)])
    reply.keepsConnection = keepsConnection
    return reply
  }

  /// A whole answer of JSON.
  package static func json(_ text: String, status: Int = 200, headers: [(String, String)] = [])
    -> LoopbackReply
  {
    answer(status, Array(text.utf8), headers: headers + [("Content-Type", "application/json")])
  }

  /// An answer whose body ends after `count` bytes, though the head announces all.
  package static func cut(
    after count: Int, of body: [UInt8], status: Int = 200, headers: [(String, String)] = []
  ) -> LoopbackReply {
    let length = [("Content-Length", "\(body.count)")]
    return LoopbackReply([.send(head(status, headers + length) + body.prefix(count))])
  }

  /// A body without length that never ends.
  package static func endless(_ piece: [UInt8]) -> LoopbackReply {
    LoopbackReply([.send(head(200, [("Connection", "close")])), .sendForever(piece)])
  }

  /// The same after a wait.
  package func delayed(_ seconds: Double) -> LoopbackReply {
    var reply = self
    reply.steps.insert(.wait(seconds), at: 0)
    return reply
  }

  /// A status line and headers, with the blank line that ends them.
  package static func head(_ status: Int, _ headers: [(String, String)]) -> [UInt8] {
    var text = "HTTP/1.1 \(status) Status\r\n"
    for (name, value) in headers { text += "\(name): \(value)\r\n" }
    return Array((text + "\r\n").utf8)
  }
}
