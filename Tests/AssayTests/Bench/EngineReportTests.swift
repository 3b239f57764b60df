import Foundation
import Testing

@testable import assay

@Suite struct EngineReportTests {
  @Test func aRowHasTheMembersThatToolsJoinOn() throws {
    let row = EngineRow("some work", [1, 2, 3], bar: EngineBar(median: 2, p99: nil))
    let object = try #require(
      try JSONSerialization.jsonObject(with: JSONEncoder().encode(row)) as? [String: Any])
    #expect(object["work"] as? String == "some work")
    #expect(object["median_ms"] as? Double == 2)
    #expect(object["p99_ms"] as? Double == 3)
    #expect(object["peer"] is NSNull)
    #expect(object["peer_median_ms"] is NSNull)
    #expect(object["passed"] as? Bool == true)
  }

  @Test func missesSayByHowMuch() {
    let report = EngineReport(
      index: "i", itemCount: 5, encoder: "e",
      rows: [
        EngineRow("slow", [30], bar: EngineBar(median: 20, p99: 40)), EngineRow("free", [1]),
        EngineRow("absent", [], bar: EngineBar(median: 1, p99: nil)),
      ], load: (0.2, 1.9))
    #expect(report.missed.map(\.name) == ["slow, median", "absent, median"])
    #expect(report.table.contains("slow, median: 30.0 ms is 1.5 times the bar of 20.0 ms"))
    #expect(report.table.contains("absent, median: not measured"))
    #expect(!report.table.contains("measure again"))
  }

  @Test func aBusyMachineIsNamed() {
    let report = EngineReport(index: "i", itemCount: 5, encoder: "e", rows: [], load: (1.4, 2))
    #expect(report.table.contains("load average 1.40 before"))
    #expect(report.table.contains("measure again"))
  }
}
