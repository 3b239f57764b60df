import TerminalUI
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("mug", 3), ("Tür", 3), ("e\u{301}", 1), ("桜模様", 6), ("ｶﾅ", 2), ("Ｆｕｌｌ", 8), ("한국어", 6),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("…—•", 3), ("½ €", 3), ("हिन्दी", 5), ("ไทย", 3), ("a\u{200B}b", 2),
    ("\u{202E}evil", 4), ("😀", 2), ("👍🏽", 2), ("👨‍👩‍👧", 2), ("🇩🇪", 2), ("❤️", 1), ("☎", 1), ("⌚", 2), ("▒█╱", 3),
    ("a\tb", 3), ("\u{1B}[31m", 5),
  ])
  func countsCells(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns, "\(text.debugDescription)")
  }

  /// The boundaries of ranges, where an off-by-one would show.
  @Test(arguments: [
    (0x10FF, 1), (0x1100, 2), (0x115F, 2), (0x1160, 0), (0x231A, 2), (0x231C, 1), (0x2E7F, 1), (0x2E80, 2),
    (0x303E, 2), (0x303F, 1), (0x3041, 2), (0xA4CF, 2), (0xA4D0, 1), (0xABFF, 1), (0xAC00, 2), (0xD7A3, 2),
    (0xFF00, 1), (0xFF01, 2), (0xFF60, 2), (0xFF61, 1), (0xFFE6, 2), (0xFFE8, 1), (0x1F32C, 1), (0x1F32D, 2),
    (0x1F5FA, 1), (0x1F5FB, 2), (0x1FAFF, 2), (0x1FB00, 1), (0x20000, 2), (0x2FFFD, 2), (0x300, 0),
    (0x20DD, 0),
  ])
  func knowsTheEdgesOfRanges(value: UInt32, columns: Int) throws {
    #expect(DisplayWidth.of(try #require(Unicode.Scalar(value))) == columns, "U+\(String(value, radix: 16))")
  }
}
