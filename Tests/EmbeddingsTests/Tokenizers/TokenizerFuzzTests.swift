import TestSupport
import Testing

@testable import Embeddings

/// Whatever a file holds, it becomes a tokenizer that takes any text, or is refused.
@Suite struct TokenizerFuzzTests {
  private static let damage = Damage(pieces: [
    "{", "}", "[", "]", ",", ":", "\"", "null", "true", "false", "0", "-1", "1e9", "2147483648", "4294967295",
    "\"type\":\"Sequence\",", "\"normalizers\":[", "\"Regex\":\"", "\"String\":\"", "\\u0000", "\\ud800",
    "\"vocab\":",
    "\"merges\":", "\"byte_fallback\":true,", "\"unk_token\":null,", "\"end_of_word_suffix\":\"\",", "{2,}",
    "[^a-z]+",
    "\\\\p{L}", "é", "e\u{301}", "▁", "<0x41>", "\"unk_id\":1,", "\"single\":[],", "\"model\":{}",
  ])

  private static let texts = [
    "", "red shoes", "  <mask> Brand ", "<|endoftext|>é e\u{301} 👍🏽\r\n\u{0}",
    String(repeating: "手x", count: 80),
  ]

  @Test func damagedFilesAreReadOrRefused() throws {
    let files = try TokenizerFixtures.names.map { try TokenizerFixtures.contents("\($0).json") }
    Fuzz.run("tokenizer", cases: 240) { generator in
      let file = files.randomElement(using: &generator) ?? []
      // Settings stand before and after the model; half of the damage is done to them.
      let model = file.firstRange(of: Array(#""model":"#.utf8))?.lowerBound ?? file.count
      let range = Bool.random(using: &generator) ? 0..<model : 0..<file.count
      try tryOut(Self.damage.applied(to: file, within: range, using: &generator))
    }
  }

  @Test func damagedBinariesAreReadOrRefused() throws {
    let files = try TokenizerFixtures.names.map { try TokenizerFixtures.tokenizer($0).serialized() }
    Fuzz.run("serialized-tokenizer", cases: 240) { generator in
      let file = files.randomElement(using: &generator) ?? []
      // Behind the checksum, so that the checks of the lists themselves are met too.
      let damaged = Self.damage.applied(to: Array(file[32...]), using: &generator)
      let header = Tokenizer.header(ofBody: damaged)
      if let tokenizer = try? Tokenizer(serialized: header + damaged) { exercise(tokenizer) }
    }
  }

  private func tryOut(_ bytes: [UInt8]) throws {
    let tokenizer: Tokenizer
    do throws(EncoderError) {
      tokenizer = try Tokenizer(json: bytes, path: "t.json")
    } catch {
      guard error.description.hasPrefix("t.json: ") else { throw error }
      return
    }
    exercise(tokenizer)
    let again = try Tokenizer(serialized: tokenizer.serialized())
    for text in Self.texts {
      #expect(again.encode(text, limit: nil) == tokenizer.encode(text, limit: nil))
    }
  }

  private func exercise(_ tokenizer: Tokenizer) {
    for text in Self.texts {
      let tokens = tokenizer.encode(text, limit: nil)
      #expect(tokens.ids.allSatisfy { $0 >= 0 })
    }
  }
}
