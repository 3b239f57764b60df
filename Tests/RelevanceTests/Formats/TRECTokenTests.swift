import Relevance
import TestSupport
import Testing

@Suite struct TRECTokenTests {
  @Test(arguments: [
    ("B07CXG6C9W", "B07CXG6C9W"), ("100%cotton", "100%cotton"), ("ünïcode", "ünïcode"), ("a%20b", "a%20b"),
    ("a#b", "a#b"), ("#a", "#a"), ("=%", "=%"), ("%", "%"),
    ("a b", "%=a%20b"), ("a\tb\nc\r", "%=a%09b%0Ac%0D"), ("a\u{a0}b", "%=a%C2%A0b"),
    ("a\u{3000}", "%=a%E3%80%80"),
    ("a\u{1f}b", "%=a%1Fb"), ("5% b", "%=5%25%20b"), ("# a", "%=%23%20a"), ("%=a", "%=%25=a"),
    ("\u{feff}a", "%=%EF%BB%BFa"), ("%=\u{338}", "%=%25=\u{338}"), ("", ""),
  ])
  func encodesWhatReadersSplitAt(id: String, token: String) {
    #expect(TRECToken.encode(id).utf8.elementsEqual(token.utf8))
    #expect(TRECToken.decode(token[...]).utf8.elementsEqual(id.utf8))
  }

  @Test(arguments: [("#a", "%=%23a"), ("#", "%=%23"), ("a#", "a#"), ("a b#", "%=a%20b#")])
  func encodesTheStartOfAComment(id: String, token: String) {
    #expect(TRECToken.encode(query: id) == token && TRECToken.decode(token[...]) == id)
  }

  /// What we never write is not ours to decode.
  @Test(arguments: [
    "%=", "%=a", "%=%41", "%=%20%", "%=%2", "%=%zz", "%=a%20b%FF", "%=%c2%a0", "%=a%20%62", "%=a#%23%20",
    "%20", "a%20b",
  ])
  func takesTheTokensOfOthersAsTheyStand(token: String) {
    #expect(TRECToken.decode(token[...]) == token)
  }

  @Test func everyIdIsReadBackAndNoneSharesItsSpelling() {
    let pieces = [
      "%", "=", "%=", "2", "0", "%20", " ", "#", "%23", "a", "\u{feff}", "é", "\u{301}", "\n", "25",
    ]
    Fuzz.run("trec-tokens", cases: 3000) { generator in
      let count = Int.random(in: 1...5, using: &generator)
      let id = (0..<count).compactMap { _ in pieces.randomElement(using: &generator) }.joined()
      for token in [TRECToken.encode(id), TRECToken.encode(query: id)] {
        guard TRECToken.decode(token[...]).utf8.elementsEqual(id.utf8),
          !token.unicodeScalars.contains(where: { $0.properties.isWhitespace || $0 == "\u{feff}" })
        else { throw Lost(id: id, token: token) }
      }
    }
  }

  private struct Lost: Error {
    let id: String
    let token: String
  }
}
