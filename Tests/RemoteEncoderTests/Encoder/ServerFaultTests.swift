import Embeddings
import Foundation
import JSON
import LoopbackServer
import RemoteEncoder
import Testing

/// Servers that misbehave: nothing they send becomes a vector, and the message names the input.
@Suite struct ServerFaultTests {
  private static let items = ["cup", "bowl", "jug"].map { ItemText(title: $0) }

  /// The error of encoding three items when the request after the probe is answered by `reply`.
  private func failure(
    _ kind: ServerKind = .openAI, key: Secret? = nil,
    change: (inout RemoteEncoderSettings) -> Void = { _ in },
    _ reply: @escaping @Sendable (LoopbackRequest) -> LoopbackReply
  ) throws -> (error: EncoderError, requests: Int) {
    var replayed = try ReplayedServer(kind) { $0.number == 0 ? nil : reply($0) }
    change(&replayed.settings)
    let encoder = try replayed.connect(key: key)
    let error = try #require(throws: EncoderError.self) { try encoder.encode(items: Self.items) }
    return (error, replayed.server.requests.count - 1)
  }

  private static func entry(_ index: String, _ vector: String) -> String {
    #"{"index":\#(index),"embedding":\#(vector)}"#
  }

  private static let good = "[1,2,3,4,5,6,7,8]"

  @Test(
    arguments: [
      (["0", "1"], "it leaves input 3 of 3 out"), (["0", "1", "1"], "it answers input 2 twice"),
      (["0", "1", "2", "3"], "it answers an input 4, where 3 were sent"),
      (["0", "1", "-1"], "it answers an input 0, where 3 were sent"),
      (["0", "1", "null"], "entry 3 does not say by 'index' which input it answers"),
      ([], "it leaves input 1 of 3 out"),
    ] as [([String], String)])
  func everyInputIsAnsweredOnce(indices: [String], reason: String) throws {
    let data = indices.map { Self.entry($0, Self.good) }.joined(separator: ",")
    let (error, requests) = try failure { _ in .json(#"{"data":[\#(data)]}"#) }
    guard case .unavailable(let text) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(text.hasSuffix("/v1/embeddings: the answer can't be used: " + reason))
    #expect(requests == 1)
  }

  @Test(
    arguments: [
      ("[1,2,NaN,4,5,6,7,8]", "component 3 is null, not a number"),
      ("[1,2,3,4,5,6,7,-Infinity]", "component 8 is null, not a number"),
      ("[1,2,3,4,null,6,7,8]", "component 5 is null, not a number"),
      ("[1,2,3,4,1e99,6,7,8]", "component 5 is not a finite number"),
      ("[0,0,0,0,0,0,0,0]", "it is all zeros"), ("[]", "it is empty"),
      ("{}", "it is neither a list of numbers nor base64"),
      (#""AAAA""#, "it is not base64 of whole float32 numbers"),
      (#""AADAfw==""#, "component 1 is not a finite number"),
    ])
  func aVectorThatIsNoneNamesItsInput(vector: String, reason: String) throws {
    let data = [Self.entry("2", Self.good), Self.entry("0", Self.good), Self.entry("1", vector)]
    let (error, requests) = try failure { _ in .json(#"{"data":[\#(data.joined(separator: ","))]}"#) }
    guard case .unencodable(let text) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(text.hasSuffix(#"the vector of item 2 of 3 ("bowl") can't be used: "# + reason))
    #expect(requests == 1)
  }

  @Test func anotherDimensionIsNoticed() throws {
    let data = ["[1,2,3,4,5]", Self.good, Self.good].enumerated().map { Self.entry("\($0)", $1) }
    let (error, _) = try failure { _ in .json(#"{"data":[\#(data.joined(separator: ","))]}"#) }
    #expect("\(error)".contains(#"the vector of item 1 of 3 ("cup") has 5 components, expected 8"#))
  }

  @Test(arguments: [
    ("garbage", "not JSON"), ("<html>hello</html>", "not JSON"), ("", "not JSON"),
    ("[[1,2]]", "data is no list"),
    ("{}", "data is no list"), (#"{"data":[1]}"#, "entry 1 has no 'embedding'"),
  ])
  func answersOfAnotherShapeAreRefused(body: String, reason: String) throws {
    let (error, requests) = try failure { _ in .json(body) }
    #expect("\(error)".contains("the answer can't be used") && "\(error)".contains(reason))
    #expect(requests == 1)
  }

  @Test(arguments: [ServerKind.tei, .cohere]) func answersWithoutIndexHoldAsManyAsWereSent(kind: ServerKind)
    throws
  {
    let product = ReplayedProduct(kind: kind)
    for count in [0, 2, 4] {
      let answer = product.answer([String](repeating: Self.good, count: count))
      let (error, _) = try failure(kind) { _ in .json(answer) }
      #expect("\(error)".hasSuffix("it holds \(count) vectors, where 3 inputs were sent"))
    }
  }

  @Test(arguments: [400, 401, 403, 404, 415, 422, 500, 501]) func whatWillNotPassIsNotTriedAgain(status: Int)
    throws
  {
    let (error, requests) = try failure { _ in
      .json(#"{"error":{"message":"no\u001b[31m way\nat all","type":"x"}}"#, status: status)
    }
    #expect(requests == 1)
    #expect("\(error)".contains("(\(status))") && "\(error)".contains(": no [31m way at all"))
    #expect(!"\(error)".utf8.contains { $0 < 0x20 })
    let isAboutInput = [400, 415, 422].contains(status)
    if isAboutInput {
      #expect(error == .unencodable(reason: "\(error)"))
      #expect("\(error)".contains(#"item 1 of 3 ("cup") and 2 more"#))
    } else {
      #expect(error == .unavailable(reason: "\(error)"))
    }
  }

  @Test(arguments: [429, 502, 503, 504]) func whatMayPassIsTriedAgainAndThenGivenUp(status: Int) throws {
    let (error, requests) = try failure { _ in .json(#"{"detail":"busy"}"#, status: status) }
    #expect(requests == 4)
    #expect(error == .unavailable(reason: "\(error)"))
    #expect("\(error)".contains("(\(status))") && "\(error)".contains("busy"))
  }

  @Test func aServerThatAsksForALongWaitIsNotAskedAgain() throws {
    let (error, requests) = try failure { _ in .json("{}", status: 429, headers: [("Retry-After", "3600")]) }
    #expect(requests == 1)
    #expect("\(error)".contains("asked too often (429)"))
  }

  @Test func aServerThatIsStillLoadingIsWaitedFor() throws {
    let product = ReplayedProduct(kind: .llamaServer)
    let replayed = try ReplayedServer(.llamaServer, product: product) { request in
      guard [0, 1, 3].contains(request.number) else { return nil }
      return .json(
        #"{"error":{"code":503,"message":"Loading model","type":"unavailable_error"}}"#, status: 503,
        headers: [("Retry-After", "0")])
    }
    #expect(try replayed.connect().encode(query: "cup") == product.vector("cup").scaledToUnitLength())
    #expect(replayed.server.requests.count == 5)
  }

  @Test func llamaServersBatchIsExplained() throws {
    let (error, requests) = try failure(.llamaServer) { _ in
      .json(
        #"{"error":{"code":500,"message":"input (900 tokens) is too large to process. increase the physical batch size","type":"server_error"}}"#,
        status: 500)
    }
    #expect(requests == 1)
    #expect("\(error)".contains("--ubatch-size") && "\(error)".contains("900 tokens"))
  }

  @Test(arguments: [
    (ServerKind.openAI, 413, #"{"detail":"too large"}"#),
    (.tei, 413, #"{"error":"Batch size error","error_type":"validation"}"#),
    (.tei, 422, #"{"error":"batch size 8 > maximum allowed batch size 2","error_type":"Validation"}"#),
  ])
  func aBatchThatIsTooLargeIsHalvedAndRemembered(kind: ServerKind, status: Int, body: String) throws {
    let product = ReplayedProduct(kind: kind)
    let replayed = try ReplayedServer(kind, product: product) { request in
      guard let sent = try? JSONParser.parse(request.body), request.number > 0 else { return nil }
      return product.inputs(of: sent).count > 2 ? .json(body, status: status) : nil
    }
    let encoder = try replayed.connect()
    let titles = (0..<8).map { "title \($0)" }
    let expected = titles.map { product.vector($0).scaledToUnitLength() }
    #expect(try encoder.encode(items: titles.map { ItemText(title: $0) }) == expected)
    #expect(try replayed.bodies.dropFirst().map { product.inputs(of: $0).count } == [8, 4, 2, 2, 4, 2, 2])
    #expect(try encoder.encode(items: titles.map { ItemText(title: $0) }) == expected)
    #expect(try replayed.bodies.dropFirst(8).map { product.inputs(of: $0).count } == [2, 2, 2, 2])
  }

  @Test func aTextThatIsTooLargeAloneIsAnError() throws {
    let (error, requests) = try failure { _ in .json("{}", status: 413) }
    #expect("\(error)".contains(#"item 1 of 3 ("cup")"#))
    #expect(requests == 3)
  }

  @Test func aBrokenConnectionIsTriedAgain() throws {
    let product = ReplayedProduct(kind: .openAI)
    let replayed = try ReplayedServer(.openAI, product: product) { request in
      switch request.number {
      case 1: .cut(after: 40, of: [UInt8](repeating: 0x20, count: 90))
      case 2: LoopbackReply([])
      default: nil
      }
    }
    #expect(try replayed.connect().encode(query: "cup") == product.vector("cup").scaledToUnitLength())
    #expect(
      replayed.ledger.entries.map { entry in
        if case .answered(let status) = entry.outcome { status } else { 0 }
      } == [200, 0, 0, 200])
  }

  @Test func aSlowServerIsTriedAgainAndThenGivenUp() throws {
    let (error, requests) = try failure(change: {
      $0.totalSeconds = 0.2
      $0.retries.retries = 1
    }) { _ in .json("{}").delayed(30) }
    #expect(requests == 2)
    #expect("\(error)".contains("too slow"))
  }

  @Test func anEndlessAnswerIsDropped() throws {
    let (error, requests) = try failure { _ in .endless([UInt8](repeating: 0x20, count: 1 << 20)) }
    #expect(requests == 1)
    #expect("\(error)".contains("more than 67108864 bytes"))
  }

  @Test func aServerThatIsNotThereIsUnavailable() throws {
    var settings = try ReplayedServer(.openAI).settings
    settings.endpoint = try WebAddress("http://127.0.0.1:1")
    let access = RemoteAccess(usesProxies: false, clock: { 0 }, ledger: { _ in })
    let error = try #require(throws: EncoderError.self) { try RemoteEncoder.connect(settings, access) }
    #expect("\(error)".contains("http://127.0.0.1:1/v1/embeddings: nobody answers"))
  }

  @Test func neitherTextsNorTheKeyFollowARedirect() throws {
    let other = try LoopbackServer { _ in .json("{}") }
    let (error, _) = try failure(key: try Secret("sesame")) { _ in
      .answer(307, [], headers: [("Location", other.url + "/v1/embeddings")])
    }
    #expect("\(error)".contains("what is posted goes to no other host"))
    #expect(other.requests.isEmpty)
  }

  @Test func aCancelEndsTheRequestUnderWayAndTheWaits() throws {
    for reply in [
      LoopbackReply.json("{}").delayed(300), .json("{}", status: 503, headers: [("Retry-After", "50")]),
    ] {
      let cancellation = Cancellation()
      var replayed = try ReplayedServer(.openAI) { request in
        guard request.number > 0 else { return nil }
        Thread.detachNewThread { cancellation.cancel() }
        return reply
      }
      replayed.settings.retries = RetryPolicy(longestWait: 100)
      let encoder = try replayed.connect().cancellable(by: cancellation)
      #expect(throws: EncoderError.interrupted) { try encoder.encode(items: Self.items) }
      #expect(throws: EncoderError.interrupted) { try encoder.encode(query: "after") }
      #expect(replayed.server.requests.count == 2)
    }
  }
}
