import Storage
import TestSupport
import Testing

@Suite struct PlainTextTests {
  @Test(arguments: [
    ("plain ünïcode 👩‍👩‍👧 e\u{301} \u{200b}", "plain ünïcode 👩‍👩‍👧 e\u{301} \u{200b}"),
    ("a\tb\nc\r\nd\re\u{2028}f", "a b c d e f"),
    ("\u{1b}[31mred\u{1b}[0m", "red"), ("\u{1b}[?1049;2$phi", "hi"), ("\u{9b}2Jhi", "hi"),
    ("\u{1b}]0;owned\u{07}title", "title"), ("\u{1b}]8;;http://x\u{1b}\\link\u{1b}]8;;\u{1b}\\", "link"),
    ("\u{1b}Pq#0;2;0;0;0~\u{1b}\\x", "x"), ("\u{90}q~\u{9c}x", "x"), ("\u{9d}52;c;aGk=\u{07}x", "x"),
    ("\u{1b}_Gi=1;AAAA\u{1b}\\x", "x"), ("\u{1b}^private\u{9c}x", "x"), ("\u{1b}Xsos\u{1b}\\x", "x"),
    ("\u{1b}]never ends", "never ends"), ("\u{1b}Pnever ends", "never ends"),
    ("\u{1b}]a\u{1b}Pb\u{1b}_c", "abc"), ("\u{1b}]a\u{1b}Pb\u{07}c\u{1b}_d", "cd"),
    ("\u{1b}(0lqk\u{1b}(B", "lqk"), ("\u{1b}cx", "x"), ("\u{1b}7x\u{1b}8", "x"), ("x\u{1b}", "x"),
    ("\u{1b}[", ""), ("\u{1b}[31", ""), ("a\u{00}b\u{07}c\u{7f}d\u{0e}e", "abcde"), ("a\u{85}b", "ab"),
    ("abc\u{202e}fed\u{202c}\u{2066}x\u{2069}\u{200f}", "abcfedx"),
    // What one removal leaves must not become a new sequence.
    ("\u{1b}\u{1b}[31m[31mx", "[31mx"), ("\u{1b}[3\u{00}1mx", "1mx"),
  ])
  func stripsWhatSteersATerminal(text: String, plain: String) {
    #expect(PlainText.sanitised(text) == plain)
  }

  /// Every scalar of the planes in which anything is removed, between two letters.
  @Test func removesExactlyTheDangerousScalars() {
    let removed: Set<UInt32> = Set(0...0x1f).union(0x7f...0x9f).union(0x202a...0x202e).union(0x2066...0x2069)
      .union([0x061c, 0x200e, 0x200f])
    let spaces: Set<UInt32> = [0x09, 0x0a, 0x0d, 0x2028, 0x2029]
    // These begin a sequence and take what follows with them.
    let introducers: Set<UInt32> = [0x1b, 0x9b]
    for value in 0...0x3000 as ClosedRange<UInt32> where !introducers.contains(value) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let middle = spaces.contains(value) ? " " : removed.contains(value) ? "" : String(scalar)
      #expect(PlainText.sanitised("a\(scalar)b") == "a\(middle)b", "U+\(String(value, radix: 16))")
    }
  }

  /// Random mixtures of everything dangerous: nothing dangerous is left, and a second pass changes nothing.
  @Test func leavesNothingToInterpret() {
    let pieces = [
      "\u{1b}", "[", "]", "P", "\\", "\u{9b}", "\u{9d}", "\u{9c}", "\u{07}", "3", ";", "m", "x", "é", "\n",
      "\r",
      "\u{202e}", "\u{90}", " ", "_",
    ]
    for seed in 0..<200 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let text = (0..<40).compactMap { _ in pieces.randomElement(using: &random) }.joined()
      let plain = PlainText.sanitised(text)
      let worst = plain.unicodeScalars.first {
        $0.value < 0x20 || (0x7f...0x9f).contains($0.value) || (0x202a...0x202e).contains($0.value)
      }
      #expect(worst == nil, "seed \(seed)")
      #expect(PlainText.sanitised(plain) == plain, "seed \(seed)")
    }
  }
}
