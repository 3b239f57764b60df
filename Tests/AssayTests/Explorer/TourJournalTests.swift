import Foundation
import Relevance
import Storage
import TestSupport
import Testing

@testable import assay

@Suite struct TourJournalTests {
  /// What a tour leaves behind must not keep the next one's grades from being compiled.
  @Test func everyTourKeepsItsOwnGrades() throws {
    let home = try TemporaryFolder()
    let settings = Settings(environment: ["HOME": home.root.path])
    let folder = settings.stateFolder + "/tour"
    for (query, item) in [("red mug", "a"), ("blue dress", "b")] {
      let path = try TourJournal(settings: settings).begin()
      let journal = JudgmentJournal(path)
      #expect(!journal.isThere)
      try journal.append(
        Judgment(
          time: "2026-01-01T00:00:00Z", assessor: "ann", queryID: QueryIdentity.id(of: query), query: query,
          item: DocumentID(item), scale: "0-3", decision: .grade(2), itemHash: ""))
      try Data("{}".utf8).write(to: URL(fileURLWithPath: folder + "/journal.items"))
      try Data("mine".utf8).write(to: URL(fileURLWithPath: folder + "/notes.txt"))
      let output = try #require(
        try QrelsCompiler(journal).compile(journal.read(), scale: "0-3", known: QuerySet()))
      let queries = try #require(output.queries)
      #expect(output.count == 1 && queries.hasSuffix("/queries.tsv"))
      #expect(try String(contentsOfFile: queries, encoding: .utf8).contains(query))
    }
    _ = try TourJournal(settings: settings).begin()
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder) == ["notes.txt"],
      "only what tours made goes")
  }
}
