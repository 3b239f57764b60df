import Explorer
import Relevance
import Retrieval

extension Bench {
  private struct MissingPicture: Error {}

  /// What a plan finds in the small catalogue.
  static func ranking(of query: Query, plan: SearchPlan) throws -> [DocumentID] {
    guard query.id != "q-006" else { throw MissingPicture() }
    return order(SearchRequest(column: 0, generation: 0, query: query, plan: plan)).map { id(Int($0)) }
  }

  /// The ranking that the columns show, with the titles of the small catalogue.
  static func score(_ request: OpenScoreRequest) -> OpenScoreReply {
    guard request.query.id != "q-006" else {
      return OpenScoreReply(generation: request.generation, .failed("queries/mug.jpg: there is no such file"))
    }
    let order = order(SearchRequest(column: 0, generation: 0, query: request.query, plan: request.plan))
    let titles = (0..<12).map { (id($0), Bench.titles[$0].0) }
    return OpenScoreReply(
      generation: request.generation,
      .ranked(order.map { id(Int($0)) }, titles: Dictionary(uniqueKeysWithValues: titles)))
  }
}
