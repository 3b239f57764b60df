import Explorer
import Retrieval
import TerminalUI
import TestSupport
import Testing

/// Columns by several models.
@Suite struct ModelsTests {
  private let small = VectorModel(
    place: 1, name: "minilm", dimensions: [384], hasPictures: false)
  private let nested = VectorModel(place: 2, name: "nested", dimensions: [64, 128, 512])

  private func session(_ columns: Int = 120, _ rows: Int = 36, others: [VectorModel]) -> Session {
    Session(columns, rows, bench: Bench.workbench(others: others))
  }

  @Test func opensAColumnForEachModelAndNamesIt() {
    let session = session(others: [small, nested])
    #expect(
      session.state.columns.map(\.settings.name) == [
        "dense 256 float32 assay-default-1", "dense 384 float32 minilm", "dense 512 float32 nested",
      ])
    #expect(session.searches.map { $0.plan.dense?.model } == [0, 1, 2])
    #expect(Session().state.columns[0].settings.name == "dense 256 float32", "one model needs no name")
  }

  @Test func changesTheModelOfTheFocusedColumnInACircle() {
    var session = session(others: [small, nested])
    session.press("mug<enter>E")
    #expect(session.searches.last?.plan.dense == DenseLane(dimensions: 384, model: 1))
    session.press("E")
    #expect(session.searches.last?.plan.dense == DenseLane(dimensions: 512, model: 2), "whole stays whole")
    session.press("E")
    #expect(session.searches.last?.plan.dense == DenseLane(dimensions: 256, model: 0))
    #expect(session.state.columns.map { $0.settings.model?.place } == [0, 1, 2])
  }

  @Test func keepsALengthThatTheNextModelHasOrTheNextShorterOne() {
    var session = session(others: [nested])
    session.press("mug<enter>-")
    #expect(session.searches.last?.plan.dense?.dimensions == 128)
    session.press("E")
    #expect(session.searches.last?.plan.dense?.dimensions == 128)
    session.press("-E--")
    #expect(session.searches.last?.plan.dense?.dimensions == 16)
    session.press("E")
    #expect(session.searches.last?.plan.dense?.dimensions == 512, "no length is as short")
  }

  @Test func stepsThroughTheLengthsOfItsOwnModel() {
    var session = session(others: [nested])
    session.press("mug<enter>l-")
    #expect(session.searches.last?.plan.dense?.dimensions == 128)
    session.press("t")
    #expect(session.searches.last?.plan.dense?.coarse?.dimensions == 128, "a quarter of its own length")
  }

  @Test func warnsWhereAModelIsCutThatWasNotTrainedForIt() {
    let untrained = VectorModel(place: 1, name: "plain", dimensions: [192, 384], isMatryoshka: false)
    var session = Session(160, 48, bench: Bench.workbench(others: [untrained]))
    session.press("mug<enter>-")
    #expect(session.state.notice == nil, "the first model was trained for it")
    session.press("l-")
    #expect(session.state.notice?.text.contains("not trained to be cut") == true)
    #expect(GoldenRows.rows(draw(session.state)).contains { $0.contains("cut, no Matryoshka") })
    session.press("=")
    #expect(session.state.notice == nil)
    #expect(!GoldenRows.rows(draw(session.state)).contains { $0.contains("no Matryoshka") })
  }

  @Test func saysThatThereIsNothingToChoose() {
    var session = Session()
    session.press("mug<enter>")
    #expect(session.press("E").isEmpty)
    #expect(session.state.notice?.text.contains("--with INDEX") == true)
    var two = self.session(others: [small])
    two.press("mug<enter>c")
    #expect(two.press("E").isEmpty)
    #expect(two.state.notice?.text == "the model does not matter to a lexical column")
  }

  @Test(arguments: [(80, 24), (120, 36)])
  func showsALoadingModelInItsColumnOnly(columns: Int, rows: Int) {
    var session = session(columns, rows, others: [small])
    session.loading = [1]
    session.press("red striped mug<enter>")
    expectScreen(draw(session.state), "loading-\(columns)x\(rows)")
    session.loading = []
    let effects = session.send(.modelSettled(1, failure: nil))
    #expect(effects.count == 1, "the other column has its answer")
    #expect(session.state.columns.allSatisfy { $0.failure == nil && $0.ranking != nil })
    #expect(session.state.notice?.text == "the model minilm is ready")
  }

  @Test func saysThatAServerIsAskedInItsColumnOnly() {
    var session = session(others: [small])
    session.asking = [1]
    session.press("red striped mug<enter>")
    let head = GoldenRows.rows(draw(session.state))[1]
    #expect(head.contains("asking server"))
    #expect(!head.contains("loading"))
  }

  @Test func searchesAgainWhatAServerAnswered() {
    var session = session(others: [small])
    session.asking = [1]
    session.press("red striped mug<enter>")
    session.asking = []
    let effects = session.send(.serverNews(1, "served answered in 300 ms", isFailure: false))
    #expect(effects.count == 1, "the other column has its answer")
    #expect(session.state.columns.allSatisfy { $0.failure == nil && $0.ranking != nil })
    #expect(session.state.notice == Notice("served answered in 300 ms"))
    #expect(session.send(.serverNews(1, "served answered in 3 ms", isFailure: false)).isEmpty)
  }

  @Test func searchesAgainWithoutWhatAServerDidNotAnswer() {
    var session = session(others: [small])
    session.asking = [1]
    session.press("red striped mug<enter>")
    let effects = session.send(.serverNews(1, "served does not answer", isFailure: true))
    #expect(effects.count == 1, "the other column has its answer")
    #expect(session.searches.suffix(effects.count).map(\.column) == [1])
    #expect(session.state.notice == Notice("served does not answer", isWarning: true))
  }

  @Test func aFilterThatCannotBeReadLacksNoModel() throws {
    var session = session(others: [small])
    session.press("mug<enter>")
    session.answers = false
    session.send(.reopened(Bench.workbench(others: [small])))
    let request = try #require(session.searches.last { $0.column == 1 })
    session.send(
      .searchFailed(
        column: 1, generation: request.generation, SearchFailure("no", range: 0..<3, isInFilter: true)))
    #expect(session.send(.modelSettled(1, failure: nil)).isEmpty, "no vector makes it readable")
  }

  @Test func newsThatOvertakeTheAnswerAreNotLost() {
    var session = session(others: [small])
    session.press("mug<enter>")
    session.answers = false
    session.press("/s")
    let asked = session.searches.suffix(2)
    let effects = session.send(.serverNews(1, "served answered in 300 ms", isFailure: false))
    #expect(effects.count == 1)
    #expect(session.searches.last?.column == 1)
    #expect(asked.contains { $0.column == 1 })
  }

  @Test func sharesWithPicturesOnlyWhereTheModelHasThem() {
    var session = session(others: [small])
    session.press("mug<enter><tab>")
    #expect(session.state.slider == .textShare)
    session.press("<backtab>l<tab>")
    #expect(session.state.slider != .textShare)
    #expect(!GoldenRows.rows(draw(session.state))[34].contains("image"))
    session.press("E")
    #expect(GoldenRows.rows(draw(session.state))[34].contains("image"))
  }

  @Test func answersByWordsAloneMeanwhile() {
    var session = session(others: [small])
    session.loading = [1]
    session.press("red striped mug<enter>lcc")
    #expect(session.state.columns[1].settings.mode == .hybrid)
    let rows = GoldenRows.rows(draw(session.state))
    #expect(rows[2].contains("lexical only"))
    #expect(rows.last?.contains("B: the model is being loaded") == true)
    session.press("h")
    #expect(GoldenRows.rows(draw(session.state)).last?.contains("being loaded") == false)
  }

  @Test func tellsWhyAModelCanNotBeLoaded() {
    var session = session(others: [small])
    session.loading = [1]
    session.press("mug<enter>")
    session.send(.modelSettled(1, failure: "its weights are truncated"))
    #expect(session.state.notice?.text == "minilm: its weights are truncated")
    #expect(session.state.notice?.isWarning == true)
  }

  @Test(arguments: [(80, 24), (160, 48)])
  func comparesModels(columns: Int, rows: Int) {
    var session = session(columns, rows, others: [small])
    session.press("red striped mug<enter>l")
    expectScreen(draw(session.state), "models-\(columns)x\(rows)")
  }
}
