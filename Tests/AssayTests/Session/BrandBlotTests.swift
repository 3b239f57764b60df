import Testing

@testable import assay

@Suite struct BrandBlotTests {
  @Test func hidesEveryOccurrenceInAnyCase() {
    let blot = BrandBlot("Ridgeline")
    #expect(blot.applied(to: "Ridgeline mug by RIDGELINE's potters") == "▒▒▒ mug by ▒▒▒'s potters")
    #expect(
      blot.applied(to: "theRidgelineMug") == "the▒▒▒Mug", "a long name betrays itself within a word, too")
    #expect(blot.applied(to: "Ridge line") == "Ridge line")
  }

  @Test func leavesWordsThatHappenToHoldAShortNameReadable() {
    let blot = BrandBlot("On")
    #expect(
      blot.applied(to: "On running shoes, one pair on offer") == "▒▒▒ running shoes, one pair ▒▒▒ offer")
    #expect(blot.applied(to: "spoon on-on 2on") == "spoon ▒▒▒-▒▒▒ 2on")
    #expect(blot.applied(to: "ON") == "▒▒▒")
  }

  @Test func knowsLettersOfAnyKind() {
    #expect(BrandBlot("Faïencerie").applied(to: "FAÏENCERIE de l’Étang") == "▒▒▒ de l’Étang")
    // The same letters, composed differently.
    #expect(BrandBlot("Café").applied(to: "Cafe\u{301} noir") == "▒▒▒ noir")
    #expect(BrandBlot("有田焼").applied(to: "有田焼の皿") == "▒▒▒の皿", "no blank ends a word here")
    #expect(BrandBlot("Trail & Co").applied(to: "by trail & co.") == "by ▒▒▒.")
  }

  @Test func hidesNothingWithoutABrand() {
    #expect(BrandBlot("").applied(to: "a mug") == "a mug")
    #expect(BrandBlot("mug").applied(to: "") == "")
  }
}
