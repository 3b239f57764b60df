import Foundation
import Relevance
import TestSupport
import Testing

@testable import Storage

@Suite struct JournalMergeTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
  }

  private func judgment(
    _ time: Int, _ assessor: String = "ann", _ item: String = "a", _ decision: Decision = .grade(1),
    query: String = "red mug"
  ) -> Judgment {
    Judgment(
      time: "2026-01-02T03:04:05.\(100 + time)Z", assessor: assessor, queryID: "q1", query: query,
      item: DocumentID(item), scale: "0-3", decision: decision, itemHash: "")
  }

  private func journal(_ name: String, _ judgments: [Judgment]) throws -> JudgmentJournal {
    let journal = JudgmentJournal(folder(name))
    for judgment in judgments { try journal.append(judgment) }
    return journal
  }

  @discardableResult
  private func merge(_ journals: [JudgmentJournal], to name: String = UUID().uuidString) throws -> String {
    try JournalMerge(journals).write(to: folder(name))
    return try folder.text(name)
  }

  @Test func theUnionStandsInTheOrderOfTimeAndEachLineOnce() throws {
    let shared = judgment(3, "bob", "b")
    let first = try journal("1", [judgment(1), shared, judgment(5)])
    let second = try journal("2", [judgment(2, "bob"), shared, judgment(3, "ann", "z"), judgment(4, "cy")])
    let merge = try JournalMerge([first, second])
    #expect(merge.count == 6 && merge.duplicates == 1 && merge.faults.isEmpty && merge.conflicts.isEmpty)
    try merge.write(to: folder("out"))
    #expect(
      try JudgmentJournal(folder("out")).read().judgments == [
        judgment(1), judgment(2, "bob"), judgment(3, "ann", "z"), shared, judgment(4, "cy"), judgment(5),
      ])
    #expect(try self.merge([second, first]) == folder.text("out"))
  }

  /// Several decisions within a millisecond keep the order in which they were made.
  @Test func whatOneAssessorDidAtOneTimeKeepsItsOrder() throws {
    let regrades = [3, 1, 3, 2].map { judgment(1, "ann", "a", .grade($0)) }
    let full = try journal("full", regrades)
    let start = try journal("start", Array(regrades.prefix(2)))
    try merge([start, full, full], to: "out")
    #expect(try JudgmentJournal(folder("out")).read().judgments == regrades)
  }

  @Test func linesStayAsTheyWereWritten() throws {
    let first = try journal("1", [judgment(1)])
    let odd = try folder.text("1").replacingOccurrences(of: "\"v\":2,", with: "\"v\" : 2, \"x\":[1],")
      .replacingOccurrences(of: ".101Z", with: ".100Z")
    let second = JudgmentJournal(try folder.write("2", odd + "{\"v\":9}\nnonsense\n"))
    let merge = try JournalMerge([first, second, second])
    #expect(
      merge.faults.prefix(2) == [
        "\(second.path):2: version 9, this program reads 1 and 2; a newer one may read it; kept at the end",
        "\(second.path):3: not JSON at column 1: expected a value; kept at the end",
      ])
    #expect(try self.merge([first, second, second]) == odd + folder.text("1") + "nonsense\n{\"v\":9}\n")
  }

  @Test func anEndThatWasNeverConfirmedStaysBehind() throws {
    let first = try journal("1", [judgment(1)])
    let text = try folder.text("1") + "{\"v\":2,"
    try folder.write("1", text)
    let second = try journal("2", [judgment(2)])
    try second.append([judgment(3), judgment(4)], batch: "x")
    let lines = try folder.text("2").split(separator: "\n")
    try folder.write("2", lines[0] + "\n" + lines[1] + "\n")
    let merge = try JournalMerge([first, second])
    #expect(merge.count == 2 && merge.faults.count == 2)
    #expect(merge.faults[0].contains("its 7 bytes do not count"))
    #expect(
      merge.faults[1].contains("the batch 'x' was cut off while it was written; its first 1 of 2 lines"))
    #expect(try folder.text("1") == text)
    #expect(try folder.names() == ["1", "2"])
  }

  @Test func nothingIsOverwritten() throws {
    let first = try journal("1", [judgment(1)])
    let second = try journal("2", [judgment(2)])
    let before = try folder.text("1")
    let error = try #require(throws: StorageError.self) { try merge([first, second], to: "1") }
    #expect("\(error)" == "\(first.path): can't be written: it is there already; name a new file")
    #expect(try folder.text("1") == before)
    #expect(throws: StorageError.self) { try JournalMerge([first, JudgmentJournal(folder("none"))]) }
    #expect(try folder.names() == ["1", "2"])
  }

  @Test func saysWhatTheJournalsDoNotAgreeAbout() throws {
    let shared = judgment(1, "ann", "a", .grade(1))
    let first = try journal(
      "1", [shared, judgment(4, "ann", "a", .grade(2)), judgment(2, "bob", "b", .skipped)])
    let second = try journal(
      "2", [shared, judgment(3, "ann", "a", .grade(0)), judgment(6, "cy", query: "Red mug")])
    let third = try journal("3", [shared, judgment(8, "dee", "d"), judgment(7, "dee", "d", .grade(3))])
    try first.append([judgment(9, "eve", "x")], batch: "in")
    try third.append([judgment(9, "eve", "y")], batch: "in")
    let conflicts = try JournalMerge([third, second, first]).conflicts.map(\.description)
    let (one, two, three) = (first.path, second.path, third.path)
    #expect(
      conflicts == [
        "\(three):3: decided at an earlier time than the line about 'd' before it; by time, that one counts",
        "query 'q1', item 'a': ann decided grade 2 in \(one) and grade 0 in \(two); the later one, grade 2, counts",
        "the query id 'q1' stands for “red mug” and “Red mug”",
        "the batch 'in' is not the same in \(one) and \(three); undoing it undoes all",
      ])
    // A copy that was gone on with is no conflict.
    let copy = try journal(
      "4", [shared, judgment(4, "ann", "a", .grade(2)), judgment(5, "ann", "a", .withdrawn)])
    #expect(try JournalMerge([try journal("5", [shared]), copy]).conflicts.isEmpty)
  }

  /// Journals cut at random from one history: merging them in any order and any grouping gives it back.
  @Test func mergingIsTheUnionInAnyOrder() throws {
    var generator = SeededGenerator(seed: 4)
    for round in 0..<20 {
      let history = (0..<60).map { time in
        judgment(
          time, ["ann", "bob"].randomElement(using: &generator) ?? "",
          ["a", "b"].randomElement(using: &generator) ?? "",
          .grade(Int.random(in: 0...3, using: &generator)))
      }
      let parts = try (0..<3).map { part in
        try journal("\(round)-\(part)", history.filter { _ in Bool.random(using: &generator) })
      }
      let all = try merge(parts, to: "\(round)-all")
      let union = history.filter { judgment in
        (try? parts.contains { try $0.read().judgments.contains(judgment) }) == true
      }
      #expect(try JudgmentJournal(folder("\(round)-all")).read().judgments == union)
      #expect(try merge(parts.shuffled(using: &generator)) == all)
      try merge([parts[0], parts[1]], to: "\(round)-two")
      #expect(try merge([parts[2], JudgmentJournal(folder("\(round)-two"))]) == all)
      #expect(try merge([JudgmentJournal(folder("\(round)-all")), parts[1]]) == all)
    }
  }
}
