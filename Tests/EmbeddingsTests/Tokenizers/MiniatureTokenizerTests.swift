import Embeddings
import Testing

/// Miniatures of every family give the numbers that the reference recorded for the same files.
@Suite struct MiniatureTokenizerTests {
  @Test(arguments: TokenizerFixtures.names) func givesTheNumbersOfTheReference(name: String) throws {
    let tokenizer = try TokenizerFixtures.tokenizer(name)
    let expected = try TokenizerFixtures.decoded([String: [[Int32]]].self, from: "expected.json")
    let ids = try #require(expected[name])
    let strings = try TokenizerFixtures.strings()
    #expect(strings.count == 220 && ids.count == strings.count)
    for (text, ids) in zip(strings, ids) {
      #expect(tokenizer.encode(text, limit: nil).ids == ids, "\(text.debugDescription)")
    }
  }

  @Test(arguments: TokenizerFixtures.names) func noNumberReachesTheBound(name: String) throws {
    let tokenizer = try TokenizerFixtures.tokenizer(name)
    for text in try TokenizerFixtures.strings() {
      #expect(tokenizer.encode(text, limit: nil).ids.allSatisfy { $0 < tokenizer.idBound })
    }
  }

  @Test(arguments: TokenizerFixtures.names) func cutsOnlyAtTheEndOfTheText(name: String) throws {
    let tokenizer = try TokenizerFixtures.tokenizer(name)
    let frame = tokenizer.encode("", limit: nil).ids.count
    for text in try TokenizerFixtures.strings() {
      let whole = tokenizer.encode(text, limit: nil)
      #expect(!whole.isCut && whole.whole == whole.ids.count)
      for limit in [frame, frame + 1, 7, whole.ids.count, 1_000] where limit >= frame {
        let cut = tokenizer.encode(text, limit: limit)
        #expect(cut.ids.count == min(limit, whole.ids.count))
        #expect(cut.isCut == (limit < whole.ids.count) && cut.whole == whole.ids.count)
        // All but the special tokens at the end stand where they stood.
        let content = cut.ids.dropLast(cut.isCut ? frame : 0)
        #expect(whole.ids.starts(with: content))
        #expect(cut.ids.last == whole.ids.last || !cut.isCut || frame == 0 || name.hasPrefix("llama"))
      }
    }
  }
}
