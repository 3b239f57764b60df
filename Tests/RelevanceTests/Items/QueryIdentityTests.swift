import Relevance
import Testing

@Suite struct QueryIdentityTests {
  @Test func isThePrefixOfTheDigest() {
    // SHA-256 of "abc" begins with ba7816bf.
    #expect(QueryIdentity.id(of: "abc") == "q-ba7816bf")
  }

  @Test func doesNotDependOnHowAccentsAreTyped() {
    #expect(QueryIdentity.id(of: "cafe\u{301}") == QueryIdentity.id(of: "caf\u{e9}"))
    // printf 'caf\xc3\xa9' | sha256sum
    #expect(QueryIdentity.id(of: "cafe\u{301}") == "q-850f7dc4")
    #expect(QueryIdentity.id(of: "cafe") != QueryIdentity.id(of: "caf\u{e9}"))
  }
}
