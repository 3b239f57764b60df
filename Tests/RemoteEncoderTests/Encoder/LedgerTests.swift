import Embeddings
import JSON
import LoopbackServer
import RemoteEncoder
import Testing

/// What is noted down about what left the machine.
@Suite struct LedgerTests {
  private static let picture = PixelImage(width: 1, height: 1, pixels: [1, 2, 3])

  @Test func everyRequestIsNotedRetriesIncluded() throws {
    let replayed = try ReplayedServer(.infinity, pictures: .item) { request in
      request.number == 2 ? .json("{}", status: 503, headers: [("Retry-After", "0")]) : nil
    }
    let encoder = try replayed.connect()
    _ = try encoder.encode(query: "a secret query")
    _ = try encoder.encode(items: ["cup", "", "bowl"].map { ItemText(title: $0) })
    _ = try encoder.encode(pictures: [Self.picture, Self.picture])
    let entries = replayed.ledger.entries
    #expect(entries.map(\.purpose) == [.probe, .probe, .query, .query, .items, .pictures])
    #expect(entries.map(\.texts) == [3, 0, 1, 1, 2, 0])
    #expect(entries.map(\.pictures) == [0, 1, 0, 0, 0, 2])
    #expect(entries.map(\.bytes) == replayed.server.requests.map(\.body.count))
    #expect(entries.map(\.outcome) == [200, 200, 503, 200, 200, 200].map { .answered(status: $0) })
    #expect(Set(entries.map(\.origin)) == [replayed.server.url])
    #expect(Set(entries.map(\.time)) == [1_700_000_000])
    #expect(!"\(entries)".contains("secret") && !"\(entries)".contains("cup"))
  }

  @Test func whatFailsIsNotedToo() throws {
    let replayed = try ReplayedServer(.openAI) { _ in LoopbackReply([]) }
    #expect(throws: EncoderError.self) { try replayed.connect() }
    #expect(replayed.ledger.entries.count == 4)
    for entry in replayed.ledger.entries {
      guard case .failed(let reason) = entry.outcome else {
        Issue.record("\(entry)")
        return
      }
      #expect(reason.contains("ended too early"))
    }
  }

  @Test func theKeyIsSentAndNeverShown() throws {
    let key = try Secret("sesame-1234")
    let replayed = try ReplayedServer(.openAI) { request in
      request.number == 0 ? nil : .json(#"{"error":{"message":"bad key"}}"#, status: 401)
    }
    let encoder = try replayed.connect(key: key)
    let error = try #require(throws: EncoderError.self) { try encoder.encode(query: "cup") }
    #expect(
      replayed.server.requests.map { $0.headers["authorization"] == "Bearer sesame-1234" } == [true, true])
    var dumped = ""
    dump(encoder, to: &dumped)
    dump(replayed.access(key: key), to: &dumped)
    for text in [
      "\(error)", "\(encoder)", dumped, "\(replayed.ledger.entries)", encoder.record.json.text,
      "\(replayed.access(key: key))",
    ] {
      #expect(!text.contains("sesame"))
    }
  }
}
