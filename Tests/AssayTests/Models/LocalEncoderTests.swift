import Embeddings
import Foundation
import Storage
import TestSupport
import Testing

@testable import assay

/// Encoders of whole miniature folders, from the text or the picture to the vector.
@Suite(.serialized, .enabled(if: LocalModels.runtime != nil, LocalModels.runtimeAbsence))
struct LocalEncoderTests {
  private static let pairs = ["clip", "siglip", "siglip2"]

  private let home: TemporaryFolder

  init() throws { home = try TemporaryFolder() }

  @Test(arguments: pairs) func pairsConform(_ name: String) async throws {
    let encoder = try LocalModels.pair(name)
    #expect(encoder.card.modalities == [.text, .picture])
    #expect(try await EncoderConformance(encoder).violations() == [])
  }

  @Test(arguments: pairs) func textsGiveTheRecordedVectors(_ name: String) throws {
    let encoder = try LocalModels.pair(name)
    let expected = try LocalModels.expected(name).texts
    for text in expected {
      #expect(largestDifference(try encoder.encode(query: text.text), text.vector) <= 1e-5, "\(text.text)")
    }
    let items = try encoder.encode(items: expected.map { ItemText(title: $0.text) })
    for (text, vector) in zip(expected, items) {
      #expect(largestDifference(vector, text.vector) <= 1e-5, "\(text.text)")
    }
  }

  @Test(arguments: pairs) func picturesGiveTheRecordedVectors(_ name: String) throws {
    let encoder = try LocalModels.pair(name)
    let expected = try LocalModels.expected(name).pictures
    for picture in expected {
      let vector = try encoder.encode(picture: picture.image)
      #expect(largestDifference(vector, picture.vector) <= 1e-5, "\(picture.width)×\(picture.height)")
    }
    // Ten of them: a whole batch and a rest.
    let many = (0..<10).map { expected[$0 % expected.count] }
    let vectors = try encoder.encode(pictures: many.map(\.image))
    for (picture, vector) in zip(many, vectors) {
      #expect(largestDifference(vector, picture.vector) <= 1e-5, "\(picture.width)×\(picture.height)")
    }
  }

  @Test func whatWasEncodedIsCounted() throws {
    let encoder = try LocalModels.encoder(LocalModels.miniature("clip"), in: home)
    let texts = try LocalModels.expected("clip").texts
    _ = try encoder.encode(items: texts.map { ItemText(title: $0.text) } + [ItemText(title: " ")])
    _ = try encoder.encode(pictures: LocalModels.expected("clip").pictures.map(\.image))
    let counts = encoder.tally.current
    #expect(counts.texts == texts.count)
    #expect(counts.cutTexts == 1, "the last one is longer than the model takes")
    #expect(counts.tokens == texts.reduce(0) { $0 + $1.ids.count })
    #expect(counts.pictures == 4)
    let sentence = try #require(counts.sentence(limit: 21))
    #expect(sentence.contains("11 texts of") && sentence.contains("4 pictures"))
    #expect(sentence.contains("1 cut at 21 tokens"))
  }

  @Test func workEndsBetweenBatchesWhenAsked() throws {
    var encoder = try LocalModels.encoder(LocalModels.miniature("clip"), in: home)
    let picture = PicturePattern.picture(width: 20, height: 20)
    encoder.shouldStop = { true }
    #expect(throws: EncoderError.interrupted) { try encoder.encode(pictures: [picture]) }
    #expect(throws: EncoderError.interrupted) { try encoder.encode(items: [ItemText(title: "mug")]) }
    let tally = encoder.tally
    encoder.shouldStop = { tally.current.pictures >= 8 }
    let pictures = [PixelImage](repeating: picture, count: 20)
    #expect(throws: EncoderError.interrupted) { try encoder.encode(pictures: pictures) }
    #expect(tally.current.pictures == 8)
  }

  @Test func theCardSaysHowTextsAndPicturesArePrepared() throws {
    let siglip = try LocalModels.encoder(LocalModels.miniature("siglip"), in: home).model
    #expect(siglip.textPreparation == .canonical)
    #expect(siglip.paddingID == 1)
    #expect(siglip.pictures?.hasPrefix("24×24, squashed, bicubic, mean [0.5, 0.5, 0.5]") == true)
    let table = ModelCardTable(card: siglip).text
    #expect(table.contains("lower case, without punctuation, padded to 16 tokens with 1"))
    #expect(table.contains("24×24, squashed, bicubic"))
    #expect(table.contains("by preprocessor_config.json"))
    let second = try LocalModels.encoder(LocalModels.miniature("siglip2"), in: home).model
    #expect(second.textPreparation == .lowercase)
    #expect(second.paddingID == 0)
  }

  @Test func picturesPreparedToAnotherSizeThanTheModelsAreRefused() throws {
    let folder = home.path("clip")
    try FileManager.default.copyItem(atPath: LocalModels.miniature("clip"), toPath: folder)
    let file = "clip/preprocessor_config.json"
    try home.write(home.read(file).replacing("32", with: "40"), to: file)
    let error = try #require(throws: EncoderError.self) { try LocalModels.encoder(folder, in: home) }
    #expect("\(error)".contains("prepares pictures of 40×40 pixels, and the model takes 32×32"))
    try FileManager.default.removeItem(atPath: folder + "/preprocessor_config.json")
    let missing = try #require(throws: StorageError.self) { try LocalModels.encoder(folder, in: home) }
    #expect("\(missing)".contains("preprocessor_config.json: not found; it says how pictures are prepared"))
  }
}

/// The real all-MiniLM-L6-v2, where it is.
@Suite(.serialized, .enabled(if: LocalModels.miniLM != nil, LocalModels.miniLMAbsence))
struct MiniLMEncoderTests {
  private let encoder: LocalEncoder

  init() throws { encoder = try LocalModels.miniLMEncoder.get() }

  @Test func conforms() async throws {
    #expect(encoder.card.modalities == [.text])
    #expect(try await EncoderConformance(encoder).violations() == [])
  }

  /// Tokenizer and model together; the record was made by another tokenizer and in numpy.
  @Test func textsGiveTheRecordedVectors() throws {
    struct Record: Decodable {
      let cases: [Expected.Text]
    }
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "OpenVINOBackendTests/Fixtures/minilm/vectors.json")
    let cases = try JSONDecoder().decode(Record.self, from: Data(contentsOf: path)).cases
    // What is only white space is encoded as nothing.
    let filled = cases.filter { $0.text.contains { !$0.isWhitespace } }
    #expect(filled.count >= 10)
    for text in filled {
      #expect(largestDifference(try encoder.encode(query: text.text), text.vector) <= 1e-5, "\(text.text)")
    }
    let items = try encoder.encode(items: filled.map { ItemText(title: $0.text) })
    for (text, vector) in zip(filled, items) {
      #expect(largestDifference(vector, text.vector) <= 1e-5, "\(text.text)")
    }
  }
}
