import Relevance
import Testing

@Suite struct TRECTokenTests {
  @Test(arguments: [
    ("B07CXG6C9W", "B07CXG6C9W"), ("100%cotton", "100%cotton"), ("ünïcode", "ünïcode"),
    ("a b", "a%20b"), ("a\tb\nc\r", "a%09b%0Ac%0D"), ("a\u{a0}b", "a%C2%A0b"), ("a\u{3000}", "a%E3%80%80"),
    ("a\u{1f}b", "a%1Fb"), ("", ""),
  ])
  func encodesWhatReadersSplitAt(id: String, token: String) {
    #expect(TRECToken.encode(id) == token)
  }
}
