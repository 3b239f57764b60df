import Dispatch
import Retrieval
import Synchronization
import TestSupport
import Testing

/// Searches, inspections and preparations at once, as an explorer asks for them: every answer is the one that an idle
/// searcher gives, whatever was asked before and whatever runs beside it.
@Suite struct BusySearcherTests {
  private struct Request: Sendable {
    let plan: SearchPlan
    let query: SearchQuery
    let expected: SearchOutcome
  }

  private struct Disagreement: Error {
    let text: String
    let found: Int
    let expected: Int
  }

  @Test func answersDoNotDependOnWhatElseRuns() {
    Fuzz.run("busy-searcher", cases: 2) { generator in
      let items = Int.random(in: 600...1_500, using: &generator)
      let idle = RandomCatalogue(seed: generator.next(), items: items)
      let requests = requests(of: idle, using: &generator)
      let dense = DenseIndex(
        text: idle.text, picture: idle.picture, dimensions: RandomCatalogue.lengths,
        pool: WorkerPool(threads: 3))
      let busy = Searcher(dense: dense, lexical: idle.lexical, count: items)
      let seeds = (0..<3).map { _ in generator.next() }
      let wrong = Mutex<Disagreement?>(nil)
      DispatchQueue.concurrentPerform(iterations: seeds.count) { lane in
        var generator = SeededGenerator(seed: seeds[lane])
        if lane == 0 {
          for _ in 0..<60 { prepare(requests, dense: dense, using: &generator) }
          return
        }
        for _ in 0..<30 {
          guard let request = requests.randomElement(using: &generator) else { continue }
          let outcome = busy.search(request.plan, query: request.query)
          let expected = request.expected
          if outcome.matched != expected.matched || outcome.items != expected.items {
            wrong.withLock {
              $0 = Disagreement(
                text: "\(request.plan) of '\(request.query.text)'", found: outcome.matched,
                expected: expected.matched)
            }
          }
        }
      }
      if let wrong = wrong.withLock({ $0 }) { throw wrong }
    }
  }

  /// Everything that the queries may be asked with, answered by a searcher that does nothing else.
  private func requests(of idle: RandomCatalogue, using generator: inout SeededGenerator) -> [Request] {
    let fusions: [(Fusion, FusionDepth)] = [
      (.default, .top(300)), (.reciprocalRank(k: 60), .top(50)),
    ]
    return idle.queries.suffix(3).flatMap { query in
      RandomCatalogue.lengths.flatMap { length in
        fusions.flatMap { fusion, depth in
          [false, true].map { isTyping in
            let plan = SearchPlan(
              dense: DenseLane(dimensions: length), lexical: LexicalLane(), fusion: fusion,
              fusionDepth: depth,
              depth: 60)
            let asked = SearchQuery(
              text: query.text, vector: query.vector, isTyping: isTyping, named: query.named)
            return Request(plan: plan, query: asked, expected: idle.searcher.search(plan, query: asked))
          }
        }
      }
    }
  }

  /// Gets a query's other lengths ready, and leaves off at any point.
  private func prepare(_ requests: [Request], dense: DenseIndex, using generator: inout SeededGenerator) {
    guard let vector = requests.randomElement(using: &generator)?.query.vector else { return }
    let pieces = Atomic(Int.random(in: 0...8, using: &generator))
    dense.completePrefixes(of: vector, textShare: 0.5) {
      pieces.subtract(1, ordering: .relaxed).newValue < 0
    }
  }
}
