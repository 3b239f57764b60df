import Foundation
import Relevance
import Testing

/// Cases that no reference file has, by the definitions.
@Suite struct OddCaseTests {
  /// trec_eval adds 0.9 before it cuts the fraction off: 5 % of 21 items are found with the first one.
  @Test func interpolatedPrecisionRoundsAsTheReference() {
    let grades = Dictionary(uniqueKeysWithValues: (0..<21).map { (DocumentID("r\($0)"), 1) })
    let ranking = [DocumentID("r0"), DocumentID("x")]
    #expect(InterpolatedPrecision(recall: 0.05).score(ranking: ranking, grades: grades) == 1)
    #expect(InterpolatedPrecision(recall: 0.06).score(ranking: ranking, grades: grades) == 0)
  }

  @Test func theGeometricMeanHasAFloor() {
    let grades = [DocumentID("a"): 1]
    #expect(GeometricMeanAP().score(ranking: [], grades: grades) == log(0.000_01))
    #expect(GeometricMeanAP().score(ranking: [DocumentID("a")], grades: grades) == 0)
  }

  /// A grade below 0 says that an item was pooled, not that it was judged.
  @Test func whatIsPooledButUnjudgedIsLeftOutToo() {
    let ranking = ["pooled", "unknown", "zero", "one"].map { DocumentID($0) }
    let grades = [DocumentID("pooled"): -1, DocumentID("zero"): 0, DocumentID("one"): 1]
    let condensed = JudgedRanking(ranking: ranking, grades: grades).condensed()
    #expect(condensed.documents.map(\.text) == ["zero", "one"])
    #expect(ReciprocalRank().score(condensed) == 0.5)
  }
}
