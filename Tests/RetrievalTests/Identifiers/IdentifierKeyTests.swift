import Retrieval
import Testing

@Suite struct IdentifierKeyTests {
  @Test(arguments: [("FJ-6BCFF", "fj-6bcff"), (" fj-6bcff\n", "fj-6bcff"), ("B07 X", "b07 x"), ("É1", "é1")])
  func caseAndSpaceAroundDoNotMatter(text: String, key: String) {
    #expect(IdentifierKey.of(text) == key)
  }

  @Test func everythingBetweenMatters() {
    #expect(IdentifierKey.of("fj6bcff") != IdentifierKey.of("FJ-6BCFF"))
    #expect(IdentifierKey.of("B07X") != IdentifierKey.of("B07 X"))
  }

  @Test(arguments: ["", "  ", "\t\n"])
  func blanksNameNothing(text: String) { #expect(IdentifierKey.of(text).isEmpty) }
}
