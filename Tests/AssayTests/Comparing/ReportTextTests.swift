import Relevance
import Testing

@testable import assay

@Suite struct ReportTextTests {
  @Test func cellsStandUnderTheirHeadings() {
    var table = TextTable([.words("item"), .number("n"), .words("")])
    table.add(["käse", "7", "x"])
    table.add(["b", "1,024"])
    #expect(table.lines == ["item      n", "käse      7  x", "b     1,024"])
  }

  @Test func whatAFileSaysCantSteerTheTerminal() {
    var table = TextTable([.words("query")])
    table.add(["a\u{1b}[31mb\nc"])
    #expect(table.lines[1] == "a\\u{1b}[31mb c")
  }

  @Test func fieldsAreQuotedWhereTheyHaveTo() {
    #expect(
      CSVText.line(["a", "b,c", "say \"x\"", "", "two\nlines"])
        == "a,\"b,c\",\"say \"\"x\"\"\",,\"two\nlines\"\n")
  }

  @Test func differencesHaveTheirSignUnlessTheyRoundToNothing() {
    #expect(0.01234.signed(4) == "+0.0123")
    #expect((-0.5).signed(2) == "-0.50")
    #expect((-0.000_01).signed(4) == " 0.0000")
    #expect(0.0.signed(1) == " 0.0")
  }

  @Test func smallProbabilitiesAreBounds() {
    #expect(0.05.asP == ".0500")
    #expect(1.0.asP == "1.0000")
    #expect(0.999_99.asP == "1.0000")
    #expect(0.000_09.asP == "<.0001")
  }
}
