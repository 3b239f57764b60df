import Foundation
import Relevance
import Testing

@testable import Storage

@Suite struct JudgmentJournalTests {
  private let folder: ScratchFolder
  private let journal: JudgmentJournal

  init() throws {
    folder = try ScratchFolder()
    journal = JudgmentJournal(folder("deep/judgments/journal.jsonl"))
  }

  private func judgment(_ item: String, _ grade: Int?, query: String = "red mug") -> Judgment {
    Judgment(
      time: "2026-01-02T03:04:05.678Z", assessor: "ann", queryID: "q1", query: query, item: DocumentID(item),
      scale: "0-3", decision: grade.map { .grade($0) } ?? .withdrawn, itemHash: "00ff")
  }

  @Test func writesOneLineForEachDecision() throws {
    try journal.append(judgment("a", 3))
    try journal.append(judgment("b \"x\"\n", nil, query: "é\t"))
    #expect(
      try folder.text("deep/judgments/journal.jsonl") == #"""
        {"v":2,"time":"2026-01-02T03:04:05.678Z","assessor":"ann","query_id":"q1","query":"red mug","item":"a","scale":"0-3","decision":"grade","grade":3,"item_hash":"00ff","source":"human"}
        {"v":2,"time":"2026-01-02T03:04:05.678Z","assessor":"ann","query_id":"q1","query":"é\t","item":"b \"x\"\n","scale":"0-3","decision":"withdrawn","item_hash":"00ff","source":"human"}

        """#)
    let content = try journal.read()
    #expect(content.judgments == [judgment("a", 3), judgment("b \"x\"\n", nil, query: "é\t")])
    #expect(content.faults.isEmpty && content.repair == nil)
  }

  @Test func aJournalThatIsNotThereIsEmptyAndStaysAway() throws {
    #expect(try journal.read() == JournalContent())
    #expect(try folder.names().isEmpty)
  }

  @Test func theLastDecisionCounts() throws {
    for grade in [1, 3, nil, 2] { try journal.append(judgment("a", grade)) }
    try journal.append(judgment("b", 1))
    try journal.append(judgment("b", nil))
    #expect(try journal.read().qrels == Qrels(["q1": [DocumentID("a"): 2]]))
  }

  @Test func badLinesAreReportedAndStay() throws {
    try journal.append(judgment("a", 1))
    let good = try folder.text("deep/judgments/journal.jsonl")
    let bad = [
      "{\"v\":1", "{\"v\":3}", "{}", "[]",
      good.replacingOccurrences(of: "\"grade\":1", with: "\"grade\":1.5"),
      good.replacingOccurrences(of: "\"item\":\"a\"", with: "\"item\":\"\""),
      good.replacingOccurrences(of: "\"scale\":\"0-3\",", with: ""),
    ].map { $0.trimmingCharacters(in: .newlines) + "\n" }.joined()
    let text =
      good + bad + "\n" + good.replacingOccurrences(of: "\"v\":2", with: "\"v\":2,\"remark\":[\"x\"]")
    try folder.write("deep/judgments/journal.jsonl", text)
    let content = try journal.read()
    #expect(content.judgments == [judgment("a", 1), judgment("a", 1)])
    #expect(
      content.faults.map { "\($0)".replacingOccurrences(of: journal.path, with: "") } == [
        ":2: not JSON at column 7: expected ',' or '}'",
        ":3: version 3, this program reads 1 and 2; a newer one may read it",
        ":4: no version 'v'", ":5: no version 'v'",
        ":6: 'grade' must be a whole number",
        ":7: 'query_id' and 'item' must not be empty", ":8: no text in 'scale'",
      ])
    try journal.append(judgment("b", 2))
    #expect(try folder.text("deep/judgments/journal.jsonl").hasPrefix(text))
  }

  /// The file cut at every byte of its last line, as a machine that stops may leave it.
  @Test func mendsEveryTornLastLine() throws {
    try journal.append(judgment("a", 1))
    let first = try folder.text("deep/judgments/journal.jsonl")
    try journal.append(judgment("ü", 2))
    let whole = Array(try folder.text("deep/judgments/journal.jsonl").utf8)
    for length in first.utf8.count...whole.count {
      try folder.write("deep/judgments/journal.jsonl", Data(whole[..<length]))
      try? FileManager.default.removeItem(atPath: journal.path + ".torn")
      let content = try journal.read()
      let isTorn = length > first.utf8.count && length < whole.count - 1
      #expect(content.judgments == [judgment("a", 1)] + (length >= whole.count - 1 ? [judgment("ü", 2)] : []))
      #expect(content.faults.isEmpty)
      #expect((content.repair != nil) == (isTorn || length == whole.count - 1), "cut at \(length)")
      if isTorn {
        let torn = try Data(contentsOf: URL(fileURLWithPath: journal.path + ".torn"))
        #expect(Array(torn) == whole[first.utf8.count..<length] + [0x0a])
      }
      try journal.append(judgment("c", 3))
      #expect(try journal.read().judgments.last == judgment("c", 3))
      #expect(try journal.read().repair == nil)
    }
  }

  @Test func appendingMendsATornLineToo() throws {
    try journal.append(judgment("a", 1))
    let text = try folder.text("deep/judgments/journal.jsonl")
    try folder.write("deep/judgments/journal.jsonl", text + "{\"v\":1,\"ti")
    try journal.append(judgment("b", 2))
    let content = try journal.read()
    #expect(content.judgments.map(\.item.text) == ["a", "b"] && content.faults.isEmpty)
    #expect(try folder.text("deep/judgments/journal.jsonl.torn") == "{\"v\":1,\"ti\n")
  }

  @Test func aDecisionThatCannotBeKeptIsAnError() throws {
    try folder.write("file", "")
    let under = JudgmentJournal(folder("file/journal.jsonl"))
    #expect(throws: StorageError.self) { try under.append(judgment("a", 1)) }
    let error = try #require(throws: StorageError.self) {
      try JudgmentJournal(folder.path).append(judgment("a", 1))
    }
    #expect("\(error)" == "\(folder.path): can't be written: Is a directory")
    // Every write to this device fails as on a full disk.
    let full = try #require(throws: StorageError.self) {
      try OpenFile("/dev/full", for: .appending).writeAtOnce(judgment("a", 1).line())
    }
    #expect("\(full)" == "/dev/full: can't be written: No space left on device")
  }

  /// A limit on file sizes makes a write stop in the middle of a line, as a disk that fills up does; the limit holds for
  /// a whole process, so the test has one of its own.
  @Test func aHalfWrittenLineIsTakenBack() async {
    await #expect(processExitsWith: .success) {
      let folder = try ScratchFolder()
      let journal = JudgmentJournal(folder("journal.jsonl"))
      func judgment(_ item: String) -> Judgment {
        Judgment(
          time: "", assessor: "", queryID: "q", query: "", item: DocumentID(item), scale: "0-3",
          decision: .grade(1), itemHash: "")
      }
      try journal.append(judgment("first"))
      let before = try folder.text("journal.jsonl")
      signal(SIGXFSZ, SIG_IGN)
      let size = rlim_t(before.utf8.count + 20)
      var limit = rlimit(rlim_cur: size, rlim_max: size)
      precondition(setrlimit(__rlimit_resource_t(1), &limit) == 0)  // RLIMIT_FSIZE
      do {
        try journal.append(judgment("second"))
        exit(3)
      } catch {
        precondition("\(error)".contains("can't be written: No space left on device"), "\(error)")
      }
      let after = try folder.text("journal.jsonl")
      precondition(after == before, after)
      let items = try journal.read().judgments.map(\.item.text)
      precondition(items == ["first"], "\(items)")
    }
  }

  @Test func severalWritersKeepTheirLinesApart() async throws {
    let journal = journal
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        let judgments = (0..<25).map {
          judgment("w\(writer)-\($0)", $0 % 4, query: String(repeating: "x", count: 5_000))
        }
        group.addTask { for judgment in judgments { try journal.append(judgment) } }
      }
      try await group.waitForAll()
    }
    let content = try journal.read()
    #expect(content.faults.isEmpty && content.judgments.count == 100)
    for writer in 0..<4 {
      let own = content.judgments.map(\.item.text).filter { $0.hasPrefix("w\(writer)-") }
      #expect(own == (0..<25).map { "w\(writer)-\($0)" })
    }
  }
}
