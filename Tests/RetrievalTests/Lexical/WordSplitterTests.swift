import Testing

@testable import Retrieval

@Suite struct WordSplitterTests {
  private func words(_ text: String) -> [String] {
    WordSplitter.tokens(of: text).map(\.surface)
  }

  @Test(arguments: [
    ("Red mugs, 2-pack", ["red", "mugs", "2", "pack", "2-pack"]),
    ("M8x20", ["m", "8", "x", "20", "m8x20"]),
    ("FJ-6BCFF", ["fj", "6", "bcff", "6bcff", "fj-6bcff"]),
    ("a1-b2-c3", ["a", "1", "a1", "b", "2", "b2", "c", "3", "c3", "a1-b2-c3"]),
    ("T-shirt / tee", ["t", "shirt", "tee"]),
    ("women's Levi’s", ["women", "levi"]),
    ("rock 'n' roll", ["rock", "n", "roll"]),
    ("don't", ["don", "t"]),
    ("9.5 in.", ["9", "5", "9.5", "in"]),
    ("--- ... 's", ["s"]),
    ("", []),
  ])
  func splits(text: String, expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test(arguments: [
    ("CAFÉ crème", ["cafe", "creme"]), ("Straße", ["strasse"]), ("ΣΊΣΥΦΟΣ", ["σισυφοσ"]), ("ﬁsh", ["fish"]),
    ("İstanbul", ["istanbul"]), ("e\u{301}tude", ["etude"]), ("हिन्दी", ["हिन्दी"]), ("٣ mugs", ["٣", "mugs"]),
    ("日本語", ["日本語"]), ("mug☕️cup", ["mug", "cup"]), ("½ price™", ["price"]),
    ("water\u{AD}proof", ["waterproof"]),
  ])
  func foldsCaseAndAccents(text: String, expected: [String]) {
    // Compared by scalars: an unfolded accent would otherwise be equal to its decomposition.
    #expect(words(text).map { Array($0.unicodeScalars) } == expected.map { Array($0.unicodeScalars) })
  }

  @Test func knowsWhatMayStillBeTyped() {
    func open(_ text: String) -> [String] {
      WordSplitter.tokens(of: text).filter(\.reachesEnd).map(\.surface)
    }
    #expect(open("red mu") == ["mu"])
    #expect(open("red mug ").isEmpty)
    #expect(open("red mug,").isEmpty)
    #expect(open("bolt M8x2") == ["2", "m8x2"])
    #expect(open("fj-6b") == ["b", "6b", "fj-6b"])
  }

  @Test func identifiersAreNotStemmed() {
    let term = Analyzer().termMaker()
    let terms = Analyzer().tokens(of: "running shoes runners-3s").map {
      String(decoding: term($0), as: UTF8.self)
    }
    #expect(terms == ["run", "shoe", "runner", "3", "s", "3s", "runners-3s"])
  }

  @Test func stopWordListsSkipComments() {
    let list = StopWordList(parsing: "# common words\nthe\n\nThe\r\nand\n")
    #expect(list.words == ["the", "and"])
  }
}
