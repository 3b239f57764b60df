import CFileWatch
import Foundation
import Relevance
import Testing

@testable import Storage

/// What is on the disk when a decision is confirmed, counted at the border to the kernel.
@Suite struct JournalDurabilityTests {
  private let folder: ScratchFolder
  private let journal: JudgmentJournal

  init() throws {
    folder = try ScratchFolder()
    journal = JudgmentJournal(folder("journal.jsonl"))
    try journal.append(judgment(0))
  }

  private func judgment(_ number: Int) -> Judgment {
    Judgment(
      time: "2026-01-02T03:04:05.678Z", assessor: "ann", queryID: "q1", query: "red mug",
      item: DocumentID("item \(number)"), scale: "0-3", decision: .grade(number % 4), itemHash: "00ff")
  }

  private func watching(_ body: (Int32) throws -> Void) throws {
    let watch = assay_watch_file(journal.path)
    try #require(watch >= 0)
    defer { assay_unwatch_file(watch) }
    try body(watch)
  }

  private var size: Int { get throws { try folder.text("journal.jsonl").utf8.count } }

  @Test func eachDecisionIsWrittenAtOnceAndDurableWhenItIsConfirmed() throws {
    try watching { watch in
      for number in 1...200 {
        try journal.append(judgment(number))
        let happened = assay_watched_file(watch)
        #expect(happened.writes == number && happened.syncs == number)
        #expect(try Int(happened.durable_size) == size)
      }
    }
  }

  @Test func aBatchIsOneWriteAndOneWait() throws {
    try watching { watch in
      try journal.append((1...5_000).map(judgment), batch: "import")
      let happened = assay_watched_file(watch)
      #expect(happened.writes == 1 && happened.syncs == 1)
      #expect(try Int(happened.durable_size) == size)
    }
    #expect(try journal.read().judgments.count == 5_001)
  }

  @Test func whatADiskRefusesIsTakenBack() throws {
    let before = try folder.text("journal.jsonl")
    try watching { watch in
      assay_fail_next_sync(watch)
      let error = try #require(throws: StorageError.self) { try journal.append(judgment(1)) }
      #expect("\(error)" == "\(journal.path): can't be written: Input/output error")
      #expect(try folder.text("journal.jsonl") == before)
      assay_fail_next_sync(watch)
      #expect(throws: StorageError.self) { try journal.append([judgment(2), judgment(3)], batch: "import") }
      #expect(try folder.text("journal.jsonl") == before)
      try journal.append(judgment(4))
    }
    #expect(try journal.read().judgments.map(\.item.text) == ["item 0", "item 4"])
  }
}
