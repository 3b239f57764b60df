import Explorer
import Relevance
import Retrieval
import TerminalUI
import TestSupport
import Testing

/// Whole screens, compared with text files that are meant to be read.
@Suite struct ScreenTests {
  @Test(arguments: [(80, 24), (120, 36), (200, 60)])
  func showsAQueryOfTheSet(columns: Int, rows: Int) {
    var session = Session(columns, rows)
    session.press("red striped mug<enter>3<space>0j")
    expectScreen(draw(session.state), "explore-\(columns)x\(rows)")
  }

  @Test func saysWhyNothingIsListed() {
    var session = Session(80, 24, answers: false)
    session.press("mug brand:nosuch<enter>")
    for request in session.searches {
      session.send(
        .searched(
          SearchReply(
            column: request.column, generation: request.generation,
            outcome: SearchOutcome(items: [], matched: 0, exactness: .scanned), cards: [],
            absence: "no brand is called 'nosuch'", seconds: 0.001)))
    }
    let rows = GoldenRows.rows(draw(session.state))
    #expect(rows.contains { $0.contains("no brand is called 'nosuch'") })
  }

  @Test func startsWithTheCatalogue() {
    expectScreen(draw(Session(80, 24).state), "browse-80x24")
  }

  @Test(arguments: [(80, 24), (120, 36)])
  func listsTheKeys(columns: Int, rows: Int) {
    var session = Session(columns, rows)
    session.press("mug<enter>?")
    expectScreen(draw(session.state), "help-\(columns)x\(rows)")
  }

  @Test func saysWhatMayFollowAPrefix() {
    var session = Session(80, 24)
    session.press("mug<enter>g")
    let rows = GoldenRows.rows(draw(session.state)).joined(separator: "\n")
    #expect(rows.contains("│ g  first item") && rows.contains("│ e  explore the catalogue"))
    session.press("x")
    #expect(session.state.detail == .off, "a sequence that means nothing is dropped whole")
  }

  @Test(arguments: [("v", "picture"), ("vv", "fields"), ("x", "explanation")])
  func showsDetail(keys: String, name: String) {
    var session = Session(120, 36)
    session.press("red striped mug<enter>l2" + keys)
    expectScreen(draw(session.state), "detail-\(name)-120x36")
    session.send(.terminal(.resized(Size(columns: 80, rows: 24))))
    expectScreen(draw(session.state), "detail-\(name)-80x24")
  }

  @Test(arguments: [(80, 24), (120, 36)])
  func saysWhatIsBeingOpened(columns: Int, rows: Int) {
    let screen = drawOpening(
      "shops/a-large-catalogue", query: TextField("red mu"), size: Size(columns: columns, rows: rows))
    expectScreen(screen, "opening-\(columns)x\(rows)")
  }

  @Test(arguments: [Size(columns: 1, rows: 1), Size(columns: 39, rows: 9), Size(columns: 40, rows: 1)])
  func opensInTheSmallestTerminals(size: Size) {
    #expect(drawOpening("a", query: TextField("red"), size: size).size == size)
  }

  @Test func leavesNoRoomWithoutPictures() {
    var session = Session(100, 30, pictures: .none)
    session.press("red striped mug<enter>j")
    expectScreen(draw(session.state), "no-pictures-100x30")
  }

  @Test func drawsBlocksTaller() {
    var session = Session(120, 36, pictures: .blocks)
    session.press("red striped mug<enter>j")
    expectScreen(draw(session.state), "blocks-120x36")
  }

  @Test func showsOneColumnWhereTwoDoNotFit() {
    var session = Session(60, 20)
    session.press("red striped mug<enter>l")
    expectScreen(draw(session.state), "narrow-60x20")
  }

  @Test func namesALoneColumnHoweverLongItsName() {
    var session = Session(80, 24)
    session.press("red striped mug<enter>lt--x")
    #expect(GoldenRows.rows(draw(session.state))[1].hasPrefix("‹B hybrid w .10 64 i8→400→64 f32"))
  }

  @Test func saysThatTheTerminalIsTooSmallAndRecovers() {
    var session = Session(80, 24)
    session.press("mug")
    let before = draw(session.state)
    session.send(.terminal(.resized(Size(columns: 34, rows: 8))))
    expectScreen(draw(session.state), "too-small-34x8")
    session.send(.terminal(.resized(Size(columns: 80, rows: 24))))
    #expect(draw(session.state) == before)
  }

  @Test func showsRankFusionAndLexicalColumns() {
    var session = Session(120, 36)
    session.press("steel<enter>lF<tab><tab><right>hc")
    expectScreen(draw(session.state), "rank-fusion-120x36")
  }

  @Test func givesTitlesTheLineOfFactsThatAreMissing() {
    var session = Session(110, 14, pictures: .none)
    session.answers = false
    session.press("mug<enter>v")
    for column in 0...1 {
      let request = session.searches.last { $0.column == column }
      if let request { session.send(Bench.bareAnswer(request)) }
    }
    for request in session.inspections.suffix(1) { session.send(Bench.nestedDetail(request)) }
    expectScreen(draw(session.state), "bare-110x14")
  }

  @Test(arguments: [(80, 24), (120, 36)])
  func keepsTheLastResultsWhileAFilterIsUnfinished(columns: Int, rows: Int) {
    var session = Session(columns, rows)
    session.press("red striped mug price:<")
    expectScreen(draw(session.state), "unfinished-\(columns)x\(rows)")
  }

  @Test(arguments: [(80, 24), (120, 36)])
  func keepsTheFocusedSliderInSight(columns: Int, rows: Int) {
    var session = Session(columns, rows)
    session.press("steel<enter>l<tab><tab><tab><tab><right><right><tab><tab><right>")
    expectScreen(draw(session.state), "sliders-\(columns)x\(rows)")
  }

  @Test(arguments: [(80, 24), (120, 36)])
  func tellsWhatIsBelowTheListFromWhatIsNew(columns: Int, rows: Int) {
    var session = Session(columns, rows)
    session.matched = 1024
    session.press("mug<enter>l")
    expectScreen(draw(session.state), "below-\(columns)x\(rows)")
  }

  @Test(arguments: [(80, 24), (120, 36), (160, 24)])
  func saysHowExactAColumnIsAndWhatAVectorTakes(columns: Int, rows: Int) {
    var session = Session(columns, rows)
    session.press("red striped mug<enter>t<tab><right>l--FFN")
    expectScreen(draw(session.state), "exactness-\(columns)x\(rows)")
  }

  @Test func writesLongRanksOut() {
    var session = Session(80, 24)
    session.matched = 1024
    session.press("mug<enter>GGG")
    let rows = GoldenRows.rows(draw(session.state))
    #expect(rows.contains { $0.contains(" 1024 ") } && rows.contains { $0.contains(" 1020 ") })
  }

  @Test(arguments: [(80, 24), (160, 48)])
  func labelsOneItemAtATime(columns: Int, rows: Int) {
    var session = Session(
      columns, rows,
      bench: Bench.workbench(
        guidelines: "Exact: all that was asked for. Good: one thing differs. Partly: of use all the same. "
          + "A set counts as what it is a set of."))
    session.clock = 0
    session.press("red striped mug<enter><f2>")
    for key in ["3", "1", "<space>", "2"] {
      session.clock = (session.clock ?? 0) + 1900
      session.press(key)
    }
    expectScreen(draw(session.state), "label-\(columns)x\(rows)")
    session.press("3kfnthe stripes are blue<enter>b")
    expectScreen(draw(session.state), "label-said-\(columns)x\(rows)")
  }

  @Test(arguments: [(80, 24), (160, 48)])
  func labelsByLetters(columns: Int, rows: Int) {
    var session = Session(columns, rows, pictures: .none, bench: Bench.workbench(scale: .esci))
    session.press("red striped mug<enter><f2>en")
    expectScreen(draw(session.state), "label-letters-\(columns)x\(rows)")
  }

  @Test func showsFlagsAndNotesBesideGrades() {
    var session = Session(80, 24)
    session.press("red striped mug<enter>fnblue<enter>3jd<space>")
    expectScreen(draw(session.state), "marks-80x24")
  }

  @Test func listsTheKeysOfTheLabelView() {
    var session = Session(80, 24)
    session.press("mug<enter><f2>?")
    expectScreen(draw(session.state), "help-label-80x24")
  }

  @Test(arguments: [(80, 24), (160, 48)])
  func showsTheQuerySet(columns: Int, rows: Int) {
    var session = Session(
      columns, rows, bench: Bench.workbench(queries: Bench.manyQueries, qrels: Bench.manyGrades))
    session.judgesPairs = true
    session.press("<enter><f3>jj")
    expectScreen(draw(session.state), "queries-\(columns)x\(rows)")
  }

  @Test func showsAQuerySetOfWhichNothingIsJudged() {
    var session = Session(80, 24, bench: Bench.workbench(qrels: Qrels()))
    session.judgesPairs = true
    session.press("<enter><f3>")
    expectScreen(draw(session.state), "queries-unjudged-80x24")
  }

  @Test func showsAQuerySetBeingRanked() {
    var session = Session(
      80, 24, bench: Bench.workbench(queries: Bench.manyQueries, qrels: Bench.manyGrades))
    session.answers = false
    session.press("<enter><f3>")
    for case .rankQueries(let request) in session.effects {
      for reply in Bench.rankings(request) {
        session.send(
          .rankedQueries(
            RankQueriesReply(
              generation: reply.generation, column: reply.column, answers: Array(reply.answers.prefix(9)))))
      }
    }
    expectScreen(draw(session.state), "queries-ranking-80x24")
  }

  @Test func saysThatThereIsNoQuerySet() {
    var session = Session(80, 24, bench: Bench.workbench(queries: []))
    session.press("<enter><f3>")
    expectScreen(draw(session.state), "queries-none-80x24")
  }

  @Test func showsTheQuerySetInTheSmallestTerminal() {
    var session = Session(
      40, 10, bench: Bench.workbench(queries: Bench.manyQueries, qrels: Bench.manyGrades))
    session.judgesPairs = true
    session.press("<enter><f3>")
    expectScreen(draw(session.state), "queries-40x10")
  }

  @Test(arguments: [(80, 24), (160, 48)])
  func showsCurvesAndFunnel(columns: Int, rows: Int) {
    var session = Session(
      columns, rows, bench: Bench.workbench(queries: Bench.manyQueries, qrels: Bench.manyGrades))
    session.press("<enter><f4>")
    expectScreen(draw(session.state), "curves-\(columns)x\(rows)")
    session.press("jjt")
    expectScreen(draw(session.state), "funnel-\(columns)x\(rows)")
  }

  @Test func showsCurvesWithoutGradesAndInTheSmallestTerminal() {
    var session = Session(80, 24, bench: Bench.workbench(qrels: Qrels()))
    session.press("<enter><f4>")
    expectScreen(draw(session.state), "curves-unjudged-80x24")
    var small = Session(
      40, 10, bench: Bench.workbench(queries: Bench.manyQueries, qrels: Bench.manyGrades))
    small.press("<enter><f4>")
    expectScreen(draw(small.state), "curves-40x10")
    small.press("t")
    expectScreen(draw(small.state), "funnel-40x10")
  }
}
