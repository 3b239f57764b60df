import Embeddings
import Testing

@Suite struct TokenizerSerializationTests {
  @Test(arguments: TokenizerFixtures.names) func givesTheSameNumbersAgain(name: String) throws {
    let tokenizer = try TokenizerFixtures.tokenizer(name)
    let bytes = tokenizer.serialized()
    let again = try Tokenizer(serialized: bytes)
    for text in try TokenizerFixtures.strings() {
      #expect(again.encode(text, limit: 20) == tokenizer.encode(text, limit: 20))
    }
    #expect(
      again.declaredLimit == tokenizer.declaredLimit && again.declaredPadding == tokenizer.declaredPadding)
    #expect(again.idBound == tokenizer.idBound)
    #expect(again.serialized() == bytes)
  }

  @Test func everyCutIsRefused() throws {
    let bytes = try TokenizerFixtures.tokenizer("xlmr").serialized()
    for length in Array(0..<200) + [bytes.count / 2, bytes.count - 1] {
      #expect(throws: EncoderError.self, "cut to \(length)") {
        try Tokenizer(serialized: Array(bytes[..<length]))
      }
    }
  }

  @Test func everyChangedByteIsRefused() throws {
    let bytes = try TokenizerFixtures.tokenizer("llama").serialized()
    for index in Array(0..<64) + Array(stride(from: 64, to: bytes.count, by: 331)) {
      var changed = bytes
      changed[index] ^= 0x10
      #expect(throws: EncoderError.self, "byte \(index)") { try Tokenizer(serialized: changed) }
    }
  }

  @Test func otherVersionsAreRefusedByNumber() throws {
    var bytes = try TokenizerFixtures.tokenizer("bert").serialized()
    bytes[8] = 2
    let error = #expect(throws: EncoderError.self) { try Tokenizer(serialized: bytes, path: "cache/x") }
    #expect(error?.description == "cache/x: is a serialized tokenizer of version 2, not 1; make it anew")
  }
}
