import Relevance
import TestSupport
import Testing

@Suite struct ScoreLossTests {
  /// Against every order of the documents within the cutoff, and every order of all of them.
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func takesEachStepToTheBestOrderThereIs(seed: UInt64) throws {
    let topic = RandomTopic.make(seed: seed, count: 6)
    let orders = Permutations.all(topic.count)
    for measure in RandomTopic.measures {
      let loss = try #require(ScoreLoss(measure, topic), "\(measure.title)")
      let depth = min(measure.cutoff ?? topic.count, topic.count)
      let within = orders.filter { Array($0[depth...]) == Array(depth..<topic.count) }
        .map { measure.score(topic.reordered($0)) }.max()
      let anywhere = orders.map { measure.score(topic.reordered($0)) }.max()
      #expect(abs(loss.score - measure.score(topic)) < 1e-12)
      #expect(
        abs(loss.score + loss.order - (within ?? 0)) < 1e-12, "\(measure.title), seed \(seed)")
      #expect(
        abs(loss.score + loss.order + loss.cutoff - (anywhere ?? 0)) < 1e-12, "\(measure.title), seed \(seed)"
      )
      #expect(loss.unretrieved > -1e-12, "\(measure.title), seed \(seed)")
      #expect(loss.best < 1 + 1e-12)
    }
  }

  @Test func attributesAHandMadeLoss() throws {
    let grades = [DocumentID("a"): 1, DocumentID("b"): 1, DocumentID("c"): 1]
    let topic = JudgedRanking(ranking: ["x", "a", "y", "b"].map { DocumentID($0) }, grades: grades)
    let loss = try #require(ScoreLoss(PrecisionAtK(cutoff: 3), topic))
    #expect(loss.score == 1.0 / 3 && loss.order == 0)
    #expect(abs(loss.cutoff - 1.0 / 3) < 1e-12 && abs(loss.unretrieved - 1.0 / 3) < 1e-12)
    let rank = try #require(ScoreLoss(ReciprocalRank(), topic))
    #expect(rank == ScoreLoss(score: 0.5, order: 0.5, cutoff: 0, unretrieved: 0))
    #expect(ScoreLoss(Judged(cutoff: 3), topic) == nil && ScoreLoss(RelevantCount(), topic) == nil)
  }

  @Test func meansAddUpToo() throws {
    let losses = (1...20).compactMap { ScoreLoss(NDCG(cutoff: 3), RandomTopic.make(seed: $0, count: 8)) }
    let mean = try #require(ScoreLoss.mean(losses))
    #expect(abs(mean.best - losses.map(\.best).reduce(0, +) / Double(losses.count)) < 1e-12)
    #expect(ScoreLoss.mean([]) == nil)
  }
}
