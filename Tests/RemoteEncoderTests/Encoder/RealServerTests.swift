import Embeddings
import Foundation
import JSON
import RemoteEncoder
import TestSupport
import Testing

/// Against a server program that really runs, at the address in `ASSAY_REMOTE_URL`.
///
/// `ASSAY_REMOTE_KIND` (`openai` unless set) and `ASSAY_REMOTE_MODEL` say how it is asked. A miniature for it is made by
/// `Assets/Tools/encoder-fixtures/gguf_miniature.py`.
@Suite(
  .enabled(if: RealServer.url != nil, "needs ASSAY_REMOTE_URL, the address of a running embedding server"))
struct RealServerTests {
  @Test func itsVectorsKeepEveryPromise() async throws {
    let server = try RealServer()
    let encoder = try server.connect()
    #expect(try await EncoderConformance(encoder).violations() == [])
    #expect(server.ledger.entries.allSatisfy { $0.outcome == .answered(status: 200) })
  }

  @Test func manyTextsComeBackInTheirOrder() throws {
    var server = try RealServer()
    server.settings.batch = 8
    let encoder = try server.connect()
    var random = SeededGenerator(seed: 3)
    let words = ["red", "blue", "green", "mug", "cup", "bowl", "shoe", "shirt", "wool", "cotton", "10", "x"]
    let titles = (0..<100).map { number in
      (0..<Int.random(in: 1...12, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
        .joined(separator: " ") + " \(number)"
    }
    let together = try encoder.encode(items: titles.map { ItemText(title: $0) })
    for index in stride(from: 0, to: titles.count, by: 9) {
      let alone = try encoder.encode(item: ItemText(title: titles[index]))
      let difference = zip(alone, together[index]).map { abs($0 - $1) }.max() ?? 1
      #expect(difference <= 1e-5, "\(titles[index])")
    }
    #expect(Set(together).count == titles.count)
  }

  @Test func aShorterLengthIsAPrefixScaled() throws {
    var server = try RealServer()
    let whole = try server.connect()
    let length = (whole.card.dimensions.last ?? 2) / 2
    server.settings.dimensions = length
    let half = try server.connect()
    let expected = Array(try whole.encode(query: "red mug").prefix(length)).scaledToUnitLength()
    let found = try half.encode(query: "red mug")
    #expect(found.count == length)
    #expect(zip(found, expected).allSatisfy { abs($0 - $1) <= 1e-5 })
  }

  @Test func itsRecordIsRecognised() throws {
    let server = try RealServer()
    let record = try RemoteEncoderRecord(json: server.connect().record.json)
    let encoder = try RemoteEncoder(record, server.access)
    #expect(try encoder.encode(query: "red mug").count == record.dimensions)
    #expect(server.ledger.entries.map(\.purpose) == [.probe, .probe, .query])
  }
}

/// The server that the environment names.
private struct RealServer {
  static var url: String? { ProcessInfo.processInfo.environment["ASSAY_REMOTE_URL"] }

  let ledger = LedgerPage()
  var settings: RemoteEncoderSettings

  init() throws {
    let environment = ProcessInfo.processInfo.environment
    let kind = try #require(ServerKind(rawValue: environment["ASSAY_REMOTE_KIND"] ?? "openai"))
    settings = RemoteEncoderSettings(
      kind: kind, endpoint: try WebAddress(Self.url ?? ""),
      model: environment["ASSAY_REMOTE_MODEL"] ?? "miniature")
  }

  var access: RemoteAccess {
    RemoteAccess(
      usesProxies: false, clock: { Date().timeIntervalSince1970 }, ledger: { [ledger] in ledger.add($0) })
  }

  func connect() throws -> RemoteEncoder { try RemoteEncoder.connect(settings, access) }
}
