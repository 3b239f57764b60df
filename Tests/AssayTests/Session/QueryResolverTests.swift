import Relevance
import Retrieval
import Storage
import TestSupport
import Testing

@testable import assay

extension EndToEnd {
  @Suite struct QueryResolverTests {
    private let resolver: QueryResolver
    private let store: ItemStore
    private let encoder = HashingEncoder(dimensions: [64])

    init() throws {
      store = try IndexArchive(#require(Shop.indexed).index).items()
      resolver = try QueryResolver(
        store: store, encoder: encoder, dense: nil, lexical: nil,
        pictureFolders: [#require(Shop.indexed).path])
    }

    private func resolve(_ text: String, isTyping: Bool = false) throws -> SearchQuery {
      let dense = DenseLane(dimensions: 64)
      return try resolver.resolve(
        Query(id: "q", text: text), plan: SearchPlan(dense: dense, lexical: LexicalLane(), depth: 10),
        isTyping: isTyping)
    }

    private func ordinal(_ id: String) throws -> UInt32 {
      try #require(try store.ordinal(of: DocumentID(id)))
    }

    @Test func wordsAreTheirOwnVectorAndText() throws {
      let query = try resolve("  red   \"satin dress\" ", isTyping: true)
      #expect(query.text == "red \"satin dress\"" && !query.isTyping)
      #expect(query.vector == encoder.encode(query: "red satin dress"))
      #expect(query.named.isEmpty && query.eligible == nil)
      #expect(try resolve("red sat", isTyping: true).isTyping)
      #expect(try !resolve("red sat").isTyping)
    }

    @Test func partsAreSummedAsUnitVectors() throws {
      let sum = try #require(try resolve("red + 3*\"satin\" - mug").vector)
      let parts = [(1.0, "red"), (3, "satin"), (-1, "mug")].map {
        (factor: $0.0, vector: encoder.encode(query: $0.1))
      }
      #expect(QueryVectors.sum(parts) == sum)
      #expect(try resolve("red + 3*\"satin\" - mug").text == "red \"satin\"")
    }

    @Test func filtersAndSubtractedItemsLeaveTheRestEligible() throws {
      let velora = try ItemSet([ordinal("p0002")], universe: store.count)
      #expect(try resolve("brand:velora").eligible == velora)
      #expect(try resolve("-brand:velora").eligible == velora.complement)
      #expect(try resolve("- id:p0002").eligible == velora.complement)
      #expect(try resolve("brand:velora - id:p0002").eligible == ItemSet(universe: store.count))
      #expect(try resolve("mug").eligible == nil)
    }

    @Test func idsAndStockNumbersNameItems() throws {
      let dress = try ordinal("p0006")
      let named = [
        "id:p0006", "id:ta-4k1srb", "TA-4K1SRB", "ta-4k1srb brand:velora", "\"TA-4K1SRB\" - mug",
        "red id:p0006",
      ]
      for text in named { #expect(try resolve(text).named == [dress], "\(text)") }
      for text in ["red TA-4K1SRB", "- TA-4K1SRB", "like:p0006"] {
        #expect(try resolve(text).named == [], "\(text)")
      }
    }

    @Test(arguments: ["mug id:p00", "mug like:p00", "mug image:images/p0", "mug - like:p00"])
    func whatIsStillBeingTypedNamesNothingYet(_ text: String) throws {
      let query = try resolve(text, isTyping: true)
      #expect(query.vector == encoder.encode(query: "mug") && query.named.isEmpty)
      let error = #expect(throws: QueryError.self) { try resolve(text) }
      #expect(error?.range.upperBound == text.count)
      #expect(throws: QueryError.self) { try resolve(text + " ", isTyping: true) }
    }

    @Test(
      arguments: [
        ("mug price:<", 11..<11), ("price:<abc", 7..<10), ("mug id:nope", 4..<11), ("\"red", 0..<4),
        ("red mug", nil), ("", nil), ("brand:vel*", nil), ("image:nowhere.jpg", nil),
      ] as [(String, Range<Int>?)])
    func faultsAreFoundBeforeTheQueryIsFinished(_ text: String, range: Range<Int>?) {
      #expect(resolver.fault(in: text)?.range == range, "\(resolver.fault(in: text)?.message ?? "")")
    }

    @Test func examplesHaveNoWords() throws {
      let words = SearchPlan(dense: nil, lexical: LexicalLane(), depth: 10)
      let picture = try resolver.resolve(Query(id: "q", text: "image:images/p0006.jpg"), plan: words)
      #expect(picture.hasExamples && picture.lacksVectors && !picture.isEmpty)
      #expect(throws: WordsAlone.self) { try WordsAlone.check(picture, for: words) }
      let more = try resolver.resolve(Query(id: "q", text: "red + image:images/p0006.jpg"), plan: words)
      #expect(more.hasExamples && !more.lacksVectors)
      try WordsAlone.check(more, for: words)
      let compared = try resolve("image:images/p0006.jpg")
      #expect(compared.vector != nil && !compared.lacksVectors)
      // Half a path is no picture yet.
      let half = try resolver.resolve(Query(id: "q", text: "image:ima"), plan: words, isTyping: true)
      #expect(half.isEmpty)
    }

    @Test func plainWordsHaveNoSyntax() throws {
      let plan = SearchPlan(dense: nil, lexical: LexicalLane(), depth: 10)
      let query = try resolver.plain(Query(id: "q", text: "brand:velora - \"mug"), plan: plan)
      #expect(query == SearchQuery(text: "brand:velora -  mug", vector: nil))
      #expect(try resolver.plain(Query(id: "q", text: "TA-4K1SRB"), plan: plan).named == [ordinal("p0006")])
    }
  }
}
