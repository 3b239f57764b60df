import TerminalUI
import Testing

@Suite struct NumeralsTests {
  @Test(arguments: [
    (0.81234, ".8123"), (-0.05, "-.050"), (0, ".0000"), (1, "1.000"), (9.2041, "9.204"), (12.309, "12.31"),
    (123.44, "123.4"), (99999, "99999"), (123456, "123456"), (0.99999, "1.000"), (.nan, "–"),
    (.infinity, "–"),
  ])
  func writesScoresInFiveCells(value: Double, text: String) {
    #expect(Numerals.score(value) == text)
  }

  @Test(arguments: [(0.00119, "1.2 ms"), (0.0342, "34 ms"), (0.00996, "10 ms"), (0, "0.0 ms")])
  func writesMilliseconds(seconds: Double, text: String) {
    #expect(Numerals.milliseconds(seconds) == text)
  }

  @Test(arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567"), (-1000, "-1,000")])
  func groupsThousands(count: Int, text: String) {
    #expect(Numerals.grouped(count) == text)
  }

  @Test func countsOneAndMany() {
    #expect(
      [0, 1, 2, 1000].map { Numerals.counted($0, "item") } == ["0 items", "1 item", "2 items", "1,000 items"])
    #expect([1, 2].map { Numerals.counted($0, "query", plural: "queries") } == ["1 query", "2 queries"])
  }

  @Test func roundsHalfAwayFromZero() {
    #expect(Numerals.fixed(2.5, decimals: 0) == "3")
    #expect(Numerals.fixed(-0.125, decimals: 2) == "-0.13")
    #expect(Numerals.fixed(-0.001, decimals: 2) == "0.00")
  }

  @Test(arguments: [
    (0.021, "+.021"), (-0.1, "-.100"), (0, ".000"), (0.0004, ".000"), (-0.0004, ".000"), (1, "+1.000"),
  ])
  func writesSigns(value: Double, text: String) {
    #expect(Numerals.signed(value, decimals: 3) == text)
  }
}
