import Relevance
import Testing

@Suite struct AgreementReportTests {
  private let bootstrap = Bootstrap(resamples: 50, seed: 1)

  private func judgment(
    _ assessor: String, _ query: String, _ item: String, _ grade: Int?, implicit: Bool = false
  ) -> Judgment {
    Judgment(
      time: "", assessor: assessor, queryID: QueryID(query), query: query, item: DocumentID(item),
      scale: "0-3",
      decision: grade.map { .grade($0) } ?? .cannotTell, itemHash: "",
      source: implicit ? .implicit("clicks") : .human)
  }

  private var judgments: [Judgment] {
    [
      judgment("bo", "q1", "a", 3), judgment("anna", "q1", "a", 3),
      judgment("clicks", "q1", "a", 0, implicit: true),
      judgment("anna", "q1", "b", 0), judgment("bo", "q1", "b", 3), judgment("anna", "q2", "a", 1),
      judgment("bo", "q2", "a", 2), judgment("anna", "q2", "c", 2), judgment("bo", "q2", "c", nil),
      judgment("anna", "q3", "x", 1), judgment("bo", "q3", "x", 1),
    ]
  }

  @Test func everybodyIsComparedWithEverybodyAndLogsStayApart() throws {
    let report = AgreementReport(GradeTable(judgments), bootstrap: bootstrap)
    #expect(report.raters.map(\.name) == ["anna", "bo"])
    #expect(report.overall.items == 4)
    #expect(report.overall.raw == 0.5)
    #expect(
      report.pairs.map { "\($0.first) \($0.second) \($0.items)" } == [
        "anna bo 4", "anna clicks (implicit) 1", "bo clicks (implicit) 1",
      ])
    #expect(report.pairs[0].raw == 0.5)
    #expect(report.pairs[0].bias == -1)
    #expect(report.queries.map(\.queryID) == ["q2", "q1", "q3"])
    #expect(report.queries.map(\.group.raw) == [0, 0.5, 1])
    #expect(report.disagreements.map(\.spread) == [3, 1])
    #expect(report.disagreements.map(\.row.item.text) == ["b", "a"])
  }

  @Test func logsCountWhenAsked() {
    let report = AgreementReport(GradeTable(judgments), includesImplicit: true, bootstrap: bootstrap)
    #expect(report.raters.count == 3)
    #expect(report.overall.raw == 2.0 / 6)
    #expect(report.disagreements.first?.row.item.text == "a")
  }

  @Test func equivalentSpellingsAreDifferentRatersItemsAndQueries() {
    let table = GradeTable([
      judgment("jos\u{e9}", "q\u{e9}", "a", 1), judgment("jose\u{301}", "qe\u{301}", "a", 1),
    ])
    #expect(table.raters.count == 2)
    #expect(table.rows.count == 2)
    #expect(AgreementReport(table, bootstrap: bootstrap).overall.raw == nil)
  }
}
