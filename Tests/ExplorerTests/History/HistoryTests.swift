import Explorer
import Relevance
import TerminalUI
import TestSupport
import Testing

/// The queries that were asked before, in the query line.
@Suite struct HistoryTests {
  private func session(_ queries: [String] = ["steel tumbler", "Camden jug", "red mug"]) -> Session {
    Session(history: queries)
  }

  private func remembered(_ effects: [Effect]) -> [String] {
    effects.compactMap { if case .remember(let query) = $0 { query } else { nil } }
  }

  @Test func walksBackAndForth() {
    var session = session()
    session.press("mu")
    for (key, text) in [
      ("<up>", "red mug"), ("<ctrl-p>", "Camden jug"), ("<up>", "steel tumbler"), ("<up>", "steel tumbler"),
      ("<down>", "Camden jug"), ("<ctrl-n>", "red mug"), ("<down>", "mu"),
    ] {
      session.press(key)
      #expect(session.state.field.text == text && session.state.focus == .query, "after \(key)")
      #expect(session.state.query.text == text, "the results follow")
    }
    #expect(session.searches.last?.typing == .inWord)
    session.press("<down>")
    #expect(session.state.focus == .results, "there is nothing newer than the line itself")
  }

  @Test func takesFormerQueriesAsWhole() {
    var session = session()
    session.press("<up>")
    #expect(session.searches.last?.typing == .finished)
  }

  @Test func makesAnEditedQueryANewOne() {
    var session = session()
    session.press("<up>s")
    #expect(session.state.field.text == "red mugs")
    session.press("<down>")
    #expect(session.state.focus == .results, "an edited query is the line as it is")
  }

  @Test func undoesAWalkAtOnce() {
    var session = session()
    session.press("mu<up><up><ctrl-_>")
    #expect(session.state.field.text == "mu")
  }

  @Test(arguments: ["<enter>", "<down>", "<esc>", "<f2>", "<ctrl-c>"])
  func remembersWhatWasAsked(key: String) {
    var session = session([])
    #expect(remembered(session.press("blue jug" + key)) == ["blue jug"])
    #expect(session.state.history.queries == ["blue jug"])
  }

  @Test func remembersNothingTwice() {
    var session = session()
    #expect(remembered(session.press("red mug<enter>")).isEmpty, "it is the latest already")
    #expect(remembered(session.press("/<ctrl-u>steel tumbler<enter>")) == ["steel tumbler"])
    #expect(session.state.history.queries == ["Camden jug", "red mug", "steel tumbler"])
    #expect(remembered(session.press("/<ctrl-u>   <enter>")).isEmpty)
  }

  @Test func forgetsTheOldest() {
    let many = (0..<QueryHistory.capacity + 5).map { "query \($0)" }
    var session = session(many)
    #expect(session.state.history.queries.count == QueryHistory.capacity)
    session.press("new<enter>")
    #expect(session.state.history.queries.first == "query 6")
    #expect(session.state.history.queries.count == QueryHistory.capacity)
  }

  @Test func searchesBackwards() {
    var session = session(["red mug", "blue mug", "jug", "Mug rack"])
    session.press("x<ctrl-r>mu")
    #expect(session.state.field.text == "Mug rack" && session.state.query.text == "Mug rack")
    session.press("<ctrl-r>")
    #expect(session.state.field.text == "blue mug")
    session.press("g")
    #expect(session.state.field.text == "blue mug", "more letters keep what still fits")
    session.press("<ctrl-r>")
    #expect(session.state.field.text == "red mug")
    session.press("<ctrl-r>")
    #expect(session.state.historySearch?.isFailing == true && session.state.field.text == "red mug")
    session.press("<ctrl-s><ctrl-s>")
    #expect(session.state.field.text == "Mug rack")
    session.press("<esc>")
    #expect(
      session.state.field.text == "x" && session.state.historySearch == nil && session.state.focus == .query)
  }

  @Test func takesWhatWasFound() {
    var session = session()
    session.press("<ctrl-r>jug<enter>")
    #expect(session.state.focus == .results && session.state.query.text == "Camden jug")
    #expect(session.state.historySearch == nil)
    session.press("/<ctrl-r>ste<left>")
    #expect(session.state.focus == .query && session.state.field.text == "steel tumbler")
    #expect(session.state.historySearch == nil && session.state.field.cursor == 12)
  }

  @Test func saysThatNothingFits() {
    var session = session()
    session.press("<ctrl-r>zzz")
    #expect(GoldenRows.rows(draw(session.state))[0].contains("no query has it"))
    session.press("<backspace><backspace><backspace>")
    #expect(session.state.historySearch?.isFailing == false && session.state.field.text.isEmpty)
    session.press("<ctrl-r>")
    #expect(session.state.historySearch != nil)
  }

  @Test func searchesForPastedText() {
    var session = session()
    session.press("<ctrl-r>")
    session.send(.terminal(.paste("jug\n")))
    #expect(session.state.historySearch?.pattern.text == "jug ")
    session.press("<backspace>")
    #expect(session.state.field.text == "Camden jug")
  }

  /// What is shown as found is found: the slow way and the fast one agree on any text.
  @Test func findsWhatReallyContainsThePattern() {
    var generator = SeededGenerator(seed: 5)
    let letters = Array("abÄä桜 ")
    let queries = (0..<200).map { _ in
      String((0..<6).map { _ in letters.randomElement(using: &generator) ?? "a" }).trimmingCharacters()
    }
    let history = QueryHistory(queries)
    for _ in 0..<200 {
      let pattern = String((0..<2).map { _ in letters.randomElement(using: &generator) ?? "a" })
        .trimmingCharacters()
      var session = Session(history: queries)
      session.press("<ctrl-r>" + pattern)
      let expected =
        pattern.isEmpty ? nil : history.queries.last { $0.lowercased().contains(pattern.lowercased()) }
      if let expected { #expect(session.state.field.text == expected, "“\(pattern)”") }
      #expect((session.state.historySearch?.isFailing == true) == (expected == nil && !pattern.isEmpty))
    }
  }
}

extension String {
  /// Without blanks at its ends, as the explorer remembers it.
  fileprivate func trimmingCharacters() -> String {
    String(self.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
