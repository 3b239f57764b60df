import Foundation
import Relevance
import Testing

@testable import Storage

@Suite struct ItemHistoryTests {
  private let folder: ScratchFolder
  private let journal: JudgmentJournal

  init() throws {
    folder = try ScratchFolder()
    journal = JudgmentJournal(folder("judgments/journal.jsonl"))
    try Folder.create(folder("judgments"))
  }

  private func history(_ index: String = "index") -> ItemHistory {
    ItemHistory(beside: journal, ofIndexAt: folder(index))
  }

  private let changes = [
    ItemChange(time: "2026-01-02T03:04:05.678Z", item: "a \"b\"\n", hash: "00ff"),
    ItemChange(time: "2026-01-02T03:04:05.678Z", item: "caf\u{e9}", hash: nil),
  ]

  @Test func whatWasFoundIsReadAgainForItsIndexOnly() throws {
    #expect(try history().read().changes.isEmpty)
    try history().append([changes[0]])
    try history("other").append([changes[1]])
    try history().append([changes[1]])
    try history().append([])
    #expect(try history().read().changes == changes)
    #expect(try history("other").read().changes == [changes[1]])
    #expect(try history("indey").read().changes.isEmpty)
    #expect(history().path == folder("judgments/journal.items"))
  }

  @Test func indexesAreNamedByTheWayFromTheJournal() throws {
    try history().append(changes)
    let text = try folder.text("judgments/journal.items")
    #expect(
      text.hasPrefix(#"{"v":1,"time":"2026-01-02T03:04:05.678Z","index":"../index","item":"a \"b\"\n","#))
    #expect(text.hasSuffix(#""hash":null}"# + "\n"))
    // Everything together somewhere else.
    let moved = try ScratchFolder()
    try Folder.create(moved("judgments"))
    try Data(text.utf8).write(to: URL(filePath: moved("judgments/journal.items")))
    let there = ItemHistory(
      beside: JudgmentJournal(moved("judgments/journal.jsonl")), ofIndexAt: moved("index"))
    #expect(try there.read().changes == changes)
  }

  @Test func aTornLineSwallowsNothing() throws {
    try history().append([changes[0]])
    let file = try FileHandle(forWritingTo: URL(filePath: history().path))
    try file.seekToEnd()
    try file.write(contentsOf: Data(#"{"v":1,"ti"#.utf8))
    try history().append([changes[1]])
    let content = try history().read()
    #expect(content.changes == changes)
    #expect(content.faults.count == 1)
    #expect("\(content.faults[0])".contains("journal.items:2: not JSON at column"))
  }

  @Test(arguments: [
    #"{"v":2,"time":"1","index":"../index","item":"a","hash":"0"}"#,
    #"{"v":1,"time":"1","index":"../index","item":"","hash":"0"}"#,
    #"{"v":1,"time":"1","index":"../index","item":"a"}"#,
    #"{"v":1,"time":"1","index":"../index","item":"a","hash":7}"#, "[]",
  ])
  func whatIsNoChangeIsLeftAlone(line: String) throws {
    try history().append([changes[0]])
    let file = try FileHandle(forWritingTo: URL(filePath: history().path))
    try file.seekToEnd()
    try file.write(contentsOf: Data((line + "\n").utf8))
    let content = try history().read()
    #expect(content.changes == [changes[0]] && content.faults.count == 1)
  }
}
