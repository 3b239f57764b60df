import Embeddings
import LoopbackServer
import RemoteEncoder
import TestSupport
import Testing

@Suite struct RemoteEncoderTests {
  @Test(
    arguments: [
      (.openAI, .none), (.llamaServer, .none), (.tei, .none), (.vllm, .none), (.vllm, .message),
      (.vllm, .conversation),
      (.infinity, .item), (.jina, .item), (.cohere, .item),
    ] as [(ServerKind, PictureForm)])
  func conformsWithEveryProductsShapes(kind: ServerKind, pictures: PictureForm) async throws {
    let replayed = try ReplayedServer(kind, pictures: pictures)
    #expect(try await EncoderConformance(replayed.connect()).violations() == [])
  }

  @Test(arguments: [false, true]) func vectorsAreTheServersScaled(isBase64: Bool) throws {
    let product = ReplayedProduct(kind: .openAI, dimensions: 5)
    var replayed = try ReplayedServer(.openAI, product: product)
    replayed.settings.asksForBase64 = isBase64
    let encoder = try replayed.connect()
    #expect(encoder.card.dimensions == [5])
    #expect(try encoder.encode(query: "red") == product.vector("red").scaledToUnitLength())
  }

  /// The server may ignore what it is asked for: the cut and the scaling are done here.
  @Test(arguments: [true, false]) func vectorsAreCutToTheLengthOfTheSettings(serverCuts: Bool) throws {
    let product = ReplayedProduct(kind: .vllm, cuts: serverCuts)
    var replayed = try ReplayedServer(.vllm, product: product)
    replayed.settings.dimensions = 6
    replayed.settings.truncations = [4, 2, 6]
    let encoder = try replayed.connect()
    #expect(encoder.card.dimensions == [2, 4, 6])
    #expect(encoder.card.isMatryoshka)
    #expect(try encoder.encode(query: "red") == Array(product.vector("red").prefix(6)).scaledToUnitLength())
  }

  @Test func moreComponentsThanTheServerGivesAreRefused() throws {
    var replayed = try ReplayedServer(.llamaServer)
    replayed.settings.dimensions = 9
    let error = try #require(throws: EncoderError.self) { try replayed.connect() }
    #expect("\(error)".contains("gives 8 components, the settings ask for 9"))
  }

  @Test func textsGoInBatchesAndComeBackInTheirOrder() throws {
    let product = ReplayedProduct(kind: .openAI)
    var replayed = try ReplayedServer(.openAI, product: product)
    replayed.settings.batch = 4
    replayed.settings.requestsAtOnce = 3
    let encoder = try replayed.connect()
    let titles = (0..<30).map { $0.isMultiple(of: 7) ? "" : "title \($0)" }
    let vectors = try encoder.encode(items: titles.map { ItemText(title: $0) })
    for (title, vector) in zip(titles, vectors) {
      #expect(
        vector
          == (title.isEmpty ? [Float](repeating: 0, count: 8) : product.vector(title).scaledToUnitLength()))
    }
    let counts = try replayed.bodies.dropFirst().map { product.inputs(of: $0).count }
    #expect(counts.sorted() == [1, 4, 4, 4, 4, 4, 4])
  }

  @Test func aRequestHoldsNoMoreBytesThanTheServerTakes() throws {
    var replayed = try ReplayedServer(.tei)
    replayed.settings.requestBytes = 2000
    let encoder = try replayed.connect()
    let items = (0..<12).map {
      ItemText(title: "\($0) " + String(repeating: "x", count: $0 == 5 ? 5000 : 700))
    }
    _ = try encoder.encode(items: items)
    let sizes = replayed.server.requests.dropFirst().map(\.body.count)
    #expect(sizes.filter { $0 > 2000 }.count == 1, "the one that is too long alone")
    #expect(sizes.count == 7)
  }

  @Test func infinityGetsAtMost32WhateverTheSettingsSay() throws {
    let product = ReplayedProduct(kind: .infinity)
    var replayed = try ReplayedServer(.infinity, product: product)
    replayed.settings.batch = 100
    _ = try replayed.connect().encode(items: (0..<70).map { ItemText(title: "\($0)") })
    #expect(try replayed.bodies.dropFirst().map { product.inputs(of: $0).count } == [32, 32, 6])
  }

  @Test func emptyTextsAreNotSent() throws {
    let replayed = try ReplayedServer(.openAI)
    let encoder = try replayed.connect()
    _ = try encoder.encode(items: [ItemText(title: " \n"), ItemText(title: "")])
    _ = try encoder.encode(query: "\u{3000}\t")
    #expect(replayed.server.requests.count == 1, "the probe")
  }

  @Test func picturesAreRefusedWhereTheServerTakesNone() throws {
    let replayed = try ReplayedServer(.tei)
    let encoder = try replayed.connect()
    #expect(encoder.card.modalities == [.text])
    #expect(throws: EncoderError.self) {
      try encoder.encode(picture: PixelImage(width: 1, height: 1, pixels: [1, 2, 3]))
    }
    #expect(replayed.server.requests.count == 1, "the probe")
  }
}
