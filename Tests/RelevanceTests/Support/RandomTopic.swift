import Relevance
import TestSupport

/// Rankings with grades, made from a seed: judged and unjudged documents, some not retrieved.
enum RandomTopic {
  /// One ranking of up to `count` documents with grades of 0 to `highest`, some below 0 when `hasNegatives`.
  static func make(
    seed: UInt64, count: Int, highest: Int = 3, hasNegatives: Bool = true, judgedShare: Double = 0.6,
    level: Int = 1
  ) -> JudgedRanking {
    var generator = SeededGenerator(seed: seed)
    let documents = (0..<count).map { DocumentID("d\($0)") }.shuffled(using: &generator)
    var grades: [DocumentID: Int] = [:]
    for document in documents where Double.random(in: 0..<1, using: &generator) < judgedShare {
      grades[document] = Int.random(in: (hasNegatives ? -1 : 0)...highest, using: &generator)
    }
    // Some queries have one relevant document, or none.
    if seed.isMultiple(of: 5) { grades = grades.mapValues { min($0, 0) } }
    let ranking = documents.shuffled(using: &generator).prefix(Int.random(in: 0...count, using: &generator))
    return JudgedRanking(ranking: Array(ranking), grades: grades, level: level)
  }

  /// Every kind of measure, small cutoffs included.
  static let measures: [any Measure] = {
    let names = [
      "nDCG", "nDCG@1", "nDCG@3", "nDCG@10", "nDCG(dcg='exp-log2')@3", "nDCG(gains='esci-paper')@5",
      "nDCG(gains='esci-script')@5", "nDCG(gains={0:0.5,1:2,2:1})@4", "AP", "AP@3", "AP(rel=2)", "Rprec",
      "Rprec(rel=2)", "Bpref", "infAP", "RR", "RR@2", "P@1", "P@5", "P(rel=3)@5", "R@2", "R@100", "Success@1",
      "Success@5", "ERR", "ERR@3", "ERR(max=3)@5", "RBP", "RBP(p=0.95,max=3)", "RBP(p=0.5,rel=2)@4",
      "quepid:nDCG@3", "quepid-cut:nDCG@3", "es-rank-eval:nDCG@5", "srw:nDCG@5",
    ]
    return names.compactMap { try? MeasureCatalogue.measure(named: $0) }
  }()
}
