import Relevance
import TestSupport
import Testing

@Suite struct RunTRECTests {
  @Test func readersOrderByScoreThenByIdDescending() throws {
    let run = try Run(trec: "q Q0 a 1 7.0 t\nq Q0 c 9 9.0 t\r\n\nq Q0 B 2 7.0 t\nr Q0 x 1 -1e-3 u\n")
    #expect(run.queries == ["q", "r"])
    #expect(run["q"].map(\.document.text) == ["c", "a", "B"])
    #expect(run["r"] == [RunEntry(document: DocumentID("x"), score: -0.001)])
    #expect(run["s"].isEmpty)
    #expect(run.tag == "u")
  }

  @Test(arguments: [
    ("q Q0 a 1 7.0\n", 1, "5 columns"), ("q Q0 a 1 7.0 t\nq Q0 b 2 high t\n", 2, "the score 'high'"),
    ("q Q0 a 1 nan t\n", 1, "the score 'nan'"),
    ("q Q0 a 1 1 t\nq Q0 a 2 0 t\n", 2, "'a' is returned a second time"),
  ])
  func namesTheBadLine(text: String, line: Int, reason: String) throws {
    let error = try #require(throws: LineError.self) { try Run(trec: text) }
    #expect(error.line == line)
    #expect(error.reason.hasPrefix(reason), "\(error)")
  }

  @Test func writesOneLinePerEntry() throws {
    var run = Run(tag: "my tag")
    run["q2"] = [
      RunEntry(document: DocumentID("b"), score: 1.5), RunEntry(document: DocumentID("a b"), score: 0.25),
    ]
    run["q1"] = [RunEntry(document: DocumentID("c"), score: -1)]
    #expect(
      try run.trec()
        == "q2 Q0 b 1 1.5 %=my%20tag\nq2 Q0 %=a%20b 2 0.25 %=my%20tag\nq1 Q0 c 1 -1.0 %=my%20tag\n")
  }

  /// Ties, near ties and steps too small for a float, of both signs: a float32 reader sees the given order.
  @Test func scoresStayStrictlyDecreasingInFloat32() throws {
    var random = SeededGenerator(seed: 7)
    for round in 0..<50 {
      let start = Double.random(in: -2...2, using: &random)
      let step: Double = [0, 1e-12, 1e-9, 1e-7, 1e-3][round % 5]
      let documents = (0..<200).map { DocumentID("d\($0)") }
      var run = Run(tag: "t")
      run["q"] = documents.enumerated().map { RunEntry(document: $1, score: start - step * Double($0)) }
      let text = try run.trec()
      let scores = text.split(separator: "\n").compactMap { Float($0.split(separator: " ")[4]) }
      #expect(scores.count == documents.count)
      #expect(zip(scores, scores.dropFirst()).allSatisfy { $0 > $1 }, "round \(round), step \(step)")
      #expect(try Run(trec: text)["q"].map(\.document) == documents)
    }
  }

  /// Ids that readers would tear apart or skip, beside those that look as if they had been encoded already.
  @Test func isReadBackAsWritten() throws {
    var run = Run(tag: "my tag")
    for query in ["#1", "# 2", "a b", "a%20b", "%=a", "\u{feff}", "50%", "\r\n"] {
      run[QueryID(query)] = ["#", "x\ty", "x%09y", "%=x%09y", "é\u{2028}", "\u{feff}z"].enumerated().map {
        RunEntry(document: DocumentID($1), score: -Double($0))
      }
    }
    #expect(try Run(trec: run.trec()) == run)
  }

  @Test func refusesWhatReadersWouldMisread() throws {
    func writing(_ entries: [(String, Double)]) throws(TRECWriteError) -> String {
      var run = Run(tag: "t")
      run["q"] = entries.map { RunEntry(document: DocumentID($0.0), score: $0.1) }
      return try run.trec()
    }
    #expect(throws: TRECWriteError.duplicate(query: "q", document: "a")) {
      try writing([("a", 2), ("a", 1)])
    }
    #expect(throws: TRECWriteError.notFinite(query: "q", document: "a")) { try writing([("a", .nan)]) }
    #expect(throws: TRECWriteError.notFinite(query: "q", document: "a")) { try writing([("a", -1e300)]) }
    #expect(throws: TRECWriteError.emptyID(query: "q")) { try writing([("", 1)]) }
  }
}
