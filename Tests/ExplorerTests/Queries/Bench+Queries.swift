import Explorer
import Relevance
import Retrieval
import TestSupport

extension Bench {
  /// A query set with slices, long texts, other scripts and one query without words.
  static let manyQueries: [Query] =
    Bench.queries + [
      Query(
        id: "q-004",
        text:
          "thermal travel tumbler with a leakproof lid and a loop to carry it by, brushed steel, half a litre",
        kind: "long"),
      Query(id: "q-005", text: "桜模様の赤い縞マグカップ", kind: "other script"),
      Query(id: "q-006", text: "", kind: "picture", image: "queries/mug.jpg"),
    ]
    + (7...40).map {
      Query(id: QueryID("q-0\($0)"), text: "stripes number \($0)", kind: $0 % 2 == 0 ? "visual" : nil)
    }

  /// The rankings of a query set: the small catalogue in an order that belongs to the query and the plan.
  static func rankings(_ request: RankQueriesRequest) -> [RankQueriesReply] {
    request.jobs.map { job in
      RankQueriesReply(
        generation: request.generation, column: job.column,
        answers: job.places.map { place in
          RankQueriesReply.Answer(
            place: place, items: ranking(of: request.queries[place], at: place, job.plan))
        })
    }
  }

  private static func ranking(of query: Query, at place: Int, _ plan: SearchPlan) -> [DocumentID]? {
    guard query.id != "q-006" || plan.mode != .lexical else { return nil }
    var generator = SeededGenerator(seed: UInt64(place) * 7 + (plan.mode == .hybrid ? 3 : 1))
    return (0..<12).map(id).shuffled(using: &generator)
  }

  /// Grades for most of `manyQueries`, of most of the items.
  static let manyGrades: Qrels = {
    var generator = SeededGenerator(seed: 4)
    var grades: [QueryID: [DocumentID: Int]] = [:]
    for query in manyQueries.dropLast(8) {
      for ordinal in 0..<12 where ordinal % 5 != 4 || query.id.text.hasSuffix("3") {
        grades[query.id, default: [:]][id(ordinal)] = max(0, Int.random(in: -4...3, using: &generator))
      }
    }
    return Qrels(grades)
  }()
}
