import Relevance
import Testing

@Suite struct QuerySetTests {
  @Test func readsColumnsAndMissingOnes() throws {
    let set = try QuerySet(
      tsv: "1\tred mug\n2\tblue mug\tvisual\ttest\timages/2.jpg\n3\tmug\t\tdev\r\n4\t\t\t\tx.png")
    #expect(
      set.queries == [
        Query(id: "1", text: "red mug"),
        Query(id: "2", text: "blue mug", kind: "visual", split: "test", image: "images/2.jpg"),
        Query(id: "3", text: "mug", split: "dev"),
        Query(id: "4", text: "", image: "x.png"),
      ])
    #expect(set[id: "2"]?.text == "blue mug")
    #expect(set[id: "9"] == nil)
    #expect(set.first(withText: "mug")?.id == "3")
  }

  @Test(arguments: [
    "id\tquery\n1\tmug\n", "# made by hand\n1\tmug\n", "\u{feff}id\ttext\r\n1\tmug\r\n",
    "#Query_ID\tText\tkind\n1\tmug\n", "# qid\ttitle\n1\tmug\n",
  ])
  func skipsAHeading(text: String) throws {
    #expect(try QuerySet(tsv: text).queries == [Query(id: "1", text: "mug")])
  }

  /// What looks a little like a heading is a query, and is read back as it was.
  @Test(arguments: [
    ("#1", "mug"), ("id", "card holder"), ("id", "text"), ("#qid", "Query"), ("# id", "title"),
  ])
  func aFirstQueryMayHaveAnyId(id: String, text: String) throws {
    var set = QuerySet()
    set.append(Query(id: QueryID(id), text: text))
    set.append(Query(id: "2", text: "cup"))
    #expect(try QuerySet(tsv: set.tsv) == set)
    if !["text", "Query", "title"].contains(text) { #expect(set.tsv == "\(id)\t\(text)\n2\tcup\n") }
  }

  @Test func aHashLaterOnIsAnOrdinaryId() throws {
    #expect(try QuerySet(tsv: "1\tmug\n#2\tcup\n").queries.map(\.id) == ["1", "#2"])
  }

  @Test func aCombiningMarkAfterALineBreakStaysInItsLine() throws {
    let set = try QuerySet(tsv: "1\tmug\n\u{301}2\tcup\n")
    #expect(set.queries.map(\.id) == ["1", "\u{301}2"])
  }

  @Test(arguments: [
    ("1\tmug\nno tabs here\n", 2, "1 tab-separated column;"),
    ("no tabs here\n1\tmug\n", 1, "1 tab-separated column;"),
    ("1\ta\tb\tc\td\te\n", 1, "6 tab-separated columns;"),
    ("1\tmug\n\n\tcup\n", 3, "the id (first column) is empty"),
    ("1\tmug\n2\t\tvisual\n", 2, "the query '2' has neither a text nor an image"),
    ("# x\n1\tmug\n2\tcup\n1\tmug\n", 4, "the id '1' was already used on line 2"),
  ])
  func namesTheBadLine(text: String, line: Int, reason: String) throws {
    let error = try #require(throws: LineError.self) { try QuerySet(tsv: text) }
    #expect(error.line == line)
    #expect(error.reason.hasPrefix(reason), "\(error)")
  }

  @Test func writesWhatItReads() throws {
    let text = "1\tred mug\n2\tblue mug\tvisual\ttest\timages/2.jpg\n3\tmug\t\tdev\n4\t\t\t\tx.png\n"
    #expect(try QuerySet(tsv: text).tsv == text)
    var set = QuerySet()
    set.append(Query(id: "1", text: "a\tb\r\nc"))
    #expect(set.tsv == "1\ta b  c\n")
  }
}
