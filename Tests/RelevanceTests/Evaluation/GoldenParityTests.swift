import Foundation
import Relevance
import TestSupport
import Testing

/// The recorded output of trec_eval (`-c -q`) for BM25 runs over two collections, byte for byte.
@Suite struct GoldenParityTests {
  static let names = [
    "num_q", "map", "Rprec", "bpref", "recip_rank", "P_10", "recall_100", "ndcg", "ndcg_cut_10", "map_cut_10",
    "success_10", "unj_10",
  ]

  @Test(
    .enabled(if: SharedData.path("esci-150/bm25.run") != nil, Comment(rawValue: SharedData.absence)),
    arguments: ["esci-150", "cranfield"])
  func printsTheSameBytes(collection: String) throws {
    func text(_ name: String) throws -> String {
      try String(contentsOfFile: #require(SharedData.path("\(collection)/\(name)")), encoding: .utf8)
    }
    let evaluation = try Evaluation(
      run: Run(trec: text("bm25.run")), qrels: Qrels(trec: text("qrels.txt")),
      measures: Self.names.map { try MeasureCatalogue.measure(named: $0) })
    #expect(try evaluation.trec(perQuery: true) == text("golden.trec_eval.txt"))
  }
}
