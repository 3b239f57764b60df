import RemoteEncoder
import Testing

@Suite struct SecretTests {
  @Test func printsAsAnEllipsisWhateverPrintsIt() throws {
    let secret = try Secret("sesame")
    let request = HTTPRequest(try WebAddress("http://localhost"), key: secret)
    var dumped = ""
    dump(secret, to: &dumped)
    dump(request, to: &dumped)
    for text in ["\(secret)", String(reflecting: secret), "\([secret])", "\(request)", dumped] {
      #expect(text.contains("…"))
      #expect(!text.contains("sesame"))
    }
  }

  @Test(arguments: ["", " \n\t"]) func refusesNothing(text: String) {
    #expect(throws: SecretError.empty) { try Secret(text) }
  }

  @Test(arguments: ["a b", "a\nX-Evil: 1", "clé", "a\u{7f}"]) func refusesWhatNoHeaderHolds(text: String) {
    #expect(throws: SecretError.unprintable) { try Secret(text) }
  }
}
