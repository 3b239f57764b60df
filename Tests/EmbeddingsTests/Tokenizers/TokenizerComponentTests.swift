import Testing

@testable import Embeddings

/// Single components against what the reference's made of the first of the difficult strings.
@Suite struct TokenizerComponentTests {
  @Test func normalizersRewriteAsTheReference() throws {
    let strings = try TokenizerFixtures.strings()
    for (component, results) in try components("normalizers") {
      let normalizer = try Normalizers.read(component)
      for (text, result) in zip(strings, try results.elements()) {
        var normalized = NormalizedText(scalars: Array(text.unicodeScalars), startsAtOrigin: true)
        normalizer.normalize(&normalized)
        let expected = Array(try result.string().unicodeScalars)
        #expect(normalized.scalars == expected, "\(component.spelling): \(text.debugDescription)")
      }
    }
  }

  @Test func preTokenizersCutAsTheReference() throws {
    let strings = try TokenizerFixtures.strings()
    for (component, results) in try components("pre_tokenizers") {
      let preTokenizer = try PreTokenizers.read(component)
      for (text, result) in zip(strings, try results.elements()) {
        let whole = NormalizedText(scalars: Array(text.unicodeScalars), startsAtOrigin: true)
        let pieces = preTokenizer.cut(Pieces(whole))
        var spelled: [[Unicode.Scalar]] = []
        pieces.forEachRange { spelled.append(Array(pieces.scalars[$0])) }
        let expected = try result.elements().map { Array(try $0.string().unicodeScalars) }
        #expect(spelled == expected, "\(component.spelling): \(text.debugDescription)")
      }
    }
  }

  private func components(_ kind: String) throws -> [(ConfigurationPart, ConfigurationPart)] {
    let whole = try ConfigurationPart(
      json: try TokenizerFixtures.contents("components.json"), path: "components.json")
    let components = try whole.required(kind).elements().map {
      (try $0.required("settings"), try $0.required("results"))
    }
    #expect(components.count > 20)
    return components
  }
}
