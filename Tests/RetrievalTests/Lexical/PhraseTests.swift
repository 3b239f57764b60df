import Testing

@testable import Retrieval

@Suite struct PhraseTests {
  private static let titles = [
    "Red dress with floral print", "A dress, red", "The red-dress shop", "Floral dress", "Bolt M8x20 steel",
    "Bolt M 8 x 20", "Café crème", "12\" monitor 24\" deep",
  ]

  private let index: LexicalIndex = {
    let analyzer = Analyzer(stopWords: StopWordList(parsing: "with\nthe\na"))
    var builder = LexicalIndexBuilder(analyzer: analyzer, fields: ["title"])
    for title in titles { builder.append([title]) }
    return builder.build()
  }()

  private func found(_ text: String, isTyping: Bool = false) -> Set<UInt32> {
    let query = index.query(text, isTyping: isTyping)
    return Set(index.top(99, of: query, lane: LexicalLane()).entries.map(\.ordinal))
  }

  @Test func quotedWordsFollowEachOther() {
    #expect(found("\"red dresses\"") == [0, 2])
    #expect(found("“red dress”") == [0, 2])
    #expect(found("\"dress red\"") == [1])
    #expect(found("\"dress with floral\"") == [0])
    #expect(found("\"red floral\"").isEmpty)
    #expect(found("\"red floral\" shop") == [2])
    #expect(found("\"red unknown\"").isEmpty)
  }

  @Test func identifiersMatchHoweverTheyAreJoined() {
    #expect(found("\"m8x20\"") == [4, 5])
    #expect(found("\"M8 X 20 steel\"") == [4])
    #expect(found("\"bolt m\"") == [4, 5])
  }

  @Test func aLoneMarkIsNoPhrase() {
    #expect(found("12\" monitor 24\"") == [7])
    #expect(
      QueryText("12\" monitor 24\"").parts == [QueryText.Part(text: "12\" monitor 24\"", isPhrase: false)])
    #expect(found("\"red dre", isTyping: true) == [0, 1, 2, 3])
    #expect(found("\"\" café") == [6])
  }

  @Test func repeatedPhrasesCountTwice() {
    let once = index.top(9, of: index.query("\"red dress\""), lane: LexicalLane()).entries
    let twice = index.top(9, of: index.query("\"red dress\" \"red dresses\""), lane: LexicalLane()).entries
    #expect(once.map { Float($0.score * 2) } == twice.map { Float($0.score) })
  }

  @Test func itemsAreFoundForExclusions() {
    #expect(index.items(containing: "floral").ordinals == [0, 3])
    #expect(index.items(containing: "FLORAL dress").ordinals == [3])
    #expect(index.items(containing: "\"red dress\"").ordinals == [0, 2])
    #expect(index.items(containing: "with").ordinals == [0])
    #expect(index.items(containing: "floral unknown").ordinals.isEmpty)
    #expect(index.items(containing: " … ").ordinals.isEmpty)
  }
}
