import Explorer
import Relevance
import TerminalUI
import Testing

/// What is told of columns when they are exported.
@Suite struct ComparisonSnapshotTests {
  private func exported(_ effects: [Effect]) -> ComparisonSnapshot? {
    effects.lazy.compactMap { if case .export(let request) = $0 { request.comparison } else { nil } }.first
  }

  @Test func tellsOwnGradesApartFromThoseOfTheReference() throws {
    var session = Session()
    session.press("red striped mug<enter>")
    let first = try #require(session.state.current).card.id
    session.press("0")
    let comparison = try #require(exported(session.press("eh")))
    #expect(comparison.query.id == "q-001" && comparison.hasReference)
    let row = try #require(comparison.columns.first?.rows.first { $0.card.id == first })
    let reference = try #require(session.state.bench.qrels["q-001"][first])
    #expect(row.grade == "0 \(try #require(session.state.bench.scale.name(of: 0)))")
    #expect(row.reference == "\(reference) \(try #require(session.state.bench.scale.name(of: reference)))")
    #expect(reference != 0, "they differ, so that one can't be told for the other")
  }

  @Test func tellsNoReferenceWhereThereIsNone() throws {
    var session = Session(bench: Bench.workbench(qrels: Qrels()))
    session.press("red striped mug<enter>3")
    let comparison = try #require(exported(session.press("em")))
    let rows = comparison.columns.flatMap(\.rows)
    #expect(!comparison.hasReference && rows.allSatisfy { $0.reference == nil })
    #expect(rows.contains { $0.grade?.hasPrefix("3") == true })
  }

  @Test func namesColumnsWithoutAnAnswer() throws {
    var session = Session()
    session.press("red striped mug<enter>")
    session.answers = false
    session.press("l-")
    let request = try #require(session.searches.last)
    session.send(
      .searchFailed(column: 1, generation: request.generation, SearchFailure("the filter can't be read")))
    let comparison = try #require(exported(session.press("eh")))
    #expect(comparison.columns.map(\.letter) == ["A"])
    #expect(comparison.unanswered.map(\.letter) == ["B"])
    #expect(comparison.unanswered.map(\.reason) == ["the filter can't be read"])
  }
}
