import Testing

@testable import Relevance

@Suite struct TRECEscapesTests {
  @Test func countsSpelledIdsOnce() {
    var qrels = Qrels()
    for query in ["a b", "q"] {
      for item in ["x", "p 1", "100%", "%=odd", "ü/日本 %"] {
        qrels[QueryID(query), DocumentID(item)] = 1
      }
    }
    let escapes = try? TRECEscapes(in: qrels.trec())
    #expect(escapes?.count == 4)
    #expect(escapes?.first == TRECEscapes.Spelling(id: "a b", token: "%=a%20b"))
  }

  @Test(arguments: [
    "", "\n", "q 0 p 1\n", "http://shop/%20 0 a%=b 1\n", "%= 0 %", "%", "q 0 %=no-escape%zz 1",
  ])
  func plainLinesHaveNone(text: String) {
    #expect(TRECEscapes(in: text).count == 0 && TRECEscapes(in: text).first == nil)
  }
}
