import Testing

@testable import assay

/// Captions in the letters their font has.
@Suite struct CaptionTextTests {
  @Test(arguments: [
    ("Škoda č. 5, žlutá", "Skoda c. 5, zlutá"), ("Łódź", "Lódz"), ("Ağrı", "Agri"), ("Tiệm phở", "Tiem pho"),
    ("cœur – “l’été” …", "coeur - \"l'été\" ..."), ("½ ﬁne ™", "½ fine TM"), ("S\u{30c}koda", "Skoda"),
    ("crème brûlée ß Ø", "crème brûlée ß Ø"), ("ＡＢＣ　１２", "ABC 12"), ("19 €", "19 EUR"),
  ])
  func writesLettersThatTheFontLacksWithoutTheirMarks(text: String, wanted: String) {
    #expect(CaptionText(text).text == wanted)
    #expect(CaptionText(text).text.allSatisfy(CaptionFont.standard.has))
  }

  /// A word in half its letters would be another word.
  @Test(arguments: ["桜模様", "Ελλάδα", "йод", "🎁", "עִבְרִית", "한글"])
  func leavesOtherScriptsToBoxes(text: String) {
    #expect(CaptionText(text).text.unicodeScalars.elementsEqual(text.unicodeScalars))
    #expect(!text.contains(where: CaptionFont.standard.has))
  }
}
