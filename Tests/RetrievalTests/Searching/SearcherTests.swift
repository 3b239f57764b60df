import Embeddings
import Retrieval
import Testing

/// Six mugs: two vectors each but the last, which has neither picture nor text vector.
struct SmallCatalogue {
  static let titles = [
    "Red mug", "Red striped mug", "Blue mug", "Green teapot", "Blue teapot, red lid", "Gift card",
  ]

  let searcher: Searcher

  init() {
    var text = EmbeddingMatrix(dimensions: 4)
    var picture = EmbeddingMatrix(dimensions: 4)
    for row: [Float] in [
      [1, 0, 0, 0], [0.8, 0.6, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0.6, 0, 0.8, 0], [0, 0, 0, 0],
    ] { text.append(row) }
    for row: [Float] in [
      [1, 0, 0, 0], [1, 0, 0, 0], [0, 0, 0, 1], [0, 0, 0.6, 0.8], [0, 0, 0, 0], [0, 0, 0, 0],
    ] { picture.append(row) }
    var builder = LexicalIndexBuilder(analyzer: Analyzer(), fields: ["title"])
    for title in Self.titles { builder.append([title]) }
    searcher = Searcher(
      dense: DenseIndex(text: text, picture: picture, dimensions: [2, 4]), lexical: builder.build(),
      count: 6)
  }

  /// A plan of each mode, and both fusions.
  static func plans(depth: Int = 10) -> [SearchPlan] {
    let dense = DenseLane(dimensions: 4)
    return [
      SearchPlan(dense: dense, lexical: nil, depth: depth),
      SearchPlan(dense: nil, lexical: LexicalLane(), depth: depth),
      SearchPlan(dense: dense, lexical: LexicalLane(), depth: depth),
      SearchPlan(dense: dense, lexical: LexicalLane(), fusion: .reciprocalRank(k: 60), depth: depth),
    ]
  }
}

@Suite struct SearcherTests {
  private let searcher = SmallCatalogue().searcher
  private let red: [Float] = [1, 0, 0, 0]

  @Test func denseRanksByCosine() {
    let outcome = searcher.search(SmallCatalogue.plans()[0], query: SearchQuery(text: "red", vector: red))
    #expect(outcome.items.map(\.ordinal) == [0, 1, 4, 2, 3])
    #expect(outcome.items[2].score == Double(Float(0.6)), "an item without a picture is its text alone")
    #expect(outcome.matched == 5, "an item without a vector has no score")
  }

  @Test func theLargestSettingsAreAnswered() {
    let items = ItemSet([0, 1, 2], universe: 6)
    let query = SearchQuery(text: "red mugs", vector: red, eligible: items)
    for fusion in [Fusion.default, .reciprocalRank(k: .max)] {
      var plan = SmallCatalogue.plans(depth: .max)[2]
      plan.fusion = fusion
      plan.fusionDepth = .top(.max)
      plan.filtering = .after(oversampling: 5)
      #expect(Set(searcher.search(plan, query: query).items.map(\.ordinal)) == [0, 1, 2])
      #expect(searcher.whyNot(ordinal: 3, plan: plan, query: query).verdict == .filtered)
      #expect(!searcher.explain(ordinal: 0, plan: plan, query: query).details.isEmpty)
    }
  }

  @Test func lexicalRanksByTerms() {
    let outcome = searcher.search(
      SmallCatalogue.plans()[1], query: SearchQuery(text: "red mugs", vector: nil))
    #expect(outcome.items.map(\.ordinal) == [0, 1, 2, 4])
  }

  @Test func hybridWithoutVectorIsLexical() {
    let query = SearchQuery(text: "red mugs", vector: nil)
    let lexical = searcher.search(SmallCatalogue.plans()[1], query: query)
    let zeros = SearchQuery(text: "red mugs", vector: [0, 0, 0, 0])
    for plan in SmallCatalogue.plans()[2...] {
      let hybrid = searcher.search(plan, query: query)
      #expect(hybrid == lexical)
      #expect(searcher.search(plan, query: zeros) == lexical)
    }
  }

  @Test func hybridWithoutMatchIsDense() {
    let query = SearchQuery(text: "xylophone", vector: red)
    let dense = searcher.search(SmallCatalogue.plans()[0], query: query)
    for plan in SmallCatalogue.plans()[2...] {
      #expect(searcher.search(plan, query: query) == dense)
    }
  }

  @Test func denseWithoutVectorIsEmpty() {
    let outcome = searcher.search(SmallCatalogue.plans()[0], query: SearchQuery(text: "red", vector: nil))
    #expect(outcome.items.isEmpty)
    #expect(outcome.matched == 0)
  }

  @Test(arguments: SmallCatalogue.plans(depth: 4))
  func examplesWithoutVectorsFindNothing(_ plan: SearchPlan) {
    let outcome = searcher.search(plan, query: SearchQuery(text: " ", vector: nil, hasExamples: true))
    #expect(outcome.items.isEmpty && outcome.matched == 0)
  }

  @Test(arguments: SmallCatalogue.plans(depth: 4))
  func emptyQueryShowsTheCatalogue(_ plan: SearchPlan) {
    let outcome = searcher.search(plan, query: SearchQuery(text: " ", vector: [0, 0, 0, 0]))
    #expect(outcome.items.map(\.ordinal) == [0, 1, 2, 3])
    #expect(outcome.items.allSatisfy { $0.score == 0 && $0.parts.isEmpty })
    #expect(outcome.matched == searcher.count)
  }

  @Test(arguments: SmallCatalogue.plans())
  func namedItemsComeFirst(_ plan: SearchPlan) throws {
    let outcome = searcher.search(plan, query: SearchQuery(text: "mug-2", vector: red, named: [2]))
    let best = try #require(outcome.items.first)
    #expect(best.ordinal == 2)
    #expect(best.parts.last?.name == "identifier")
    let rest = outcome.items.dropFirst().map(\.score)
    #expect(best.parts.last.map { part in rest.allSatisfy { $0 < part.value } } == true)
    // An item that no lane scores is still found by its name.
    let card = searcher.search(plan, query: SearchQuery(text: "GIFT-1", vector: red, named: [5]))
    #expect(card.items.first?.ordinal == 5)
    let unnamed = searcher.search(plan, query: SearchQuery(text: "GIFT-1", vector: red))
    #expect(card.matched == unnamed.matched + (unnamed.items.contains { $0.ordinal == 5 } ? 0 : 1))
    let set = searcher.search(plan, query: SearchQuery(text: "set", vector: red, named: [3, 0]))
    #expect(set.items.prefix(2).map(\.ordinal) == [0, 3])
    let vector = searcher.search(plan, query: SearchQuery(text: " ", vector: nil, named: [3]))
    #expect(vector.items.map(\.ordinal) == [3], "a name alone is a query")
  }

  @Test(arguments: SmallCatalogue.plans())
  func aFilterLeavesOutNamedItemsToo(_ plan: SearchPlan) {
    let others = ItemSet([0, 1, 3], universe: 6)
    let query = SearchQuery(text: "red mug", vector: red, named: [2], eligible: others)
    let answer = searcher.search(plan, query: query)
    #expect(answer.items.allSatisfy { others.contains($0.ordinal) })
    let browsed = searcher.search(plan, query: SearchQuery(text: "", vector: nil, eligible: others))
    #expect(browsed.items.map(\.ordinal) == [0, 1, 3] && browsed.matched == 3)
  }

  /// The title of item 0 has sixteen rare words, which make a large BM25F score; item 1 has none of them.
  @Test func aNameOutweighsAnyNumberOfWords() {
    let name = "q1-w2-e3-r4-t5"
    var builder = LexicalIndexBuilder(analyzer: Analyzer(), fields: ["title"])
    for title in [name, "Lamp"] + (0..<200).map({ "Mug \($0 + 6)" }) { builder.append([title]) }
    let searcher = Searcher(dense: nil, lexical: builder.build(), count: 202)
    let plan = SearchPlan(dense: nil, lexical: LexicalLane(), depth: 2)
    let items = searcher.search(plan, query: SearchQuery(text: name, vector: nil, named: [1])).items
    #expect(items.map(\.ordinal) == [1, 0])
    #expect(items[1].score > 10)
  }

  @Test(arguments: SmallCatalogue.plans())
  func partsSumToTheScore(_ plan: SearchPlan) {
    for text in ["red mug", "teapot", "MUG-2", "xylophone"] {
      let named: [UInt32] = text == "MUG-2" ? [2] : []
      for item in searcher.search(plan, query: SearchQuery(text: text, vector: red, named: named)).items {
        #expect(item.score == Double(Float(item.parts.reduce(0) { $0 + $1.value })))
      }
    }
  }

  @Test(arguments: SmallCatalogue.plans())
  func depthCutsWithoutReordering(_ plan: SearchPlan) {
    let query = SearchQuery(text: "red mug", vector: red)
    let all = searcher.search(plan, query: query)
    for depth in 1...all.items.count {
      var short = plan
      short.depth = depth
      let outcome = searcher.search(short, query: query)
      #expect(outcome.items == Array(all.items.prefix(depth)))
      #expect(outcome.matched == all.matched)
    }
  }
}
