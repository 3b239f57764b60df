import Relevance
import Testing

@Suite struct DocumentIDTests {
  @Test func comparesByBytes() {
    #expect(DocumentID("B") < DocumentID("a"))
    #expect(DocumentID("a") < DocumentID("ab"))
    #expect(DocumentID("z") < DocumentID("é"))
  }

  @Test func canonicallyEquivalentSpellingsDiffer() {
    #expect(DocumentID("caf\u{e9}") != DocumentID("cafe\u{301}"))
    #expect(Set([DocumentID("caf\u{e9}"), DocumentID("cafe\u{301}")]).count == 2)
  }
}
