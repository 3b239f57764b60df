import Embeddings
import TestSupport
import Testing

@Suite struct EncoderConformanceTests {
  @Test func hashingEncoderConforms() async throws {
    #expect(try await EncoderConformance(HashingEncoder()).violations() == [])
  }

  @Test func defaultEncoderConforms() async throws {
    #expect(try await EncoderConformance(DefaultEncoderFixtures.encoder()).violations() == [])
  }

  @Test func brokenGuaranteesAreFound() async throws {
    let violations = try await EncoderConformance(LongEncoder()).violations()
    #expect(violations.contains("query red has length 2.0"))
    #expect(violations.contains("query \"\" is not zero"))
  }

  @Test func batchesThatGoAstrayAreFound() async throws {
    let violations = try await EncoderConformance(LongEncoder()).violations()
    #expect(violations.contains("item 1 comes out otherwise among others"))
  }

  @Test func placeholdersForWhatIsNotReadAreFound() async throws {
    let violations = try await EncoderConformance(LongEncoder(modalities: [.text])).violations()
    #expect(violations.contains("a picture is not refused"))
  }
}

/// An encoder that gives vectors of length 2 whatever the text, and loses count of what it is given together.
private struct LongEncoder: Encoder {
  let card: EncoderCard

  init(modalities: Set<Modality> = [.text, .picture]) {
    card = EncoderCard(id: "long", fingerprint: "long", dimensions: [2], modalities: modalities)
  }

  func encode(query: String) -> [Float] { [2, 0] }
  func encode(item: ItemText) -> [Float] { [2, 0] }
  func encode(picture: PixelImage) -> [Float] { [2, 0] }
  func encode(items: [ItemText]) -> [[Float]] { items.indices.map { $0 == 0 ? [2, 0] : [0, 2] } }
}
