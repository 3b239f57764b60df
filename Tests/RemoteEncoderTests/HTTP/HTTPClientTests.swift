import Foundation
import LoopbackServer
import RemoteEncoder
import Testing

@Suite struct HTTPClientTests {
  private let client = HTTPClient(HTTPClient.Options(usesProxies: false))

  private func limits(total: Double? = 20, stall: Int? = nil, answerBytes: Int = 1 << 20) -> HTTPLimits {
    HTTPLimits(connect: 5, total: total, stall: stall, answerBytes: answerBytes)
  }

  @Test func sendsTheBodyAndGivesTheAnswerBack() throws {
    let server = try LoopbackServer { .json(#"{"heard":"\#($0.body.count)"}"#, headers: [("X-Mark", "é")]) }
    let body = [UInt8](repeating: 7, count: 3_000_000)
    let request = try HTTPRequest.json(
      body, to: WebAddress(server.url + "/v1?q=1"), key: Secret(" sesame\n"), limits: limits())
    let response = try client.send(request)
    #expect(response.head.status == 200)
    #expect(response.head["x-MARK"] == "é")
    #expect(String(decoding: response.body, as: UTF8.self) == #"{"heard":"3000000"}"#)
    let heard = try #require(server.requests.first)
    #expect(heard.method == "POST")
    #expect(heard.target == "/v1?q=1")
    #expect(heard.body == body)
    #expect(heard.headers["authorization"] == "Bearer sesame")
    #expect(heard.headers["content-type"] == "application/json")
    #expect(heard.headers["expect"] == nil)
  }

  @Test func keepsTheConnectionForTheNextQuestion() throws {
    let server = try LoopbackServer { .json("\($0.number)") }
    for number in 0..<5 {
      let response = try client.send(HTTPRequest(WebAddress(server.url), limits: limits()))
      #expect(String(decoding: response.body, as: UTF8.self) == "\(number)")
    }
    #expect(server.requests.map(\.connection) == [0, 0, 0, 0, 0])
  }

  @Test func anyStatusIsAnAnswer() throws {
    let server = try LoopbackServer { _ in .json("{}", status: 418) }
    #expect(try client.send(HTTPRequest(WebAddress(server.url))).head.status == 418)
  }

  @Test func uncompressesWhatCameCompressed() throws {
    // printf hello | gzip -n9, as bytes.
    let zipped: [UInt8] = [
      0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0, 0x02, 0x03, 0xcb, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00, 0x86, 0xa6, 0x10,
      0x36,
      0x05, 0, 0, 0,
    ]
    let server = try LoopbackServer { _ in .answer(200, zipped, headers: [("Content-Encoding", "gzip")]) }
    #expect(try client.send(HTTPRequest(WebAddress(server.url))).body == Array("hello".utf8))
  }

  @Test func aDeadPortIsRefused() throws {
    let url = try LoopbackServer { _ in .json("{}") }.url
    let error = try #require(throws: HTTPError.self) { try client.send(HTTPRequest(WebAddress(url))) }
    guard case .refused(let address, _) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(address == url)
    #expect("\(error)".contains("check that the server runs"))
  }

  @Test func anUnknownHostIsUnresolved() throws {
    let address = try WebAddress("http://no-such-host.invalid/")
    let error = try #require(throws: HTTPError.self) { try client.send(HTTPRequest(address)) }
    guard case .unresolved = error else {
      Issue.record("\(error)")
      return
    }
  }

  @Test func aSlowServerTimesOut() throws {
    let server = try LoopbackServer { _ in .json("{}").delayed(30) }
    let request = HTTPRequest(try WebAddress(server.url), limits: limits(total: 0.3))
    let error = try #require(throws: HTTPError.self) { try client.send(request) }
    guard case .timedOut = error else {
      Issue.record("\(error)")
      return
    }
    #expect(error.isPassing)
  }

  @Test func aServerThatStallsInTheMiddleTimesOut() throws {
    let server = try LoopbackServer { _ in
      LoopbackReply([.send(LoopbackReply.head(200, [("Content-Length", "9")]) + [1]), .wait(60)])
    }
    let request = HTTPRequest(try WebAddress(server.url), limits: limits(total: nil, stall: 1))
    let error = try #require(throws: HTTPError.self) { try client.send(request) }
    guard case .timedOut = error else {
      Issue.record("\(error)")
      return
    }
  }

  @Test func anAnswerThatBreaksOffIsAnError() throws {
    let server = try LoopbackServer { request in
      request.target == "/cut" ? .cut(after: 3, of: Array("12345".utf8)) : LoopbackReply([])
    }
    for path in ["/cut", "/nothing"] {
      let error = try #require(throws: HTTPError.self) {
        try client.send(HTTPRequest(WebAddress(server.url + path)))
      }
      guard case .cut = error else {
        Issue.record("\(path): \(error)")
        continue
      }
    }
  }

  @Test func anEndlessAnswerIsDropped() throws {
    let server = try LoopbackServer { _ in .endless([UInt8](repeating: 65, count: 10_000)) }
    let request = HTTPRequest(try WebAddress(server.url), limits: limits(answerBytes: 100_000))
    #expect(throws: HTTPError.tooLarge(server.url, limit: 100_000)) { try client.send(request) }
  }

  @Test func anAnswerOfExactlyTheLimitIsTaken() throws {
    let server = try LoopbackServer { _ in .answer(200, [UInt8](repeating: 65, count: 1000)) }
    let request = HTTPRequest(try WebAddress(server.url), limits: limits(answerBytes: 1000))
    #expect(try client.send(request).body.count == 1000)
  }

  @Test func anotherThreadCancelsAWait() throws {
    let cancellation = Cancellation()
    let server = try LoopbackServer { _ in
      cancellation.cancel()
      return .json("{}").delayed(300)
    }
    let request = HTTPRequest(try WebAddress(server.url), limits: limits(total: nil))
    #expect(throws: HTTPError.interrupted) { try client.send(request, cancellation: cancellation) }
  }

  @Test func severalThreadsAskAtOnce() async throws {
    let server = try LoopbackServer { .json($0.target).delayed(0.02) }
    let client = client
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 0..<24 {
        group.addTask {
          let response = try client.send(HTTPRequest(WebAddress("\(server.url)/\(number)")))
          return String(decoding: response.body, as: UTF8.self) == "/\(number)"
        }
      }
      for try await isRight in group { #expect(isRight) }
    }
  }
}
