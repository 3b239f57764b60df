import Explorer
import Foundation
import Relevance
import Retrieval
import Testing

@testable import assay

extension EndToEnd {
  /// Queues of the label view, made from a real index.
  @Suite struct LabelQueueTests {
    private static let pair = ColumnPair(left: 0, right: 1)

    /// Ends after so many steps.
    private final class Limit: StepWatch {
      struct Reached: Error {}
      private var left: Int

      init(_ steps: Int) { left = steps }
      func begin(_ total: Int) {}
      func finish() {}
      func step(counting steps: Int) throws {
        guard left > 0 else { throw Reached() }
        left -= 1
      }
    }

    private func request(
      _ queries: [Query], order: LabellingOrder = .pool, grades: Qrels = Qrels(), hidesBrand: Bool = false
    ) -> QueueRequest {
      let plans = [
        SearchPlan(dense: DenseLane(dimensions: 64), lexical: nil, depth: 100),
        SearchPlan(dense: nil, lexical: LexicalLane(), depth: 100),
      ]
      return QueueRequest(
        generation: 1,
        scope: QueueScope(
          queries: queries, columns: plans.enumerated().map { QueueColumn(name: "\($0)", plan: $1) },
          depth: 5,
          order: order, pair: Self.pair),
        opinions: [:], grades: grades, scale: .zeroToThree, hidesBrand: hidesBrand)
    }

    private func opened(_ shop: Shop) throws -> (Workspace, [Query]) {
      let workspace = try Workspace.open(shop.path, settings: .current)
      let set = try EvaluationFiles.queries(shop.path + "/queries.tsv")
      return (workspace, set.queries)
    }

    @Test func readsWhatTheColumnsFind() throws {
      let (workspace, queries) = try opened(Shop.copy())
      let builder = LabelQueueBuilder(assessor: "ann")
      let queue = try builder.queue(request(queries), of: workspace)
      #expect(Set(queue.tasks.map(\.query.id)) == Set(queries.map(\.id)))
      #expect(queue.tasks.allSatisfy { !$0.card.title.isEmpty && $0.ranks.contains { $0 != nil } })
      #expect(queue.stopping?.isReached == false)
      // Query by query, in the order of the set.
      let order = queue.tasks.map(\.query.id)
      #expect(order == queries.flatMap { query in order.filter { $0 == query.id } })
    }

    @Test func goesOnWhereItWasStopped() throws {
      let (workspace, queries) = try opened(Shop.copy())
      let builder = LabelQueueBuilder(assessor: "ann")
      #expect(throws: Limit.Reached.self) {
        try builder.queue(request(queries), of: workspace, watch: Limit(2))
      }
      let queue = try builder.queue(request(queries), of: workspace)
      let fresh = try LabelQueueBuilder(assessor: "ann").queue(request(queries), of: workspace)
      #expect(queue == fresh)
    }

    @Test func ordersTheWholeSetByImpactAndFollowsTheGrades() throws {
      let (workspace, queries) = try opened(Shop.copy())
      let builder = LabelQueueBuilder(assessor: "ann")
      let queue = try builder.queue(request(queries, order: .impact), of: workspace)
      let order = queue.tasks.map(\.query.id)
      #expect(
        order != queries.flatMap { query in order.filter { $0 == query.id } },
        "between queries, impact decides")
      // A grade is taken into account, and so is another measure; nothing of before is left.
      let first = try #require(queue.tasks.first)
      let grades = Qrels([first.query.id: [first.card.id: 3]])
      let graded = try builder.queue(request(queries, order: .impact, grades: grades), of: workspace)
      let fresh = try LabelQueueBuilder(assessor: "ann")
        .queue(request(queries, order: .impact, grades: grades), of: workspace)
      #expect(graded == fresh && graded.stopping != queue.stopping)
    }

    @Test func hidesTheBrandWhereAsked() throws {
      let (workspace, queries) = try opened(Shop.copy())
      let open = try LabelQueueBuilder(assessor: "ann").queue(request(queries), of: workspace)
      let hidden = try LabelQueueBuilder(assessor: "ann")
        .queue(request(queries, hidesBrand: true), of: workspace)
      let brands = Set(open.tasks.compactMap(\.card.facts.first))
      try #require(!brands.isEmpty)
      for task in hidden.tasks {
        let text = ([task.card.title] + task.card.facts + task.fields.map(\.value)).joined(separator: " ")
        #expect(!brands.contains { text.contains($0) }, "\(text)")
      }
    }
  }
}
