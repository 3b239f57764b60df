import TerminalUI
import TestSupport
import Testing

@Suite struct GlyphTests {
  @Test(arguments: [
    ("a\u{1B}[31mb", "a\u{FFFD}[31mb"), ("bell\u{7}", "bell\u{FFFD}"), ("\u{9B}2J", "\u{FFFD}2J"),
    ("one\ntwo", "one two"), ("one\r\ntwo", "one two"), ("tab\there", "tab here"), ("nb\u{A0}sp", "nb sp"),
    ("\u{202E}gnp.exe", "gnp.exe"), ("so\u{AD}ft", "soft"), ("👨‍👩‍👧", "👨"), ("👍🏽", "👍"), ("🇩🇪", "DE"), ("❤️", "❤"),
    ("\u{301}x", " \u{301}x"), ("\u{E000}", "\u{FFFD}"), ("क्ष", "क्ष"),
  ])
  func makesTextSafe(text: String, safe: String) {
    let glyphs = Glyph.safe(text).map(\.text).joined()
    #expect(glyphs.unicodeScalars.elementsEqual(safe.unicodeScalars), "\(glyphs.debugDescription)")
  }

  @Test func keepsAtMostFourMarks() {
    let zalgo = "o" + String(repeating: "\u{301}", count: 50)
    #expect(Glyph.safe(zalgo).map { $0.text.unicodeScalars.count } == [5])
  }

  /// Some ranges are taken for narrow characters without asking what each is; the properties say the same.
  @Test func rangesTakenAsNarrowAreNarrow() throws {
    let ranges: [ClosedRange<UInt32>] = [
      0xA1...0xAC, 0xAE...0x2FF, 0x2010...0x2027, 0x20A0...0x20BF, 0x2190...0x21FF, 0x2500...0x259F,
    ]
    for value in ranges.joined() {
      let scalar = try #require(Unicode.Scalar(value))
      let category = scalar.properties.generalCategory
      #expect(
        ![.format, .control, .surrogate, .privateUse, .unassigned, .nonspacingMark, .enclosingMark]
          .contains(category), "U+\(String(value, radix: 16))")
      #expect(DisplayWidth.of(scalar) == 1)
      #expect(Glyph.safe(String(scalar)).map(\.text) == [String(scalar)])
    }
  }

  /// Whatever the bytes, a cell holds one spacing scalar, and no control character.
  @Test func isSafeForAnyScalars() throws {
    var generator = SeededGenerator(seed: 11)
    for round in 0..<2_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...12, using: &generator) {
        let range: ClosedRange<UInt32> = Bool.random(using: &generator) ? 0...0x2FF : 0...0x1FFFF
        if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) { text.append(scalar) }
      }
      for glyph in Glyph.safe(String(text)) {
        let scalars = Array(glyph.text.unicodeScalars)
        #expect(!scalars.isEmpty && scalars.count <= 5, "round \(round)")
        #expect((1...2).contains(glyph.columns), "round \(round)")
        #expect(scalars.dropFirst().allSatisfy { DisplayWidth.of($0) == 0 }, "round \(round)")
        #expect(scalars.allSatisfy { $0.properties.generalCategory != .control }, "round \(round)")
      }
    }
  }
}
