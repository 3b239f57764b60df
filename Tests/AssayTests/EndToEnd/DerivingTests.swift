import Explorer
import Foundation
import Relevance
import Retrieval
import Synchronization
import Testing

@testable import assay

extension EndToEnd {
  /// Searches that wait for vectors in another format.
  @Suite struct DerivingTests {
    private func request(
      _ column: Int, generation: Int, _ precision: VectorPrecision, text: String = "cup"
    ) -> SearchRequest {
      SearchRequest(
        column: column, generation: generation, query: Query(id: "q", text: text),
        plan: SearchPlan(
          dense: DenseLane(dimensions: 64, precision: precision), lexical: nil, depth: 10))
    }

    /// Holds requests back and waits until `count` were let go; the generations of those, sorted.
    private func released(_ requests: [SearchRequest], count: Int) throws -> [Int] {
      let shop = try Shop.copy()
      defer { withExtendedLifetime(shop) {} }
      let workspace = try Workspace.open(shop.path, settings: .current)
      let released = Mutex([Int]())
      let derivations = Derivations(
        OpenWorkspace(workspace), tell: { _, _ in },
        release: { request in released.withLock { $0.append(request.generation) } })
      for request in requests where !derivations.holds(request) {
        released.withLock { $0.append(request.generation) }
      }
      let deadline = Date.now + 20
      while released.withLock(\.count) < count, Date.now < deadline { usleep(5_000) }
      return released.withLock { $0.sorted() }
    }

    @Test func letsSearchesGoOnceTheirVectorsAreThere() throws {
      let requests = [
        request(0, generation: 1, .product), request(1, generation: 2, .binary),
        request(2, generation: 3, .float32),
      ]
      #expect(try released(requests, count: 3) == [1, 2, 3])
    }

    @Test func plansAreMadeReadyOneAfterTheOther() throws {
      let shop = try Shop.copy()
      defer { withExtendedLifetime(shop) {} }
      let workspace = try Workspace.open(shop.path, settings: .current)
      let plans = [request(0, generation: 1, .product).plan, request(0, generation: 1, .binary).plan]
      let isWhole = workspace.derive(for: plans, isEnded: { true }, tell: { _ in })
      #expect(!isWhole && plans.allSatisfy { workspace.underived($0).count == 1 }, "nothing is left behind")
      let shares = Mutex([Double]())
      let isDone = workspace.derive(
        for: plans, isEnded: { false }, tell: { share in shares.withLock { $0.append(share) } })
      #expect(isDone)
      #expect(plans.allSatisfy { workspace.underived($0).isEmpty })
      #expect(shares.withLock { !$0.isEmpty && $0.allSatisfy((0...1).contains) })
    }

    @Test func nothingWaitsThatComparesNothing() throws {
      let shop = try Shop.copy()
      defer { withExtendedLifetime(shop) {} }
      let workspace = try Workspace.open(shop.path, settings: .current)
      let derivations = Derivations(OpenWorkspace(workspace), tell: { _, _ in }, release: { _ in })
      #expect(!derivations.holds(request(0, generation: 1, .product, text: "")))
      #expect(!derivations.holds(request(0, generation: 2, .int8)))
    }
  }
}
