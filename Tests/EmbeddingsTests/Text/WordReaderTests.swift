import Embeddings
import Testing

@Suite struct WordReaderTests {
  @Test func wordsAreThoseOfTheTrainingTool() throws {
    for query in try DefaultEncoderFixtures.texts().queries {
      #expect(
        WordReader.words(in: query.text).map(\.description) == query.words, "\(query.text.debugDescription)")
    }
  }

  @Test func marksAndCaseDoNotMatter() {
    let words = WordReader.words(in: "Café CAFE\u{301} ΣΊΣΥΦΟΣ")
    #expect(words.map(\.description) == ["cafe", "cafe", "σισυφοσ"])
  }

  @Test func numbersMarkTheirWord() {
    #expect(WordReader.words(in: "mp3 plain ٣ Ⅷ").map(\.containsNumber) == [true, false, true, true])
  }

  @Test func longWordsAreCutAndTheirRestIsSkipped() {
    let words = WordReader.words(in: String(repeating: "é", count: 40) + "7 next")
    #expect(words.map(\.description) == [String(repeating: "e", count: 32), "next"])
    #expect(!words[0].containsNumber)
  }

  @Test func onlyTheFirst512WordsAreRead() {
    let text = (0..<600).map { "w\($0)" }.joined(separator: " ")
    let words = WordReader.words(in: text)
    #expect(words.count == 512)
    #expect(words.last?.description == "w511")
  }
}
