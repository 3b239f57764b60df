import Relevance
import Testing

@Suite struct SHA256Tests {
  /// Examples of FIPS 180-4 as published by NIST, and the empty message.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ])
  func matchesPublishedVectors(message: String, digest: String) {
    #expect(SHA256.hexDigest(of: message.utf8) == digest)
  }

  @Test func matchesTheMillionTimesAVector() {
    #expect(
      SHA256.hexDigest(of: repeatElement(UInt8(ascii: "a"), count: 1_000_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  /// Around every boundary where padding spills into another block.
  @Test func doesNotDependOnHowTheMessageIsCut() {
    let message = (0..<200).map { UInt8($0) }
    for length in 0...message.count {
      var whole = SHA256()
      whole.update(message[..<length])
      for cut in stride(from: 0, through: length, by: 13) {
        var pieces = SHA256()
        pieces.update(message[..<cut])
        #expect(pieces.digest().count == 32)
        pieces.update(message[cut..<length])
        #expect(pieces.digest() == whole.digest(), "length \(length), cut at \(cut)")
      }
    }
  }
}
