import Foundation
import Relevance
import TestSupport
import Testing

/// What must hold of every measure, whatever the ranking.
@Suite struct MeasurePropertyTests {
  @Test(arguments: 1...100 as ClosedRange<UInt64>)
  func liesInZeroToOne(seed: UInt64) {
    let topic = RandomTopic.make(seed: seed, count: 30, highest: 5, level: Int(seed % 3))
    for measure in RandomTopic.measures + [Judged(cutoff: 5), Unjudged(cutoff: 5)] {
      let score = measure.score(topic)
      #expect((-1e-12...1 + 1e-12).contains(score), "\(measure.title), seed \(seed): \(score)")
    }
  }

  /// Names mean nothing: the same ranking under other ids has the same scores.
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func survivesRelabelling(seed: UInt64) {
    let topic = RandomTopic.make(seed: seed, count: 20)
    func renamed(_ document: DocumentID) -> DocumentID { DocumentID("é/\(document.text).0") }
    let grades = topic.judgments.reduce(into: [DocumentID: Int]()) { $0[renamed($1.key)] = $1.value }
    for measure in RandomTopic.measures {
      #expect(measure.score(ranking: topic.documents.map(renamed), grades: grades) == measure.score(topic))
    }
  }

  /// Documents of equal grade are alike: swapping them changes nothing but which one stands where.
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func swapsDocumentsOfEqualGradeFreely(seed: UInt64) {
    let topic = RandomTopic.make(seed: seed, count: 20)
    var generator = SeededGenerator(seed: seed)
    var places = Array(0..<topic.count)
    for group in Dictionary(grouping: places, by: { topic.grades[$0] }).values {
      for (place, other) in zip(group, group.shuffled(using: &generator)) { places[place] = other }
    }
    for measure in RandomTopic.measures {
      #expect(measure.score(topic.reordered(places)) == measure.score(topic), "\(measure.title)")
    }
  }

  /// An unjudged document at the end moves no other: only measures that divide by the length may change.
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func anUnjudgedDocumentAtTheEndChangesNothing(seed: UInt64) {
    let topic = RandomTopic.make(seed: seed, count: 20)
    for measure in RandomTopic.measures where !measure.title.hasPrefix("es-rank-eval") {
      let longer = measure.score(
        ranking: topic.documents + [DocumentID("new")], grades: topic.judgments)
      #expect(abs(longer - measure.score(topic)) < 1e-12, "\(measure.title), seed \(seed)")
    }
  }

  /// Where the order of equal scores differs in the file, the order by id decides.
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func theOrderOfLinesPlaysNoPart(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let lines = (0..<30).map { "q Q0 d\($0) 0 \(Int.random(in: 0...3, using: &generator)) t\n" }
    let run = try Run(trec: lines.joined())
    #expect(try Run(trec: lines.shuffled(using: &generator).joined()) == run)
    for (above, below) in zip(run["q"], run["q"].dropFirst()) {
      #expect((above.score, above.document) > (below.score, below.document))
    }
  }

  /// The same numbers from definitions written as they are read in a textbook.
  @Test(arguments: 1...100 as ClosedRange<UInt64>)
  func agreesWithThePlainDefinitions(seed: UInt64) {
    let topic = RandomTopic.make(seed: seed, count: 25)
    let (k, ranking, grades) = (Int(seed % 7) + 1, topic.documents, topic.judgments)
    func grade(_ rank: Int) -> Int { rank <= ranking.count ? max(0, grades[ranking[rank - 1]] ?? 0) : 0 }
    func isRelevant(_ rank: Int) -> Bool { grade(rank) >= 1 }
    func precision(_ rank: Int) -> Double { Double((1...rank).count(where: isRelevant)) / Double(rank) }
    let relevant = grades.values.count { $0 >= 1 }
    let found = ranking.isEmpty ? [] : (1...ranking.count).filter(isRelevant)
    func dcg(_ grades: [Int]) -> Double {
      grades.enumerated().reduce(0) { $0 + Double($1.element) / log2(Double($1.offset + 2)) }
    }
    let ideal = dcg(Array(grades.values.map { max(0, $0) }.sorted(by: >).prefix(k)))
    func expect(_ measure: any Measure, _ value: Double) {
      #expect(abs(measure.score(topic) - value) < 1e-12, "\(measure.title), seed \(seed)")
    }
    expect(PrecisionAtK(cutoff: k), precision(k))
    expect(RecallAtK(cutoff: k), relevant == 0 ? 0 : Double(found.count { $0 <= k }) / Double(relevant))
    expect(SuccessAtK(cutoff: k), found.contains { $0 <= k } ? 1 : 0)
    expect(ReciprocalRank(), found.first.map { 1 / Double($0) } ?? 0)
    expect(RPrecision(), relevant == 0 ? 0 : precision(relevant))
    expect(AveragePrecision(), relevant == 0 ? 0 : found.map(precision).reduce(0, +) / Double(relevant))
    expect(NDCG(cutoff: k), ideal == 0 ? 0 : dcg((1...k).map(grade)) / ideal)
    expect(RankBiasedPrecision(), found.reduce(0) { $0 + 0.2 * pow(0.8, Double($1 - 1)) })
    let looked = ranking.prefix(k)
    expect(
      Judged(cutoff: k),
      looked.isEmpty ? 0 : Double(looked.count { grades[$0] != nil }) / Double(looked.count))
    expect(Unjudged(cutoff: k), Double(looked.count { (grades[$0] ?? -1) < 0 }) / Double(k))
  }

  @Test func theReportLeavesUnansweredQueriesOutWhereTheToolDoes() throws {
    let grades = [DocumentID("a"): 1]
    var run = Run(tag: "t")
    run["q1"] = [RunEntry(document: DocumentID("a"), score: 1)]
    let report = EvaluationReport(
      run: run, qrels: Qrels(["q1": grades, "q2": grades]),
      measures: [SearchTool.esRankEval.ndcg(cutoff: 10), NDCG(cutoff: 10)], bootstrap: Bootstrap(seed: 1))
    #expect(report.rows.map(\.value) == [1, 0.5])
    #expect(report.rows.map(\.coverage) == [1, 0.5])
    #expect(report.rows[1].loss?.unretrieved == 0.5 && report.rows[1].sampling != nil)
  }
}
