import JSON
import Testing

@testable import OpenVINOBackend

@Suite struct TextFactsTests {
  private func facts(_ json: String, _ change: (inout ModelSettings) -> Void = { _ in }) throws -> TextFacts {
    var settings = ModelSettings()
    change(&settings)
    let value = try JSONParser.parse(Array(json.utf8))
    return try TextFacts(
      ConfigurationSection(value: value, path: "config.json", place: ""), settings: settings)
  }

  @Test func padsOnlyWhereThePaddingIsHidden() throws {
    let bert = try facts(#"{"model_type": "nomic_bert", "max_position_embeddings": 512}"#)
    #expect(try bert.length(columns: nil, isMasked: true, path: "m") == .upTo(512))
    #expect(try bert.length(columns: nil, isMasked: false, path: "m") == .unpadded(512))
    #expect(try bert.length(columns: 128, isMasked: true, path: "m") == .exactly(128))
    #expect(try bert.padding(path: "m") == 0)
  }

  @Test func roBERTasPositionsBeginBehindThePadding() throws {
    let facts = try facts(
      #"{"model_type": "xlm-roberta", "max_position_embeddings": 514, "pad_token_id": 1}"#)
    #expect(try facts.length(columns: nil, isMasked: true, path: "m") == .upTo(512))
    #expect(try facts.padding(path: "m") == 1)
  }

  @Test func sigLIPIsPaddedWithTheTokenizersId() throws {
    let json = #"{"model_type": "siglip", "text_config": {"vocab_size": 256000}}"#
    #expect(try facts(json).length(columns: nil, isMasked: false, path: "m") == .exactly(64))
    expectMalformed("needs padded texts, and nobody says with which id") {
      _ = try facts(json).padding(path: "m")
    }
    #expect(try facts(json) { $0.paddingID = 0 }.padding(path: "m") == 0)
  }

  @Test func theLimitIsTheSmallerOfModelAndSettings() throws {
    let json = #"{"model_type": "bert", "max_position_embeddings": 512}"#
    #expect(try facts(json) { $0.limit = 256 }.length(columns: nil, isMasked: true, path: "m") == .upTo(256))
    #expect(try facts(json) { $0.limit = 900 }.length(columns: nil, isMasked: true, path: "m") == .upTo(512))
  }
}
