import Relevance
import TestSupport
import Testing

@Suite struct UnjudgedBoundsTests {
  /// Against every way to grade the unjudged: the ends are reached, and nothing lies outside.
  @Test(arguments: 1...120 as ClosedRange<UInt64>)
  func isTheRangeOfEveryAssignment(seed: UInt64) throws {
    let topic = RandomTopic.make(seed: seed, count: 8, hasNegatives: seed.isMultiple(of: 2))
    let unjudged = topic.documents.filter { (topic.judgments[$0] ?? -1) < 0 }
    guard unjudged.count <= 5 else { return }
    for highest in [0, 1, 3] {
      let graded = Self.assignments(of: unjudged, highest: highest).map { added in
        JudgedRanking(
          ranking: topic.documents, grades: topic.judgments.merging(added) { $1 }, level: topic.level)
      }
      for measure in RandomTopic.measures {
        let bounds = try #require(UnjudgedBounds.interval(of: measure, topic, highest: highest))
        let scores = graded.map { measure.score($0) }
        let words = Comment(rawValue: "\(measure.title), seed \(seed), grades 0…\(highest)")
        #expect(abs(bounds.low - (scores.min() ?? 0)) < 1e-12, words)
        #expect(abs(bounds.high - (scores.max() ?? 0)) < 1e-12, words)
      }
    }
  }

  @Test func theWorstIsNotThatAllAreIrrelevant() throws {
    let topic = JudgedRanking(ranking: ["a", "x"].map { DocumentID($0) }, grades: [DocumentID("a"): 1])
    let bounds = try #require(UnjudgedBounds.interval(of: NDCG(cutoff: 10), topic, highest: 3))
    #expect(NDCG(cutoff: 10).score(topic) == 1)
    #expect(bounds.low < 0.8 && bounds.high == 1)
  }

  @Test func whatIsNoReturnsNothing() {
    let topic = RandomTopic.make(seed: 3, count: 5)
    #expect(UnjudgedBounds.interval(of: Judged(cutoff: 5), topic, highest: 3) == nil)
    #expect(UnjudgedBounds.interval(of: RetrievedCount(), topic, highest: 3) == nil)
  }

  private static func assignments(of documents: [DocumentID], highest: Int) -> [[DocumentID: Int]] {
    documents.reduce([[:]]) { partial, document in
      partial.flatMap { grades in
        (0...highest).map { grade in
          var longer = grades
          longer[document] = grade
          return longer
        }
      }
    }
  }
}
