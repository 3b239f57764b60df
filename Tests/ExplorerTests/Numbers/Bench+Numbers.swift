import Explorer
import Relevance
import Retrieval

extension Bench {
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
