import Relevance
import TestSupport
import Testing

@testable import Storage

@Suite struct EngagementFileTests {
  private static let heading = "query_id,product_id,date,impressions,position,clicks,add_to_carts\n"

  private func read(_ text: String, since: String? = nil, until: String? = nil) throws
    -> EngagementFile.Reading
  {
    let folder = try TemporaryFolder()
    return try EngagementFile(folder.write(text, to: "log.csv")).read(
      weights: ClickWeights(cartAddition: 2), since: since, until: until)
  }

  @Test func linesOfOneItemAddUpAndTheWindowIsInclusive() throws {
    let text =
      Self.heading
      + "q1,p1,2026-09-07,100,1,20,3\nq1,p1,2026-09-14T08:00,50,2,5,1\nq1,p1,2026-09-21,9,1,9,9\n"
    let reading = try read(text, since: "2026-09-07", until: "2026-09-14")
    let tally = try #require(reading.log.all.first)
    #expect(tally.impressions == 150 && tally.clicks == 25 && tally.acts == 33)
    #expect(reading.lines == 3 && reading.outside == 1)
    #expect(reading.dates == "2026-09-07"..."2026-09-14")
    #expect(reading.log.positions.map(\.clickRate) == [0.2, 0.1])
  }

  @Test func daysAreThoseOfTheCalendar() {
    for day in ["2026-01-31", "2024-02-29", "2000-02-29", "2026-12-01"] { #expect(EngagementFile.isDay(day)) }
    for day in [
      "2026-99-01", "2026-00-10", "2026-02-29", "1900-02-29", "2026-04-31", "2026-01-00", "07.09.2026",
      "2026-1-011", "2026-01-3x", "",
    ] {
      #expect(!EngagementFile.isDay(day), "\(day)")
    }
  }

  @Test func badLinesAreReportedAndLeftOut() throws {
    let reading = try read(
      Self.heading
        + "q1,p1,2026-09-07,10,1,11,0\nq1,p1,yesterday,10,1,1,0\nq1,p1,2026-09-07,10,0,1,0\nq1,p1\n"
        + ",p1,2026-09-07,10,1,1,0\nq1,p2,2026-09-07,10,1,1,\nq1,\"a,\"\"b\",2026-09-07,10,1,1,0\n")
    #expect(reading.problems.count == 6)
    #expect(reading.lines == 7)
    #expect(reading.log.all.map(\.item.text) == ["a,\"b"])
  }

  @Test func whatIsMissingIsNamed() {
    let error = #expect(throws: StorageError.self) { try read("query_id,product_id,impressions,clicks\n") }
    #expect(error?.description.contains("no column 'position'") == true)
    #expect(throws: StorageError.self) {
      try read("query_id,product_id,impressions,position,clicks\n", since: "2026-01-01")
    }
  }
}
