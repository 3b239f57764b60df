import Testing

@testable import CursesBackend

@Suite struct ClipboardTests {
  @Test(
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy"),
      ("red mug é", "cmVkIG11ZyDDqQ=="),
    ])
  func base64IsThatOfTheStandard(_ text: String, _ encoded: String) {
    #expect(Base64.text(of: Array(text.utf8)) == encoded)
  }

  private func sequence(_ text: String, _ environment: [String: String] = [:]) -> String {
    String(decoding: ClipboardSequence(text, environment: environment).bytes, as: UTF8.self)
  }

  @Test func theTerminalIsAskedDirectlyOrThroughWhatStandsBetween() {
    #expect(sequence("foo") == "\u{1b}]52;c;Zm9v\u{7}")
    #expect(
      sequence("foo", ["TMUX": "/tmp/tmux-0/default,1,0"])
        == "\u{1b}]52;c;Zm9v\u{7}\u{1b}Ptmux;\u{1b}\u{1b}]52;c;Zm9v\u{7}\u{1b}\\")
    #expect(sequence("foo", ["STY": "1.pts-0"]) == "\u{1b}P\u{1b}]52;c;Zm9v\u{7}\u{1b}\\")
    let long = sequence(String(repeating: "x", count: 3000), ["STY": "1.pts-0"])
    #expect(long.split(separator: "\u{1b}\\").allSatisfy { $0.utf8.count <= 768 })
    #expect(!sequence("a\u{1b}\\b").dropFirst().contains("\u{1b}"))
  }
}
