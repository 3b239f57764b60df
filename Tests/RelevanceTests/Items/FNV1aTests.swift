import Relevance
import Testing

@Suite struct FNV1aTests {
  /// Test vectors of RFC 9923, appendix C.
  @Test(
    arguments: [
      ("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8),
    ] as [(String, UInt64)])
  func isTheHashOfTheStandard(text: String, hash: UInt64) {
    #expect(FNV1a(text).value == hash)
    var parts = FNV1a()
    for byte in text.utf8 { parts.add(byte) }
    #expect(parts == FNV1a(text))
  }
}
