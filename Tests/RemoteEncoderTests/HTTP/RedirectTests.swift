import LoopbackServer
import RemoteEncoder
import Testing

@Suite struct RedirectTests {
  private let client = HTTPClient(HTTPClient.Options(usesProxies: false))

  private static func redirect(_ status: Int, to location: String) -> LoopbackReply {
    .answer(status, Array("elsewhere".utf8), headers: [("Location", location)])
  }

  @Test func theKeyStaysWithItsOrigin() throws {
    let other = try LoopbackServer { _ in .json("there") }
    let server = try LoopbackServer {
      Self.redirect(302, to: $0.target == "/" ? "/again" : other.url + "/file")
    }
    let request = HTTPRequest(try WebAddress(server.url + "/"), key: try Secret("sesame"))
    let response = try client.send(request)
    #expect(String(decoding: response.body, as: UTF8.self) == "there")
    #expect(server.requests.map { $0.headers["authorization"] } == ["Bearer sesame", "Bearer sesame"])
    #expect(other.requests.map { $0.headers["authorization"] } == [nil])
  }

  @Test func theKeyDoesNotComeBackFromAnotherHost() throws {
    let server = try LoopbackServer { request in
      guard request.target == "/" else { return .json("back") }
      return Self.redirect(302, to: "http://localhost:\(request.port)/middle")
    }
    let request = HTTPRequest(try WebAddress(server.url + "/"), key: try Secret("sesame"))
    _ = try client.send(request)
    #expect(server.requests.map { $0.headers["authorization"] != nil } == [true, false])
  }

  @Test(arguments: [301, 302, 303, 307, 308])
  func nothingIsPostedToAnotherHost(status: Int) throws {
    let other = try LoopbackServer { _ in .json("{}") }
    let server = try LoopbackServer { _ in Self.redirect(status, to: other.url + "/x?token=1") }
    let request = HTTPRequest.json([1], to: try WebAddress(server.url), key: nil, limits: HTTPLimits())
    let error = try #require(throws: HTTPError.self) { try client.send(request) }
    #expect(
      error
        == .redirected(
          server.url, to: other.url + "/x?…",
          reason: "what is posted goes to no other host; use that address if it is the right one"))
    #expect(other.requests.isEmpty)
  }

  @Test func aPostIsRepeatedOnItsOwnOriginOnlyWhereItStaysAPost() throws {
    let server = try LoopbackServer { request in
      switch request.target {
      case "/308": Self.redirect(308, to: "/end")
      case "/302": Self.redirect(302, to: "/end")
      default: .json("\(request.method) \(request.text)")
      }
    }
    func post(_ path: String) throws -> HTTPResponse {
      let address = try WebAddress(server.url + path)
      return try client.send(.json(Array("abc".utf8), to: address, key: nil, limits: HTTPLimits()))
    }
    #expect(String(decoding: try post("/308").body, as: UTF8.self) == "POST abc")
    #expect(throws: HTTPError.self) { try post("/302") }
    #expect(server.requests.map(\.target) == ["/308", "/end", "/302"])
  }

  @Test func aCircleEnds() throws {
    let server = try LoopbackServer { _ in Self.redirect(302, to: "/") }
    #expect(throws: HTTPError.redirected(server.url + "/", to: server.url + "/", reason: "more than 5 times"))
    {
      try client.send(HTTPRequest(try WebAddress(server.url + "/")))
    }
    #expect(server.requests.count == 6)
  }

  @Test(arguments: ["file:///etc/passwd", "ftp://127.0.0.1/", "http://me:pass@127.0.0.1/", "http://"])
  func onlyTheWebIsFollowed(location: String) throws {
    let server = try LoopbackServer { _ in Self.redirect(302, to: location) }
    let error = try #require(throws: HTTPError.self) { try client.send(HTTPRequest(WebAddress(server.url))) }
    guard case .badAddress = error else {
      Issue.record("\(error)")
      return
    }
    #expect(!"\(error)".contains("pass@"))
  }
}
