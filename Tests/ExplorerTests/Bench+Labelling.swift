import Explorer
import Relevance
import Retrieval

extension Bench {
  /// A queue as a builder makes it, of the first items that both columns find, backwards.
  static func queue(_ request: QueueRequest) -> LabelQueue {
    var tasks: [LabelTask] = []
    var settled = 0
    for query in request.scope.queries {
      let orders: [[UInt32]] = request.scope.columns.map { column in
        Array(
          order(SearchRequest(column: 0, generation: 0, query: query, plan: column.plan))
            .prefix(request.scope.depth))
      }
      let opinions = request.opinions[query.id] ?? [:]
      for ordinal in Set(orders.joined()).sorted(by: >) {
        let id = id(Int(ordinal))
        if opinions[id]?.isSettled == true, id != request.wanted {
          settled += 1
          continue
        }
        let ranks = orders.map { $0.firstIndex(of: ordinal).map { $0 + 1 } }
        tasks.append(
          LabelTask(
            query: query, card: card(ordinal), fields: fields(of: card(ordinal)),
            seen: Sighting(place: "columns", rank: ranks.compactMap(\.self).min()), ranks: ranks))
      }
    }
    return LabelQueue(
      tasks: tasks, settled: settled,
      stopping: StoppingPoint(
        differences: [0.1], intervals: [DifferenceInterval(worst: -0.1, best: 0.3, isExact: true)],
        unjudged: tasks.count))
  }

  private static func fields(of card: ItemCard) -> [ItemField] {
    [
      ItemField(
        name: "description",
        value: "A sturdy everyday mug with a wide red stripe around the body. Fired twice, rounded handle, "
          + "stacks well. Synthetic product text."),
      ItemField(name: "category", value: card.facts[2]), ItemField(name: "color", value: "red"),
      ItemField(name: "in_stock", value: "true"),
    ]
  }
}
