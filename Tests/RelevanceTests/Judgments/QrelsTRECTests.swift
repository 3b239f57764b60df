import Relevance
import Testing

@Suite struct QrelsTRECTests {
  @Test func readsFourColumns() throws {
    let qrels = try Qrels(trec: "# by hand\nq1 0 a 3\r\nq1\t0\tb  -1\n\nq2 Q0 a 0")
    #expect(qrels == Qrels(["q1": [DocumentID("a"): 3, DocumentID("b"): -1], "q2": [DocumentID("a"): 0]]))
  }

  @Test(arguments: [
    ("q1 0 a 3\nq1 0 b\n", 2, "3 columns;"), ("q1 0 a 1 x\n", 1, "5 columns;"),
    ("q1 0 a 1.9\n", 1, "the grade '1.9' is not a whole number"),
    ("q1 0 a 3\nq2 0 a 3\nq1 0 a 3\n", 3, "'a' is judged a second time for query 'q1'"),
  ])
  func namesTheBadLine(text: String, line: Int, reason: String) throws {
    let error = try #require(throws: LineError.self) { try Qrels(trec: text) }
    #expect(error.line == line)
    #expect(error.reason.hasPrefix(reason), "\(error)")
  }

  @Test func writesInByteOrder() throws {
    let qrels = Qrels([
      "q2": [DocumentID("b"): 1, DocumentID("B"): 0, DocumentID("a b"): -1], "q10": [DocumentID("é"): 2],
    ])
    #expect(try qrels.trec() == "q10 0 é 2\nq2 0 B 0\nq2 0 %=a%20b -1\nq2 0 b 1\n")
    #expect(try Qrels(trec: "q2 0 b 1\nq10 0 z 2\n").trec() == "q10 0 z 2\nq2 0 b 1\n")
  }

  @Test func isReadBackAsWritten() throws {
    let grades = Dictionary(
      uniqueKeysWithValues: ["a b", "a%20b", "#1", "%=a%20b", "%", "\u{feff}", "\n"].enumerated().map {
        (DocumentID($1), $0 - 1)
      })
    let qrels = Qrels(["#1": grades, "q 1": grades, "q%201": grades, "%=%231": grades, "\u{feff}q": grades])
    #expect(try Qrels(trec: qrels.trec()) == qrels)
    #expect(throws: TRECWriteError.emptyID(query: "q")) { try Qrels(["q": [DocumentID(""): 1]]).trec() }
    #expect(throws: TRECWriteError.emptyID(query: "")) { try Qrels(["": [DocumentID("a"): 1]]).trec() }
  }

  /// Encoded as other tools do it, an id is somebody else's and stays as it is.
  @Test func takesTheIdsOfOthersAsTheyStand() throws {
    let qrels = try Qrels(
      trec: "q%201 0 http://a/b%20c 3\n%23q 0 100% 1\n%=q 0 %=%2 1\n%=a%20b 0 %=a%2fb 2\n")
    #expect(qrels["q%201"] == [DocumentID("http://a/b%20c"): 3])
    #expect(qrels["%23q"] == [DocumentID("100%"): 1])
    #expect(qrels["%=q"] == [DocumentID("%=%2"): 1])
    #expect(qrels["a b"] == [DocumentID("%=a%2fb"): 2])
  }
}
