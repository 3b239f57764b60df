import Foundation
import Relevance
import Testing

@testable import Storage

@Suite struct QrelsCompilerTests {
  private let folder: ScratchFolder
  private let journal: JudgmentJournal
  private let known: QuerySet

  init() throws {
    folder = try ScratchFolder()
    journal = JudgmentJournal(folder("journal.jsonl"))
    known = try QuerySet(tsv: "1\tred mug\n")
  }

  private func grade(_ query: String, _ item: String, _ grade: Int?) throws {
    try journal.append(
      Judgment(
        time: "", assessor: "", queryID: QueryID(query), query: "text of \(query)", item: DocumentID(item),
        scale: "0-3", decision: grade.map { .grade($0) } ?? .withdrawn, itemHash: ""))
  }

  private func compile() throws -> QrelsCompiler.Output? {
    try QrelsCompiler(journal).compile(journal.read(), scale: "0-3", known: known)
  }

  @Test func writesQrelsAndTypedQueriesBesideTheJournal() throws {
    try grade("q-1", "b", 1)
    try grade("1", "a b", 3)
    try grade("1", "a", 2)
    try grade("q-2", "c", 1)
    try grade("q-2", "c", nil)
    let output = try #require(try compile())
    #expect(output.qrels == folder("journal.qrels") && output.queries == folder("queries.tsv"))
    #expect(output.count == 3)
    #expect(try folder.text("journal.qrels") == "1 0 a 2\n1 0 %=a%20b 3\nq-1 0 b 1\n")
    #expect(
      try folder.text("queries.tsv")
        == "# queries typed in Assay, compiled from journal.jsonl\nq-1\ttext of q-1\n")
    #expect(try QuerySet(tsv: folder.text("queries.tsv")).queries == [Query(id: "q-1", text: "text of q-1")])
    #expect(try folder.names() == ["journal.jsonl", "journal.qrels", "queries.tsv"])
  }

  @Test func followsTheJournal() throws {
    #expect(try compile() == nil)
    #expect(try folder.names().isEmpty)
    try grade("q-1", "b", 1)
    _ = try compile()
    try grade("q-1", "b", nil)
    let output = try #require(try compile())
    #expect(output.count == 0 && output.queries == nil)
    #expect(try folder.text("journal.qrels").isEmpty)
    #expect(try QuerySet(tsv: folder.text("queries.tsv")).queries.isEmpty)
  }

  @Test func keepsAQuerySetThatIsNotItsOwn() throws {
    try folder.write("queries.tsv", "1\tred mug\n")
    try grade("q-1", "b", 1)
    #expect(try compile()?.queries == folder("journal.queries.tsv"))
    #expect(try folder.text("queries.tsv") == "1\tred mug\n")
    try grade("q-3", "b", 1)
    #expect(try compile()?.queries == folder("journal.queries.tsv"))
    #expect(try folder.text("journal.queries.tsv").hasSuffix("q-3\ttext of q-3\n"))
  }

  @Test(arguments: ["1 0 a 2\n1 0 z 1\n", "9 0 a 2\n", "not qrels\n"])
  func keepsQrelsThatAreNotItsOwn(text: String) throws {
    try folder.write("journal.qrels", text)
    try grade("1", "a", 3)
    let error = try #require(throws: StorageError.self) { try compile() }
    #expect("\(error)".contains("journal.qrels: can't be written:"))
    #expect("\(error)".hasSuffix("keep judgments in another file with --judgments"))
    #expect(try folder.text("journal.qrels") == text)
  }

  /// What was compiled is recognised when the journal has grown, however its ids are spelled.
  @Test func idsOfAnySpellingAreCompiledAgain() throws {
    try grade("#1", "a b", 3)
    _ = try compile()
    try grade("#1", "a%20b", 1)
    #expect(try compile()?.count == 2)
    #expect(try folder.text("journal.qrels") == "%=%231 0 %=a%20b 3\n%=%231 0 a%20b 1\n")
  }

  @Test func holdsOneScaleAndWhatSomebodyDecided() throws {
    func add(
      _ assessor: String, _ item: String, _ grade: Int, _ scale: String, _ source: JudgmentSource = .human
    )
      throws
    {
      try journal.append(
        Judgment(
          time: "", assessor: assessor, queryID: "1", query: "red mug", item: DocumentID(item), scale: scale,
          decision: .grade(grade), itemHash: "", source: source))
    }
    try add("ann", "a", 3, "0-3")
    try add("ann", "a", 1, "binary")
    try add("ann", "b", 1, "binary")
    try add("bob", "a", 2, "0-3")
    try add("clicks", "c", 3, "0-3", .implicit("clicks"))
    let output = try #require(try compile())
    #expect(try folder.text("journal.qrels") == "1 0 a 2\n")
    #expect(output.count == 1 && output.disputedCount == 1)
    #expect(output.otherScales == ["binary": 2] && output.implicitCount == 1)
    // A scale that nobody used says nothing, and takes nothing away.
    #expect(try QrelsCompiler(journal).compile(journal.read(), scale: "esci", known: known) == nil)
    #expect(try folder.text("journal.qrels") == "1 0 a 2\n")
  }
}
