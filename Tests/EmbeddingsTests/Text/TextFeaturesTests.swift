import Embeddings
import Foundation
import TestSupport
import Testing

@Suite struct TextFeaturesTests {
  @Test func rowsAreThoseOfTheTrainingTool() throws {
    for query in try DefaultEncoderFixtures.texts().queries {
      guard let expected = query.buckets else { continue }
      let features = TextFeatures(query.text)
      #expect(features.words == expected.words, "\(query.text.debugDescription)")
      #expect(features.grams.flatMap(\.self) == expected.grams, "\(query.text.debugDescription)")
      #expect(features.bigrams == expected.bigrams, "\(query.text.debugDescription)")
    }
  }

  @Test func rowsAreThoseOfTheSpecificationTakenLiterally() {
    let alphabet: [Character] = [
      "a", "B", "z", "é", "Å", "ß", "İ", "ж", "Σ", "七", "한", "ｶ", "７", "4", "½", " ", "-", "\n", "\u{300}",
      "👟",
    ]
    for seed in 0..<200 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let text = String(
        (0..<Int.random(in: 0...40, using: &generator)).map { _ in
          alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
        })
      let features = TextFeatures(text)
      let expected = LiteralFeatures(text)
      #expect(features.words == expected.words, "seed \(seed): \(text.debugDescription)")
      #expect(features.grams.flatMap(\.self) == expected.grams, "seed \(seed): \(text.debugDescription)")
      #expect(features.bigrams == expected.bigrams, "seed \(seed): \(text.debugDescription)")
    }
  }
}

/// Sections 1.1 and 1.2 of the encoder's specification, word for word and without regard to speed.
private struct LiteralFeatures {
  var words: [Int] = []
  var grams: [Int] = []
  var bigrams: [Int] = []

  init(_ text: String) {
    let kept = text.decomposedStringWithCanonicalMapping.unicodeScalars
      .filter { $0.properties.generalCategory != .nonspacingMark }
    let lowered = kept.map(\.properties.lowercaseMapping).joined()
    let read = lowered.unicodeScalars.split { !CharacterSet.wordScalars.contains($0) }
      .map { String(String.UnicodeScalarView($0.prefix(32))) }
    words = read.map { Self.row("w" + $0) }
    for word in read where word.rangeOfCharacter(from: .numberScalars) == nil {
      let marked = Array("<\(word)>".unicodeScalars)
      for size in [3, 4] {
        for start in marked.indices where start + size <= marked.count {
          grams.append(Self.row("g" + String(String.UnicodeScalarView(marked[start..<start + size]))))
        }
      }
    }
    bigrams = zip(read, read.dropFirst()).map { Self.row("b\($0) \($1)") }
  }

  private static func row(_ feature: String) -> Int {
    var hash: UInt64 = 14_695_981_039_346_656_037
    for byte in Array(feature.utf8) {
      hash = (hash ^ UInt64(byte)).multipliedReportingOverflow(by: 1_099_511_628_211).0
    }
    return Int((hash ^ hash / 4_294_967_296) % 32768)
  }
}

extension CharacterSet {
  /// The numbers of the alphabet above.
  fileprivate static let numberScalars = CharacterSet.decimalDigits.union(CharacterSet(charactersIn: "½"))
  /// The letters and numbers of the alphabet above.
  fileprivate static let wordScalars = CharacterSet.letters.union(numberScalars)
}
