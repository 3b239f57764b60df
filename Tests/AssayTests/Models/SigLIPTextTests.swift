import Embeddings
import Foundation
import Storage
import TestSupport
import Testing

@testable import assay

/// SigLIP's texts up to the numbers that the model is given, against transformers' own tokenizers.
@Suite struct SigLIPTextTests {
  private func tokenizer(_ name: String) throws -> (tokenizer: Tokenizer, padding: Int32, limit: Int) {
    let inspection = try ModelInspection(LocalModels.miniature(name))
    let path = inspection.folder + "/tokenizer.json"
    let plain = try Tokenizer(json: [UInt8](Data(contentsOf: URL(filePath: path))), path: path)
    let preparation = try #require(inspection.textPreparation)
    return (
      try plain.preparing(by: preparation), try #require(inspection.paddingID),
      try #require(inspection.maxTokens)
    )
  }

  @Test(arguments: ["siglip", "siglip2"]) func textsGiveTheReferencesNumbers(_ name: String) throws {
    let (tokenizer, padding, limit) = try tokenizer(name)
    #expect(padding == (name == "siglip" ? 1 : 0))
    for text in try LocalModels.expected(name).texts {
      let ids = tokenizer.encode(text.text, limit: limit).ids
      #expect(ids + [Int32](repeating: padding, count: limit - ids.count) == text.ids, "\(text.text)")
    }
  }

  /// All of the difficult strings, but for what is named.
  @Test(arguments: ["siglip", "siglip2"]) func difficultStringsGiveTheReferencesNumbers(_ name: String) throws
  {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "EmbeddingsTests/Fixtures/tokenizers/strings.json")
    let strings = try JSONDecoder().decode([String].self, from: Data(contentsOf: path))
    let expected = try #require(try LocalModels.expected(name).difficult)
    #expect(strings.count == expected.count)
    let tokenizer = try tokenizer(name).tokenizer
    let others = zip(strings, expected).filter { tokenizer.encode($0, limit: nil).ids != $1 }.map(\.0)
    for text in others where !isKnown(text, name) { Issue.record("\(text.debugDescription)") }
    #expect(others.count == (name == "siglip" ? 16 : 3))
  }

  private func isKnown(_ text: String, _ name: String) -> Bool {
    // The class adds a token of this name, which the miniature has not.
    if name == "siglip2" { return text.contains("<mask>") }
    // White space alone is never encoded. A special token at the end is not doubled there.
    if text.allSatisfy(\.isWhitespace) || text.hasSuffix("</s>") { return true }
    // SigLIP's class asks SentencePiece for its character map, which replaces the longest match; `tokenizer.json` has
    // it replace a grapheme as a whole, in every program that reads it. The miniature's map has such entries.
    return text.unicodeScalars.contains {
      ["\u{93F}", "\u{1F3FD}"].contains($0) || ["\u{323}", "\u{33A}", "\u{487}"].contains($0)
    }
  }

  /// Files on the hub may do part of it themselves, spelled as Python escapes it.
  @Test func whatTheFileDoesAlreadyIsNotUndone() throws {
    let path = LocalModels.miniature("siglip") + "/tokenizer.json"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let steps = ##"""
      "normalizers":[{"type":"Lowercase"},{"type":"Replace","pattern":{"Regex":
      "[!\"\\#\\$%\\&'\\(\\)\\*\\+,\\-\\./:;<=>\\?@\\[\\\\\\]\\^_`\\{\\|\\}\\~]"},"content":""},
      {"type":"Replace","pattern":{"Regex":"\\s+"},"content":" "},{"type":"Strip","strip_left":true,"strip_right":true},
      """##
    let canonical = text.replacing("\"normalizers\":[", with: steps, maxReplacements: 1)
    try #require(canonical != text)
    let other = try Tokenizer(json: Array(canonical.utf8), path: path).preparing(by: .canonical)
    let own = try tokenizer("siglip").tokenizer
    for text in ["Red, MUG!", " - half & half", "USB-C\tcharger", "a", "50% off"] {
      #expect(own.encode(text, limit: nil) == other.encode(text, limit: nil), "\(text)")
    }
  }

  @Test func punctuationAndCaseDoNotCount() throws {
    let tokenizer = try tokenizer("siglip").tokenizer
    let plain = tokenizer.encode("womens usbc charger", limit: nil)
    #expect(tokenizer.encode("Women's, USB-C   CHARGER!!", limit: nil) == plain)
    #expect(tokenizer.encode("womens usbc chargers", limit: nil) != plain)
  }
}
