import Embeddings
import Explorer
import Foundation
import Relevance
import Retrieval
import Storage
import TestSupport
import Testing

@testable import assay

/// Saved columns on a real index.
@Suite struct ColumnPresetsTests {
  private let folder: TemporaryFolder
  private let workspace: Workspace

  init() throws {
    folder = try TemporaryFolder()
    let shop = folder.path("shop")
    try FileManager.default.copyItem(at: Shop.original, to: folder.url("shop"))
    let encoder = HashingEncoder(dimensions: [8, 16])
    try Indexing(settings: .current, isStrict: false, isQuiet: true)
      .run(shop, output: folder.path("index"), roles: RoleDeclaration(), encoder: encoder)
    workspace = try Workspace(
      archive: IndexArchive(folder.path("index")), encoder: encoder, catalogue: shop, attention: nil)
  }

  private func bench(others: [VectorModel] = []) -> Workbench {
    Workbench(
      catalogue: "shop", encoder: "hash", dimensions: workspace.dimensions, itemCount: 12, queries: [],
      qrels: Qrels(), judgments: KnownJudgments(Qrels()), scale: .zeroToThree, journal: "j",
      lexical: LexicalLane(fieldWeights: workspace.fieldWeights), textFields: workspace.textFields,
      others: others)
  }

  private func presets(others: [VectorModel] = []) -> ColumnPresets {
    ColumnPresets(
      file: PresetFile(path: folder.path("presets.toml")), workspace: workspace, bench: bench(others: others))
  }

  @Test func nothingIsReplacedUnasked() throws {
    let presets = presets()
    let column = RankingSettings(mode: .dense, dimensions: 16, lexical: bench().lexical)
    let dense = ColumnPreset(name: "one", columns: [column])
    let both = ColumnPreset(name: "one", columns: [column, column])
    #expect(try !presets.save(dense, mayReplace: false))
    let error = #expect(throws: CommandFailure.self) { try presets.save(both, mayReplace: false) }
    #expect(error?.message.contains("“one” is saved already") == true)
    #expect(try presets.arrangement(named: "one").settings.count == 1)
    #expect(try presets.save(both, mayReplace: true))
    #expect(try presets.arrangement(named: "one").settings.count == 2)
  }

  @Test func whatIsSavedExecutesTheSamePlanWhenItIsLoaded() throws {
    var random = SeededGenerator(seed: 11)
    var columns: [RankingSettings] = []
    for mode in RankingMode.allCases {
      for rule in FusionRule.allCases {
        var settings = RankingSettings(
          mode: mode, dimensions: [8, 16].randomElement(using: &random) ?? 8,
          textShare: [0.5, 0.35, 0, 1].randomElement(using: &random) ?? 0.5, lexical: bench().lexical,
          coarse: CoarseStage(dimensions: 8, precision: .binary, shortlist: 50))
        settings.isTwoStage = Bool.random(using: &random)
        settings.precision = VectorPrecision.allCases.randomElement(using: &random) ?? .int8
        settings.fusionRule = rule
        settings.normalisation = Normalisation.allCases.randomElement(using: &random) ?? .minMax
        settings.lexicalShare = 0.15
        settings.rankConstant = 20
        settings.fusionDepth = [.default, .all, .top(200)].randomElement(using: &random) ?? .default
        settings.lexical.k1 = 1.3
        settings.lexical.b = [0.75, 0.4].randomElement(using: &random) ?? 0.4
        settings.lexical.fieldWeights["title"] = 2
        settings.filter = ["", "price:<50 brand:Velora"].randomElement(using: &random) ?? ""
        columns.append(settings)
      }
    }
    for settings in columns {
      try presets().save(ColumnPreset(name: "it", columns: [settings, settings]))
      let loaded = try presets().arrangement(named: "it").settings
      #expect(loaded.count == 2)
      for column in loaded { #expect(ColumnPresets.rankAlike(column, settings)) }
      #expect(loaded[0].name == settings.name)
    }
  }

  @Test func namesTheModelWhereSeveralAreOpen() throws {
    let other = VectorModel(place: 1, name: "minilm", dimensions: [8, 16])
    let joined = try workspace.joined(by: [workspace])
    let two = ColumnPresets(
      file: presets().file, workspace: joined, bench: bench(others: [other]))
    var settings = RankingSettings(mode: .dense, dimensions: 16)
    settings.model = other
    try two.save(ColumnPreset(name: "both", columns: [settings]))
    #expect(try two.arrangement(named: "both").settings[0].model == other)
    let alone = presets().saved.presets
    #expect(alone.first?.columns.isEmpty == true)
    #expect(alone.first?.problem?.contains("the model 'minilm' is not open, only hash") == true)
    #expect(alone.first?.problem?.contains("presets.toml, line 2") == true)
  }

  @Test(arguments: [
    ("dense:7", "declares 8, 16"), ("vector:8", "begins with one of"), ("dense:8,index=x", "no index"),
    ("hybrid:filter=mug", "not only filters"), ("hybrid:filter=price:<", "can't be read"),
    ("dense:8,fancy=1", "fancy"),
  ])
  func namesTheLineOfAColumnThatCanNotBeShown(column: String, words: String) throws {
    let file = presets().file
    try file.save("good", columns: ["dense:8"])
    try file.save("bad", columns: ["lexical", column])
    let error = try #require(throws: CommandFailure.self) { try presets().arrangement(named: "bad") }
    #expect(error.message.contains("presets.toml, line 7: preset 'bad'") && error.message.contains(words))
    #expect(presets().saved.presets.map { $0.problem == nil } == [true, false])
  }

  @Test func namesWhatIsSavedWhenANameIsNot() throws {
    try presets().file.save("good", columns: ["dense:8"])
    let error = try #require(throws: CommandFailure.self) { try presets().arrangement(named: "bad") }
    #expect(error.message.contains("no preset is called 'bad'; saved are good"))
    try presets().file.save("many", columns: Array(repeating: "dense:8", count: 5))
    let many = try #require(throws: CommandFailure.self) { try presets().arrangement(named: "many") }
    #expect(many.message.contains("5 columns"))
  }

  /// The catalogue in its order is no answer to an id that is nobody's yet.
  @Test(arguments: ["id:zzzz", "like:zzzz", "image:nowhere.jpg"]) func whatNamesNothingYetListsNothing(
    text: String
  ) throws {
    func reply(_ text: String, _ typing: Typing) throws -> SearchReply {
      try workspace.search(
        SearchRequest(
          column: 0, generation: 1, query: Query(id: "q", text: text),
          plan: SearchPlan(
            dense: DenseLane(dimensions: 16), lexical: LexicalLane(), fusion: .reciprocalRank(k: 60),
            depth: 12),
          typing: typing))
    }
    let typed = try reply(text, .inWord)
    let end = text.count
    #expect(typed.cards.isEmpty && typed.unfinished?.range?.upperBound == end)
    #expect(typed.absence == typed.unfinished?.message && typed.absence?.isEmpty == false)
    #expect(throws: QueryError.self) { try reply(text, .finished) }
    #expect(try reply("satin " + text, .inWord).cards.isEmpty == false, "the words before it answer")
    #expect(try reply("", .inWord).cards.count == 12)
  }

  private func typed(_ text: String, filter: String = "") throws -> SearchReply {
    var plan = SearchPlan(
      dense: DenseLane(dimensions: 16), lexical: LexicalLane(), fusion: .reciprocalRank(k: 60), depth: 12)
    plan.filter = filter
    return try workspace.search(
      SearchRequest(
        column: 0, generation: 1, query: Query(id: "q", text: text), plan: plan, typing: .inWord))
  }

  /// A list that goes blank and comes back with each character is hard to look at.
  @Test(arguments: ["price:<", "\"", "-"])
  func whatIsHalfTypedLeavesTheCatalogue(text: String) throws {
    let reply = try typed(text)
    #expect(reply.cards.count == 12 && reply.absence == nil)
    #expect(reply.unfinished != nil)
  }

  @Test func whatNamesNothingYetListsNothingInAFilteredColumn() throws {
    let all = try typed("", filter: "price:<50")
    #expect(!all.cards.isEmpty && all.cards.count < 12)
    let reply = try typed("id:zzzz", filter: "price:<50")
    #expect(try reply.cards.isEmpty && reply.absence == typed("id:zzzz").absence && reply.absence != nil)
    #expect(try typed("price:<", filter: "price:<50").cards == all.cards)
    let filtered = try typed("price:<50 id:zzzz")
    #expect(filtered.cards == all.cards, "the query's own filter answers")
  }

  @Test func aFilterThatCannotBeReadIsNamed() throws {
    let error = try #require(throws: ColumnFilterError.self) { try typed("satin", filter: "pirce:<50") }
    let failure = SearchFailure(error)
    #expect(failure.message.hasPrefix("the filter 'pirce:<50' of a column can't be read: it is not only"))
    #expect(failure.brief.hasPrefix("it is not only filters") && failure.filterRange == 0..<9)
  }

  @Test func aColumnsFilterNarrowsWhatItRanks() throws {
    let query = Query(id: "q", text: "satin")
    var plan = SearchPlan(dense: nil, lexical: LexicalLane(), depth: 12)
    let all = try workspace.rank(workspace.resolve(query, plan: plan), plan: plan)
    plan.filter = "price:<50"
    let some = try workspace.rank(workspace.resolve(query, plan: plan), plan: plan)
    let typed = Query(id: "q", text: "satin price:<50")
    plan.filter = ""
    let same = try workspace.rank(workspace.resolve(typed, plan: plan), plan: plan)
    #expect(some.items.map(\.ordinal) == same.items.map(\.ordinal))
    #expect(some.matched < all.matched && some.matched > 0)
    plan.filter = "pirce:<50"
    let error = try #require(throws: ColumnFilterError.self) { try workspace.resolve(query, plan: plan) }
    #expect(
      error.fault.range == 0..<9 && "\(error)".contains("the filter 'pirce:<50' of a column can't be read"))
  }
}
