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
}

/// An encoder that gives vectors of length 2 whatever the text.
private struct LongEncoder: Encoder {
  let card = EncoderCard(id: "long", fingerprint: "long", dimensions: [2])

  func encode(query: String) -> [Float] { [2, 0] }
  func encode(item: ItemText) -> [Float] { [2, 0] }
  func encode(picture: PixelImage) -> [Float] { [2, 0] }
}
