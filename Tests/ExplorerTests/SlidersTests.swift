import Explorer
import Retrieval
import TerminalUI
import Testing

/// The sliders of the term lane, and the line they stand on.
@Suite struct SlidersTests {
  @Test func movesSaturationLengthAndFieldWeightsOfTheFocusedColumnOnly() throws {
    var session = Session()
    session.press("red mug<enter>l<tab><tab><tab><tab><right>")
    #expect(session.searches.last?.plan.lexical?.k1 == 1.3)
    session.press("<tab><left>")
    #expect(session.searches.last?.plan.lexical?.b == 0.7)
    session.press("<tab><right>")
    #expect(session.searches.last?.plan.lexical?.fieldWeights["title"] == 6)
    session.press("<tab><left><left>")
    #expect(session.searches.last?.plan.lexical?.fieldWeights["description"] == 0.5)
    #expect(session.state.columns[1].settings.name.hasSuffix("k1 1.3 b .70 description .5 title 6"))
    #expect(session.state.columns[0].settings.lexical == LexicalLane())
    session.press("<left><left><left><left>")
    let last = try #require(session.searches.last)
    #expect(last.plan.lexical?.fieldWeights["description"] == 0, "no weight lies below 0")
  }

  @Test func comesBackToTheSameNumbers() {
    var session = Session()
    session.press("red mug<enter>l<tab><tab><tab><tab>")
    let before = session.state.columns[1].settings
    for _ in 0..<3 {
      session.press("<right><right><right><left><left><left><tab>")
      #expect(session.state.columns[1].settings.plan(depth: 1) == before.plan(depth: 1))
    }
    #expect(session.state.columns[1].settings.name == before.name)
  }

  @Test(arguments: [(0.6, 1, 0.75), (0.6, -1, 0.5), (30, 1, 30), (30, -1, 20), (20, 1, 20), (0, -1, 0)])
  func stepsFromAWeightThatIsNotOnOffer(weight: Double, step: Int, next: Double) {
    let settings = RankingSettings(
      mode: .lexical, dimensions: 16, lexical: LexicalLane(fieldWeights: ["title": weight]))
    let moved = Parameter.weight("title").moved(settings, by: step, dimensions: [16])
    #expect(moved.weight(of: "title") == next)
  }

  @Test(arguments: [
    ("", [Parameter.dimensions, .textShare]),
    ("c", [.saturation, .lengthNormalisation, .weight("title"), .weight("description"), .weight("brand")]),
  ])
  func walksTheSlidersThatMatter(keys: String, parameters: [Parameter]) {
    var session = Session()
    session.press("red mug<enter>" + keys)
    if !parameters.contains(session.state.slider) { session.press("<tab>") }
    var walked: [Parameter] = []
    for _ in parameters {
      walked.append(session.state.slider)
      session.press("<tab>")
    }
    #expect(walked == parameters)
    #expect(session.state.slider == parameters[0])
    session.press("<backtab>")
    #expect(session.state.slider == parameters.last)
  }

  @Test func slidesTheDepthOfTheListsToAllOfThem() {
    var session = Session()
    session.press("red mug<enter>l<tab><tab><tab><right>")
    #expect(session.searches.last?.plan.fusionDepth == .top(2000))
    session.press("<right><right><right><right><right>")
    #expect(session.searches.last?.plan.fusionDepth == .all)
    session.press("<left>")
    #expect(session.searches.last?.plan.fusionDepth == .top(10_000))
    #expect(session.state.columns[1].settings.name == "hybrid w .10 of 10000 256 float32")
  }

  @Test func stepsThroughFusionsAndNormalisations() {
    var session = Session()
    session.press("red mug<enter>lN")
    #expect(session.searches.last?.plan.fusion == .weighted(lexicalShare: 0.1, normalisation: .zScore))
    let fusions = ["F", "F", "F"].map { key in
      session.press(key)
      return session.searches.last?.plan.fusion
    }
    #expect(fusions == [.reciprocalRank(k: 60), .combSUM(.zScore), .combMNZ(.zScore)])
    #expect(session.state.columns[1].settings.name == "hybrid combmnz z-score 256 float32")
    session.press("FF")
    #expect(session.press("N").isEmpty)
    #expect(session.state.notice?.text.contains("nothing to normalise") == true)
  }

  @Test func putsACoarseStageBeforeTheColumn() {
    var session = Session()
    session.press("red mug<enter>B")
    #expect(session.state.notice?.text.contains("t puts a coarse one before it") == true)
    session.press("t")
    #expect(
      session.searches.last?.plan.dense?.coarse
        == CoarseStage(dimensions: 64, precision: .int8, shortlist: 400))
    #expect(session.state.columns[0].settings.name == "dense 64 int8 → 400 → 256 float32")
    session.press("<tab><left><tab><right>B")
    #expect(
      session.searches.last?.plan.dense?.coarse
        == CoarseStage(dimensions: 32, precision: VectorPrecision.allCases[2], shortlist: 800))
    session.press("t")
    #expect(session.searches.last?.plan.dense?.coarse == nil)
    #expect(session.state.columns[1].settings.isTwoStage == false)
    session.press("ct")
    #expect(session.state.notice?.text == "a coarse stage does not matter to a lexical column")
  }

  @Test(arguments: [40, 60, 80, 120])
  func showsTheChosenLengthAmongMany(columns: Int) {
    let lengths = Array(stride(from: 64, through: 768, by: 64))
    var session = Session(columns, 24, bench: Bench.workbench(dimensions: lengths))
    session.press("red mug<enter>")
    for length in lengths.reversed() {
      let row = GoldenRows.rows(draw(session.state))[22]
      #expect(row.contains("[\(length)]") && row.contains("float32"), "\(length) at \(columns): \(row)")
      session.press("-")
    }
  }

  @Test(arguments: [40, 57, 60, 80, 100, 120, 200])
  func showsTheFocusedSliderWhole(columns: Int) throws {
    var session = Session(columns, 24)
    session.press("red mug<enter>l")
    for name in [
      "dims 16", "text .50", "lexical .10", "lists 1000", "k1 1.2", "b .75", "title 5", "description 1",
      "brand 2",
    ] {
      let row = GoldenRows.rows(draw(session.state))[22]
      #expect(row.contains(name), "\(name) at \(columns): \(row)")
      session.press("<tab>")
    }
  }
}
