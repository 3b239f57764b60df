import Relevance
import Testing

@testable import Storage

@Suite struct BatchLineEndingTests {
  private func line(_ batch: String, _ part: BatchPart?) -> [UInt8] {
    Array(
      Judgment(
        time: "2026-01-01T00:00:00.000Z", assessor: "a", queryID: "q", query: "q", item: "p", scale: "0-3",
        decision: .grade(1), itemHash: "", batch: batch
      ).line(part: part).dropLast())
  }

  @Test(arguments: ["in", "a \"quoted\" \u{7f} name", "undo:in"]) func readsThePartOfWhatWasWritten(
    batch: String
  ) {
    let ending = BatchLineEnding(batch: batch, count: 120)
    for number in [1, 9, 10, 99, 120] {
      #expect(ending.partNumber(of: line(batch, BatchPart(number: number, count: 120))) == number)
    }
    #expect(ending.partNumber(of: line(batch, BatchPart(number: 3, count: 12))) == nil)
    #expect(ending.partNumber(of: line(batch + "x", BatchPart(number: 3, count: 120))) == nil)
    #expect(ending.partNumber(of: line(batch, nil)) == nil)
    for text in ["", "{", ",120]}", "{1,120]}", "{\"batch\":\"in\",\"part\":[ 1,120]}"] {
      #expect(ending.partNumber(of: Array(text.utf8)) == nil, "\(text)")
    }
  }

  @Test func aPartBeyondTheCountIsNone() {
    let ending = BatchLineEnding(batch: "b", count: 9)
    for digits in ["0", "10", "99999999999999999999999"] {
      #expect(ending.partNumber(of: Array("{,\"batch\":\"b\",\"part\":[\(digits),9]}".utf8)) == nil)
    }
  }
}
