import Foundation
import Relevance
import Testing

@testable import Storage

@Suite struct JournalLineTests {
  private static let decisions: [Decision] = [
    .grade(3), .grade(-1), .withdrawn, .skipped, .cannotTell, .flagged(true), .flagged(false), .noted,
  ]
  private static let sources: [JudgmentSource] = [.human, .imported("esci:x"), .implicit("")]

  private func judgment(_ decision: Decision, _ source: JudgmentSource, isFull: Bool) -> Judgment {
    Judgment(
      time: "2026-01-02T03:04:05.678Z", assessor: "ann", queryID: "q.1/ü", query: "55\" tv",
      item: DocumentID("a,b\n"),
      scale: "esci", decision: decision, note: isFull ? "a \"note\"\n" : nil, itemHash: "00ff",
      seen: isFull ? Sighting(place: "dense 256 int8", rank: 7) : nil, isBlind: isFull,
      milliseconds: isFull ? 1234 : nil, source: source, batch: isFull ? "b-1" : nil)
  }

  @Test(arguments: decisions, sources) func everyFieldSurvives(decision: Decision, source: JudgmentSource)
    throws
  {
    for isFull in [false, true] {
      let judgment = judgment(decision, source, isFull: isFull)
      let part = isFull ? BatchPart(number: 2, count: 3) : nil
      let bytes = judgment.line(part: part)
      #expect(bytes.last == UInt8(ascii: "\n") && !bytes.dropLast().contains(UInt8(ascii: "\n")))
      let line = try JournalLine(Array(bytes.dropLast()))
      #expect(line.judgment == judgment && line.part == part)
    }
  }

  @Test func writesMembersThatSaySomething() {
    #expect(
      String(
        decoding: judgment(.grade(2), .human, isFull: true).line(part: BatchPart(number: 1, count: 9)),
        as: UTF8.self)
          == #"""
          {"v":2,"time":"2026-01-02T03:04:05.678Z","assessor":"ann","query_id":"q.1/ü","query":"55\" tv","item":"a,b\n","scale":"esci","decision":"grade","grade":2,"note":"a \"note\"\n","item_hash":"00ff","seen":{"in":"dense 256 int8","rank":7},"blind":true,"ms":1234,"source":"human","batch":"b-1","part":[1,9]}

          """#)
  }

  /// The file that the first version of the program wrote is read as it was meant.
  @Test func readsTheFirstVersion() throws {
    let folder = try ScratchFolder()
    let fixture = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/journal-v1.jsonl")
    let text = try String(contentsOf: fixture, encoding: .utf8)
    let journal = JudgmentJournal(try folder.write("journal.jsonl", text))
    let content = try journal.read()
    #expect(content.faults.isEmpty && content.repair == nil)
    #expect(content.judgments.map(\.decision) == [.grade(3), .grade(1), .grade(2), .withdrawn])
    #expect(content.judgments.allSatisfy { $0.source == .human && $0.batch == nil && !$0.isBlind })
    #expect(content.qrels == Qrels(["q1": [DocumentID("a"): 2]]))
    try journal.append(judgment(.skipped, .human, isFull: false))
    #expect(try folder.text("journal.jsonl").hasPrefix(text))
    #expect(try journal.read().judgments.count == 5)
  }

  @Test(arguments: [
    (#""decision":"grade""#, #""decision":"liked""#, "unknown decision 'liked'; known are grade"),
    (#""grade":2"#, #""grade":"2""#, "'grade' must be a whole number"),
    (#""blind":true"#, #""blind":1"#, "'blind' must be true or false, not 1"),
    (#""ms":1234"#, #""ms":-1"#, "'ms' must be a whole number of 0 or more, not -1"),
    (#""rank":7"#, #""rank":7.5"#, "'rank' must be a whole number of 0 or more, not 7.5"),
    (#""in":"#, #""on":"#, "no text in 'in' of 'seen'"),
    (
      #""source":"human""#, #""source":"robot""#,
      "'source' must be human, imported:NAME or implicit:NAME, not 'robot'"
    ),
    (#""part":[1,9]"#, #""part":[10,9]"#, "'part' must be [number, count] of a 'batch', not [10,9]"),
    (#""batch":"b-1","#, "", "'part' must be [number, count] of a 'batch', not [1,9]"),
    (#""v":2"#, #""v":"x""#, "version \"x\", this program reads 1 and 2"),
  ])
  func refusesOtherValues(member: String, replacement: String, reason: String) throws {
    let line = String(
      decoding: judgment(.grade(2), .human, isFull: true).line(part: BatchPart(number: 1, count: 9))
        .dropLast(),
      as: UTF8.self)
    #expect(line.contains(member))
    let fault = try #require(throws: JournalLine.Fault.self) {
      try JournalLine(Array(line.replacingOccurrences(of: member, with: replacement).utf8))
    }
    #expect(fault.reason.hasPrefix(reason))
  }
}
