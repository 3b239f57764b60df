import Foundation
import Relevance
import Testing

@testable import Storage

@Suite struct JournalBatchTests {
  private let folder: ScratchFolder
  private let journal: JudgmentJournal

  init() throws {
    folder = try ScratchFolder()
    journal = JudgmentJournal(folder("journal.jsonl"))
  }

  private func judgment(_ item: String, _ grade: Int = 1) -> Judgment {
    Judgment(
      time: "2026-01-02T03:04:05.678Z", assessor: "ann", queryID: "q1", query: "red mug",
      item: DocumentID(item),
      scale: "0-3", decision: .grade(grade), itemHash: "", source: .imported("file"))
  }

  private func items() throws -> [String] { try journal.read().judgments.map(\.item.text) }

  @Test func everyLineNamesTheBatchAndItsPart() throws {
    try journal.append([judgment("a"), judgment("b")], batch: "x")
    let lines = try folder.text("journal.jsonl").split(separator: "\n")
    #expect(lines.map { $0.hasSuffix(#""batch":"x","part":[1,2]}"#) } == [true, false])
    #expect(lines.map { $0.hasSuffix(#""batch":"x","part":[2,2]}"#) } == [false, true])
    #expect(try journal.read().judgments.map(\.batch) == ["x", "x"])
  }

  @Test func aNameCanBeUsedOnce() throws {
    try journal.append([judgment("a")], batch: "x")
    let before = try folder.text("journal.jsonl")
    let error = try #require(throws: StorageError.self) { try journal.append([judgment("b")], batch: "x") }
    #expect("\(error)".hasSuffix("it has a batch named 'x' already; choose another name"))
    try journal.append([], batch: "y")
    #expect(try folder.text("journal.jsonl") == before)
  }

  /// The file cut at every byte of a batch, as a machine that stops may leave it: all of the batch or nothing.
  @Test func aBatchThatWasCutOffDoesNotCount() throws {
    try journal.append(judgment("before"))
    let first = try folder.text("journal.jsonl").utf8.count
    try journal.append(["a", "b\n", "ü"].map { judgment($0) }, batch: "x")
    let whole = Array(try folder.text("journal.jsonl").utf8)
    for length in first...whole.count {
      try folder.write("journal.jsonl", Data(whole[..<length]))
      try? FileManager.default.removeItem(atPath: journal.path + ".torn")
      let content = try journal.read()
      let isWhole = length >= whole.count - 1
      #expect(content.judgments.map(\.item.text) == ["before"] + (isWhole ? ["a", "b\n", "ü"] : []))
      #expect(content.faults.isEmpty)
      #expect((content.repair == nil) == (length == first || length == whole.count), "cut at \(length)")
      if length > first, !isWhole {
        let torn = try Data(contentsOf: URL(fileURLWithPath: journal.path + ".torn"))
        // Nothing that was cut off is thrown away, though a torn line goes before the whole ones.
        #expect(torn.count(where: { $0 != 0x0a }) == whole[first..<length].count(where: { $0 != 0x0a }))
        try journal.append(["a", "b\n", "ü"].map { judgment($0) }, batch: "x")
      }
      try journal.append(judgment("after"))
      #expect(try items().last == "after" && journal.read().repair == nil)
    }
  }

  @Test func saysWhatWasCutOffAndWhatToDo() throws {
    try journal.append([judgment("a"), judgment("b"), judgment("c")], batch: "x")
    let lines = try folder.text("journal.jsonl").split(separator: "\n")
    try folder.write("journal.jsonl", lines[0] + "\n" + lines[1] + "\n")
    #expect(
      try journal.read().repair
        == "\(journal.path): the batch 'x' was cut off while it was written, before it was confirmed; its first 2 of 3 "
        + "lines were moved to \(journal.path).torn; import it again")
    #expect(try folder.text("journal.jsonl").isEmpty)
  }

  /// A disk may keep the end of a write and lose its middle.
  @Test func aBatchWithAHoleDoesNotCount() throws {
    try journal.append(judgment("before"))
    let first = try folder.text("journal.jsonl").utf8.count
    try journal.append((1...9).map { judgment("item \($0)") }, batch: "x")
    var bytes = Array(try folder.text("journal.jsonl").utf8)
    for index in (first + 300)..<(first + 900) { bytes[index] = 0 }
    try folder.write("journal.jsonl", Data(bytes))
    #expect(try items() == ["before"])
    #expect(try folder.text("journal.jsonl").utf8.count == first)
  }

  /// Whoever sorted or cut a journal by hand meant it: its lines stay.
  @Test func linesElsewhereAreNotTakenForACutOffBatch() throws {
    try journal.append([judgment("a"), judgment("b"), judgment("c")], batch: "x")
    try journal.append(judgment("alone"))
    var lines = try folder.text("journal.jsonl").split(separator: "\n")
    lines.swapAt(1, 3)
    try folder.write("journal.jsonl", lines.joined(separator: "\n") + "\n")
    #expect(try items() == ["a", "alone", "c", "b"])
    lines.removeLast()
    try folder.write("journal.jsonl", lines.joined(separator: "\n") + "\n")
    #expect(try items() == ["a", "alone", "c"])
  }

  @Test func aDecisionThatDependsOnTheJournalSeesTheWholeOfIt() throws {
    try journal.append(judgment("a"))
    try journal.append(batch: "x") { content in content.judgments.map { judgment($0.item.text + "'") } }
    #expect(try items() == ["a", "a'"])
    try journal.append(batch: "y") { _ in [] }
    #expect(try items() == ["a", "a'"])
  }

  /// Permissions do not stop root, so this is tried as somebody else, in a process of its own.
  @Test func aJournalThatCannotBeWrittenIsReadWithoutItsDamage() async {
    await #expect(processExitsWith: .success) {
      let folder = try ScratchFolder()
      let journal = JudgmentJournal(folder("journal.jsonl"))
      let judgment = Judgment(
        time: "", assessor: "", queryID: "q", query: "", item: DocumentID("first"), scale: "0-3",
        decision: .grade(1), itemHash: "")
      try journal.append(judgment)
      let text = try folder.text("journal.jsonl") + "{\"v\":2,\"ti"
      try folder.write("journal.jsonl", text)
      chmod(journal.path, 0o444)
      chmod(folder.path, 0o555)
      if getuid() == 0 { precondition(seteuid(65534) == 0) }
      defer {
        if getuid() == 0 { seteuid(0) }
        chmod(folder.path, 0o755)
      }
      let content = try journal.read()
      precondition(content.judgments == [judgment] && content.faults.isEmpty)
      precondition(
        content.repair
          == "\(journal.path): the last line was cut off while it was written; its 10 bytes do not "
          + "count, and the journal can't be mended: Permission denied", content.repair ?? "")
      do {
        try journal.append(judgment)
        exit(3)
      } catch {
        precondition("\(error)" == "\(journal.path): can't be written: Permission denied", "\(error)")
      }
      let after = try folder.text("journal.jsonl")
      precondition(after == text)
    }
  }
}
