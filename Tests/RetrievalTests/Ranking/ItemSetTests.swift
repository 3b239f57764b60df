import Testing
import TestSupport

@testable import Retrieval

@Suite("Item sets")
struct ItemSetTests {
  @Test("Sets behave like sets of ordinals", arguments: [0, 1, 63, 64, 65, 200])
  func likeSets(universe: Int) {
    var generator = SeededGenerator(seed: UInt64(universe))
    let all = (0..<UInt32(universe)).map { $0 }
    let left = Set(all.filter { _ in Bool.random(using: &generator) })
    let right = Set(all.filter { _ in Bool.random(using: &generator) })
    let leftSet = ItemSet(left, universe: universe)
    let rightSet = ItemSet(right, universe: universe)
    #expect(leftSet.ordinals == left.sorted())
    #expect(leftSet.count == left.count)
    #expect(leftSet.intersection(rightSet).ordinals == left.intersection(right).sorted())
    #expect(leftSet.union(rightSet).ordinals == left.union(right).sorted())
    #expect(leftSet.complement.ordinals == all.filter { !left.contains($0) })
    #expect(all.allSatisfy { leftSet.contains($0) == left.contains($0) })
  }
}
