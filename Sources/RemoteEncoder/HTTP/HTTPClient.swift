internal import CHTTP

/// Asks servers over HTTP and HTTPS, on the calling thread.
///
/// Certificates are verified, always. Redirects are followed only where nothing private goes astray: a question that
/// posts stays with its origin, one that fetches never goes from https to http, and the key is shown to the first
/// address's origin alone. Connections are kept for the next question. May be used from several threads at once; an
/// exchange under way holds its thread, so it belongs on one of the caller's own. A cancellation is noticed within a
/// tenth of a second.
package final class HTTPClient: Sendable {
  /// What holds for all questions of a client.
  package struct Options: Hashable, Sendable {
    /// How the client names itself.
    package var userAgent: String
    /// A file of certificate authorities to trust (PEM) instead of the system's.
    package var authorities: String?
    /// Whether `http_proxy`, `https_proxy` and `no_proxy` in the environment count.
    package var usesProxies: Bool

    /// Makes options.
    package init(userAgent: String = "assay", authorities: String? = nil, usesProxies: Bool = true) {
      self.userAgent = userAgent
      self.authorities = authorities
      self.usesProxies = usesProxies
    }
  }

  private static let mostRedirects = 5
  /// A redirect may explain itself, but not for ever.
  private static let mostRedirectBytes = 1 << 20

  /// Told where every request went, redirects included, and which status answered it or why none did; on the asking thread.
  package typealias Witness = @Sendable (_ address: WebAddress, _ outcome: Result<Int, HTTPError>) -> Void

  private let options: Options
  private let witness: Witness?
  nonisolated(unsafe) private let client: OpaquePointer?  // guarded by a lock of its own

  /// Makes a client; nothing is loaded or opened before the first question.
  package init(_ options: Options = Options(), witness: Witness? = nil) {
    self.options = options
    self.witness = witness
    client = assay_http_client_new()
  }

  deinit {
    if let client { assay_http_client_free(client) }
  }

  /// Asks and waits for the whole answer, whatever its status.
  /// - Throws: `HTTPError` when no whole answer came.
  package func send(
    _ request: HTTPRequest, cancellation: Cancellation? = nil
  ) throws(HTTPError) -> HTTPResponse {
    let limit = request.limits.answerBytes
    var body: [UInt8] = []
    var isTooLarge = false
    let head: HTTPHead
    do {
      head = try follow(request, compressed: true, cancellation: cancellation) { _, bytes in
        isTooLarge = bytes.count > limit - body.count
        if !isTooLarge { body.append(contentsOf: bytes) }
        return !isTooLarge
      }
    } catch {
      throw isTooLarge ? .tooLarge(request.address.description, limit: limit) : error
    }
    return HTTPResponse(head: head, body: body)
  }

  /// Asks, goes where redirects lead as far as they may, and hands the body of the last answer to `sink`.
  func follow(
    _ request: HTTPRequest, compressed: Bool, cancellation: Cancellation?, sink: @escaping HTTPExchange.Sink
  ) throws(HTTPError) -> HTTPHead {
    var hop = request
    for _ in 0...Self.mostRedirects {
      var dropped = 0
      let head = try exchange(hop, compressed: compressed, cancellation: cancellation) { head, bytes in
        guard head.isRedirect else { return sink(head, bytes) }
        dropped += bytes.count
        return dropped <= Self.mostRedirectBytes
      }
      guard head.isRedirect, let location = head["Location"] else { return head }
      let target = try hop.address.redirected(to: location)
      try Self.checkRedirect(of: hop, with: head.status, to: target)
      hop.address = target
      if target.origin != request.address.origin { hop.key = nil }
    }
    throw .redirected(
      request.address.description, to: hop.address.description,
      reason: "more than \(Self.mostRedirects) times")
  }

  private static func checkRedirect(
    of request: HTTPRequest, with status: Int, to target: WebAddress
  ) throws(HTTPError) {
    let refuse: (String) -> HTTPError = {
      .redirected(request.address.description, to: target.description, reason: $0)
    }
    if request.address.isEncrypted, !target.isEncrypted { throw refuse("that way is not encrypted") }
    guard request.body != nil else { return }
    guard target.origin == request.address.origin else {
      throw refuse("what is posted goes to no other host; use that address if it is the right one")
    }
    guard [307, 308].contains(status) else {
      throw refuse("it expects no posts (\(status)); use that address if it is the right one")
    }
  }

  private func exchange(
    _ request: HTTPRequest, compressed: Bool, cancellation: Cancellation?, sink: @escaping HTTPExchange.Sink
  ) throws(HTTPError) -> HTTPHead {
    let result = Result { () throws(HTTPError) in
      try perform(request, compressed: compressed, cancellation: cancellation, sink: sink)
    }
    witness?(request.address, result.map(\.status))
    return try result.get()
  }

  private func perform(
    _ request: HTTPRequest, compressed: Bool, cancellation: Cancellation?, sink: @escaping HTTPExchange.Sink
  ) throws(HTTPError) -> HTTPHead {
    guard let client else { throw .noLibrary(reason: "out of memory") }
    let exchange = HTTPExchange(cancellation: cancellation, sink: sink)
    var words = assay_http_words()
    let outcome = withCRequest(request) { raw in
      raw.accepts_compression = compressed
      exchange.listen(to: &raw)
      return withExtendedLifetime(exchange) { assay_http_perform(client, &raw, &words) }
    }
    let reason = withUnsafeBytes(of: words.text) {
      ServerText(String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self))
    }
    try Self.check(outcome, of: request, reason: reason.shown)
    return exchange.head
  }

  /// Lays a request out for the adapter; all its memory lives while `body` runs.
  private func withCRequest(
    _ request: HTTPRequest, _ body: (inout assay_http_request) -> assay_http_outcome
  ) -> assay_http_outcome {
    // libcurl would ask before it sends a large body, and wait a second for servers that don't know the question.
    var headers = request.headers + (request.key.map { [$0.bearer] } ?? [])
    headers.append(HTTPHeader("Expect", ""))
    let lines = CStrings(headers.map { "\($0.name):\($0.value.isEmpty ? "" : " ")\($0.value)" })
    let texts = CStrings(
      [request.address.text, options.userAgent] + (options.authorities.map { [$0] } ?? []))
    let limits = request.limits
    return lines.withPointers { lines in
      texts.withPointers { texts in
        var raw = assay_http_request()
        raw.url = texts[0]
        raw.user_agent = texts[1]
        raw.authorities = texts.count > 2 ? texts[2] : nil
        raw.headers = lines.baseAddress
        raw.header_count = lines.count
        raw.uses_proxies = options.usesProxies
        raw.connect_milliseconds = Int((limits.connect * 1000).rounded(.up))
        raw.total_milliseconds = limits.total.map { Int(($0 * 1000).rounded(.up)) } ?? 0
        raw.stall_seconds = limits.stall ?? 0
        guard let posted = request.body else { return body(&raw) }
        return posted.withUnsafeBytes { bytes in
          // An empty array may have no address, which would read as no body at all.
          withUnsafeBytes(of: UInt8(0)) { nothing in
            raw.body = bytes.baseAddress ?? nothing.baseAddress
            raw.body_count = bytes.count
            return body(&raw)
          }
        }
      }
    }
  }

  private static func check(
    _ outcome: assay_http_outcome, of request: HTTPRequest, reason: String
  ) throws(HTTPError) {
    let address = request.address.description
    switch outcome {
    case ASSAY_HTTP_DONE: return
    case ASSAY_HTTP_NO_LIBRARY: throw .noLibrary(reason: reason)
    case ASSAY_HTTP_BAD_ADDRESS: throw .badAddress(address, reason: reason)
    case ASSAY_HTTP_UNRESOLVED: throw .unresolved(address, reason: reason)
    case ASSAY_HTTP_REFUSED: throw .refused(address, reason: reason)
    case ASSAY_HTTP_UNTRUSTED: throw .untrusted(address, reason: reason)
    case ASSAY_HTTP_TIMED_OUT: throw .timedOut(address, reason: reason)
    case ASSAY_HTTP_CUT: throw .cut(address, reason: reason)
    case ASSAY_HTTP_STOPPED: throw .interrupted
    default: throw .failed(address, reason: reason.isEmpty ? "the exchange failed" : reason)
    }
  }
}
