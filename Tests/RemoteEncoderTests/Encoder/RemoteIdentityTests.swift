import Embeddings
import JSON
import LoopbackServer
import RemoteEncoder
import Synchronization
import Testing

/// Which model is behind an address, and whether it still is the same.
@Suite struct RemoteIdentityTests {
  private func record(_ product: ReplayedProduct) throws -> RemoteEncoderRecord {
    try ReplayedServer(product.kind, product: product).connect().record
  }

  /// The encoder of a record, at another server.
  private func open(_ record: RemoteEncoderRecord, at replayed: ReplayedServer) throws -> RemoteEncoder {
    var settings = record.settings
    settings.endpoint = replayed.settings.endpoint
    let json = JSONValue.object([
      JSONValue.Member(name: "format", value: .number("1")),
      JSONValue.Member(name: "settings", value: settings.json),
      JSONValue.Member(name: "probe", value: record.json["probe"] ?? .null),
    ])
    return try RemoteEncoder(RemoteEncoderRecord(json: json), replayed.access())
  }

  @Test func openingAsksNothingAndTheFirstTextAsksOnce() throws {
    let product = ReplayedProduct(kind: .openAI)
    let replayed = try ReplayedServer(.openAI, product: product)
    let encoder = try open(try record(product), at: replayed)
    #expect(replayed.server.requests.isEmpty)
    let copy = encoder.cancellable(by: Cancellation())
    #expect(try encoder.encode(query: "cup") == product.vector("cup").scaledToUnitLength())
    #expect(try copy.encode(query: "jug") == product.vector("jug").scaledToUnitLength())
    #expect(replayed.ledger.entries.map(\.purpose) == [.probe, .query, .query])
  }

  @Test func anotherModelBehindTheAddressIsRefusedEveryTime() throws {
    let record = try record(ReplayedProduct(kind: .openAI))
    let swapped = try ReplayedServer(.openAI, product: ReplayedProduct(kind: .openAI, weights: 2))
    let encoder = try open(record, at: swapped)
    for _ in 0..<2 {
      let error = try #require(throws: EncoderError.self) { try encoder.encode(query: "cup") }
      guard case .unavailable(let reason) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(reason.contains("is another model than when it was added"))
    }
    #expect(swapped.ledger.entries.map(\.purpose) == [.probe, .probe])
  }

  @Test func anotherLengthIsAnotherModel() throws {
    let record = try record(ReplayedProduct(kind: .openAI))
    let swapped = try ReplayedServer(.openAI, product: ReplayedProduct(kind: .openAI, dimensions: 9))
    let error = try #require(throws: EncoderError.self) { try open(record, at: swapped).encode(query: "cup") }
    #expect("\(error)".contains("gives vectors of 9 components now, 8 when it was added"))
  }

  /// Servers round differently from batch to batch.
  @Test func aLittleNoiseIsTheSameModel() throws {
    let product = ReplayedProduct(kind: .tei)
    let record = try record(product)
    let noisy = try ReplayedServer(.tei) { request in
      guard let body = try? JSONParser.parse(request.body) else { return nil }
      let vectors = product.inputs(of: body).map { text in
        product.vector(text).enumerated().map { $1 + ($0.isMultiple(of: 2) ? 0.01 : -0.01) }
      }
      return .json("\(vectors)")
    }
    let encoder = try open(record, at: noisy)
    #expect(try encoder.encode(query: "cup").count == 8)
  }

  @Test func aServerWithoutStableVectorsIsRefused() throws {
    let product = ReplayedProduct(kind: .tei)
    let restless = try ReplayedServer(.tei) { _ in
      .json("[[1,2,3],[3,2,1],[-1,2,3]]")
    }
    let error = try #require(throws: EncoderError.self) { try restless.connect() }
    #expect("\(error)".contains("the same text gives vectors with a cosine of"))
    let constant = try ReplayedServer(.tei) { _ in .json("[[1,2,3],[1,2,3],[1,2,3]]") }
    let other = try #require(throws: EncoderError.self) { try constant.connect() }
    #expect("\(other)".contains("different texts give the same vector"))
    let ragged = try ReplayedServer(.tei) { _ in .json("[[1,2,3],[1,2],[1,2,3]]") }
    #expect(throws: EncoderError.self) { try ragged.connect() }
    _ = product
  }

  @Test func picturesOfAnotherSpaceAreRefused() throws {
    let texts = ReplayedProduct(kind: .infinity)
    let pictures = ReplayedProduct(kind: .infinity, dimensions: 12)
    let replayed = try ReplayedServer(.infinity, pictures: .item) {
      $0.text.contains(#""modality":"image""#) ? pictures.reply($0) : texts.reply($0)
    }
    let error = try #require(throws: EncoderError.self) { try replayed.connect() }
    #expect("\(error)".contains("pictures have 12 components, texts 8"))
  }

  @Test func aRefusedProbeIsTheServersFault() throws {
    let replayed = try ReplayedServer(.vllm) { _ in
      .json(
        #"{"object":"error","message":"does not support matryoshka representation","code":400}"#, status: 400)
    }
    let error = try #require(throws: EncoderError.self) { try replayed.connect() }
    guard case .unavailable(let reason) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(reason.contains("does not support matryoshka representation"))
  }

  @Test func aRecordReadsBackAsItself() throws {
    var replayed = try ReplayedServer(.cohere)
    replayed.settings.retries = RetryPolicy(retries: 7)
    let record = try replayed.connect().record
    let read = try RemoteEncoderRecord(json: JSONParser.parse(Array(record.json.text.utf8)))
    #expect(read == record)
    #expect(read.fingerprint == record.fingerprint)
    #expect(read.fingerprint.count == 64)
  }

  @Test(arguments: [
    #"{}"#, #"{"format":2}"#, #"{"format":1,"probe":"AACAPw=="}"#,
    #"{"format":1,"probe":"!","settings":{"kind":"tei","endpoint":"http://localhost","model":"m"}}"#,
    #"{"format":1,"probe":"AACAPw==","settings":{"kind":"tei","endpoint":"http://localhost","model":"m","dimensions":2}}"#,
  ])
  func aDamagedRecordIsRefused(text: String) throws {
    #expect(throws: RemoteSettingsError.self) {
      try RemoteEncoderRecord(json: JSONParser.parse(Array(text.utf8)))
    }
  }

  @Test func theFingerprintCoversWhatDeterminesVectorsAndNothingElse() throws {
    let base = try record(ReplayedProduct(kind: .openAI))
    func fingerprint(_ change: (inout RemoteEncoderSettings) -> Void) throws -> String {
      var settings = base.settings
      change(&settings)
      let json = JSONValue.object([
        JSONValue.Member(name: "format", value: .number("1")),
        JSONValue.Member(name: "settings", value: settings.json),
        JSONValue.Member(name: "probe", value: base.json["probe"] ?? .null),
      ])
      return try RemoteEncoderRecord(json: json).fingerprint
    }
    let elsewhere = try WebAddress("https://elsewhere.example")
    let same: [(inout RemoteEncoderSettings) -> Void] = [
      { $0.batch = 3 }, { $0.key = .environment("KEY") }, { $0.totalSeconds = 9 }, { $0.truncations = [4] },
      { $0.dimensions = 8 }, { $0.requestsAtOnce = 5 }, { $0.asksForBase64 = true },
    ]
    for change in same { #expect(try fingerprint(change) == base.fingerprint) }
    #expect(
      try fingerprint { $0.endpoint = elsewhere } == base.fingerprint)
    let other: [(inout RemoteEncoderSettings) -> Void] = [
      { $0.model = "n" }, { $0.dimensions = 4 }, { $0.prompts.query = .prefix("query: ") },
      { $0.kind = .vllm },
      { $0.cutsLongTexts = false },
    ]
    for change in other { #expect(try fingerprint(change) != base.fingerprint) }
    let swapped = try record(ReplayedProduct(kind: .openAI, weights: 2))
    #expect(swapped.fingerprint != base.fingerprint)
    #expect(!swapped.isSameModel(as: base))
    #expect(base.isSameModel(as: base))
  }
}
