/// A question to a server.
package struct HTTPRequest: Sendable {
  /// Where it goes.
  package var address: WebAddress
  /// What stands in its head besides what the client adds.
  package var headers: [HTTPHeader]
  /// Shown to `address`'s own origin only, whatever redirects say.
  package var key: Secret?
  /// What is posted; `nil` asks for the resource (GET).
  package var body: [UInt8]?
  /// How long it may take.
  package var limits: HTTPLimits

  /// Makes a question.
  package init(
    _ address: WebAddress, headers: [HTTPHeader] = [], key: Secret? = nil, body: [UInt8]? = nil,
    limits: HTTPLimits = HTTPLimits()
  ) {
    self.address = address
    self.headers = headers
    self.key = key
    self.body = body
    self.limits = limits
  }

  /// Posts JSON.
  package static func json(
    _ body: [UInt8], to address: WebAddress, key: Secret?, limits: HTTPLimits
  ) -> HTTPRequest {
    let headers = [HTTPHeader("Content-Type", "application/json"), HTTPHeader("Accept", "application/json")]
    return HTTPRequest(address, headers: headers, key: key, body: body, limits: limits)
  }
}

/// An answer that came whole, whatever its status.
package struct HTTPResponse: Hashable, Sendable {
  /// The status and headers.
  package let head: HTTPHead
  /// The body, uncompressed.
  package let body: [UInt8]
}
