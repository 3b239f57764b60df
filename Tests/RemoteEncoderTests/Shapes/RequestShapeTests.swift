import Embeddings
import JSON
import LoopbackServer
import RemoteEncoder
import Testing

/// What is sent to each product, against its documentation; the products themselves are not here.
@Suite struct RequestShapeTests {
  private static let mug = ItemText(title: "Red mug", brand: "Maison", text: ["For tea."])
  private static let picture = PixelImage(width: 2, height: 1, pixels: [255, 0, 0, 0, 0, 255])

  /// The last request's route and body, pictures replaced by a word.
  private func sent(
    _ kind: ServerKind, pictures: PictureForm = .none, prompts: RolePrompts = RolePrompts(),
    change: (inout RemoteEncoderSettings) -> Void = { _ in },
    _ encode: (RemoteEncoder) throws -> Void
  ) throws -> (route: String, body: String) {
    var replayed = try ReplayedServer(kind, pictures: pictures)
    replayed.settings.prompts = prompts
    change(&replayed.settings)
    try encode(replayed.connect())
    let body = try #require(try replayed.bodies.last)
    let text = body.text.replacing(/(data:image\/png;base64,)?iVBORw0KGgo[A-Za-z0-9+\/]*=*/) {
      $0.output.1 == nil ? "BASE64" : "DATA"
    }
    return (replayed.server.requests.last?.target ?? "", text)
  }

  @Test func openAITakesAListOfTexts() throws {
    let (route, body) = try sent(.openAI, change: { $0.dimensions = 4 }) {
      _ = try $0.encode(items: [Self.mug, ItemText(title: "Bowl")])
    }
    #expect(route == "/v1/embeddings")
    #expect(
      body
        == #"{"model":"m","input":["Red mug\nMaison\nFor tea.","Bowl"],"dimensions":4,"encoding_format":"float"}"#
    )
  }

  @Test func prefixesAndInstructionsStandInFrontOfTexts() throws {
    let prompts = RolePrompts(query: .instruction("Find the product"), item: .prefix("passage: "))
    let item = try sent(.openAI, prompts: prompts, change: { $0.asksForBase64 = true }) {
      _ = try $0.encode(item: ItemText(title: "Bowl"))
    }
    #expect(item.body == #"{"model":"m","input":["passage: Bowl"],"encoding_format":"base64"}"#)
    let query = try sent(.openAI, prompts: prompts) { _ = try $0.encode(query: "bowl") }
    #expect(
      query.body
        == #"{"model":"m","input":["Instruct: Find the product\nQuery:bowl"],"encoding_format":"float"}"#)
  }

  @Test func llamaServerIsNeverAskedForDimensions() throws {
    let (route, body) = try sent(.llamaServer, change: { $0.dimensions = 4 }) {
      _ = try $0.encode(query: "bowl")
    }
    #expect(route == "/v1/embeddings")
    #expect(body == #"{"model":"m","input":["bowl"],"encoding_format":"float"}"#)
  }

  @Test func vllmTakesTextsInAListAndAPictureInAMessage() throws {
    let text = try sent(.vllm, pictures: .message) { _ = try $0.encode(query: "bowl") }
    #expect(
      text.body == #"{"model":"m","input":["bowl"],"encoding_format":"float","truncate_prompt_tokens":-1}"#)
    let picture = try sent(.vllm, pictures: .message, prompts: RolePrompts(picture: .instruction("Look."))) {
      _ = try $0.encode(picture: Self.picture)
    }
    #expect(picture.route == "/v1/embeddings")
    #expect(
      picture.body
        == #"{"model":"m","messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"DATA"}},{"type":"text","text":"Look."}]}],"encoding_format":"float"}"#
    )
  }

  @Test func qwenGetsTheConversationThatItWasTrainedOn() throws {
    let picture = try sent(.vllm, pictures: .conversation) { _ = try $0.encode(picture: Self.picture) }
    #expect(
      picture.body
        == #"{"model":"m","messages":[{"role":"system","content":[{"type":"text","text":"Represent the user's input."}]},{"role":"user","content":[{"type":"image_url","image_url":{"url":"DATA"}},{"type":"text","text":""}]},{"role":"assistant","content":[{"type":"text","text":""}]}],"encoding_format":"float","continue_final_message":true,"add_special_tokens":true}"#
    )
    let query = try sent(
      .vllm, pictures: .conversation, prompts: RolePrompts(query: .instruction("Find the product"))
    ) { _ = try $0.encode(query: "red mug") }
    #expect(
      query.body
        == #"{"model":"m","messages":[{"role":"system","content":[{"type":"text","text":"Find the product."}]},{"role":"user","content":[{"type":"text","text":"red mug"}]},{"role":"assistant","content":[{"type":"text","text":""}]}],"encoding_format":"float","continue_final_message":true,"add_special_tokens":true}"#
    )
  }

  @Test func qwenReadsAnItemsPictureAndTextTogether() throws {
    let item = try sent(
      .vllm, pictures: .conversation, prompts: RolePrompts(item: .instruction("Represent the product"))
    ) { encoder in
      #expect(encoder.card.fusion == .early)
      _ = try encoder.encode(items: [Self.mug], pictures: [Self.picture])
    }
    #expect(
      item.body
        == #"{"model":"m","messages":[{"role":"system","content":[{"type":"text","text":"Represent the product."}]},{"role":"user","content":[{"type":"image_url","image_url":{"url":"DATA"}},{"type":"text","text":"Red mug\nMaison\nFor tea."}]},{"role":"assistant","content":[{"type":"text","text":""}]}],"encoding_format":"float","continue_final_message":true,"add_special_tokens":true}"#
    )
  }

  @Test func whatAnItemLacksIsLeftOutAndWithoutBothNothingIsSent() throws {
    let replayed = try ReplayedServer(.vllm, pictures: .conversation)
    let encoder = try replayed.connect()
    let vectors = try encoder.encode(
      items: [ItemText(title: " "), Self.mug, ItemText(title: "")], pictures: [nil, nil, Self.picture])
    #expect(vectors[0].allSatisfy { $0 == 0 })
    #expect(vectors[1] == (try encoder.encode(item: Self.mug)))
    #expect(vectors[2] == (try encoder.encode(picture: Self.picture)))
    // Before them went the probes, an input each.
    #expect(replayed.ledger.entries.suffix(4).map(\.texts) == [1, 0, 1, 0])
    #expect(replayed.ledger.entries.suffix(4).map(\.pictures) == [0, 1, 0, 1])
    let apart = try ReplayedServer(.vllm, pictures: .message).connect()
    #expect(apart.card.fusion == .late)
    #expect(throws: EncoderError.self) { try apart.encode(items: [Self.mug], pictures: [nil]) }
  }

  @Test func teiIsAskedByItsOwnRouteAndKnowsPromptsByName() throws {
    let (route, body) = try sent(.tei, prompts: RolePrompts(query: .named("query"))) {
      _ = try $0.encode(query: "bowl")
    }
    #expect(route == "/embed")
    #expect(body == #"{"inputs":["bowl"],"normalize":true,"truncate":true,"prompt_name":"query"}"#)
  }

  @Test func infinityIsToldTheModality() throws {
    let text = try sent(.infinity, pictures: .item) { _ = try $0.encode(query: "bowl") }
    #expect(text.route == "/embeddings")
    #expect(text.body == #"{"model":"m","input":["bowl"],"modality":"text","encoding_format":"float"}"#)
    let picture = try sent(.infinity, pictures: .item) {
      _ = try $0.encode(pictures: [Self.picture, Self.picture])
    }
    #expect(
      picture.body == #"{"model":"m","input":["DATA","DATA"],"modality":"image","encoding_format":"float"}"#)
  }

  @Test func jinaTakesObjects() throws {
    let prompts = RolePrompts(query: .named("retrieval.query"))
    let text = try sent(.jina, pictures: .item, prompts: prompts, change: { $0.cutsLongTexts = false }) {
      _ = try $0.encode(query: "bowl")
    }
    #expect(text.route == "/v1/embeddings")
    #expect(
      text.body
        == #"{"model":"m","input":[{"text":"bowl"}],"task":"retrieval.query","normalized":true,"embedding_type":"float"}"#
    )
    let picture = try sent(.jina, pictures: .item) { _ = try $0.encode(picture: Self.picture) }
    #expect(
      picture.body
        == #"{"model":"m","input":[{"image":"BASE64"}],"normalized":true,"embedding_type":"float","truncate":true}"#
    )
  }

  @Test func cohereTakesPartsAndATypeByRole() throws {
    let query = try sent(.cohere, pictures: .item) { _ = try $0.encode(query: "bowl") }
    #expect(query.route == "/v2/embed")
    #expect(
      query.body
        == #"{"model":"m","inputs":[{"content":[{"type":"text","text":"bowl"}]}],"input_type":"search_query","embedding_types":["float"],"truncate":"END"}"#
    )
    let picture = try sent(.cohere, pictures: .item, change: { $0.dimensions = 4 }) {
      _ = try $0.encode(picture: Self.picture)
    }
    #expect(
      picture.body
        == #"{"model":"m","inputs":[{"content":[{"type":"image_url","image_url":{"url":"DATA"}}]}],"input_type":"search_document","embedding_types":["float"],"output_dimension":4,"truncate":"END"}"#
    )
  }

  @Test(arguments: [
    ("", "/v1/embeddings"), ("/", "/v1/embeddings"), ("/v1", "/v1/embeddings"), ("/v1/", "/v1/embeddings"),
    ("/v1/embeddings", "/v1/embeddings"), ("/api/openai/v1", "/api/openai/v1/embeddings"),
    ("/v1?key=1", "/v1/embeddings?key=1"),
  ])
  func theRouteIsAddedOnce(written: String, route: String) throws {
    var replayed = try ReplayedServer(.openAI)
    replayed.settings.endpoint = try WebAddress(replayed.server.url + written)
    _ = try replayed.connect()
    #expect(replayed.server.requests.map(\.target) == [route])
  }
}
