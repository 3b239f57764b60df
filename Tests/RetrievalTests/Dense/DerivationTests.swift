import Embeddings
import Retrieval
import Synchronization
import TestSupport
import Testing

@testable import Retrieval

/// Deriving vectors in formats of few bits ahead of a search.
@Suite struct DerivationTests {
  private static let derived: [VectorPrecision] = [.binary, .asymmetric, .twoBit, .product]

  private static let fullLength = 32

  private func unit(_ generator: inout SeededGenerator) -> [Float] {
    let vector = (0..<Self.fullLength).map { _ in Float.random(in: -1...1, using: &generator) }
    let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return vector.map { $0 / length }
  }

  /// The same items and the same query every time.
  private func index(_ count: Int = 600) -> (index: DenseIndex, query: [Float]) {
    var generator = SeededGenerator(seed: 9)
    func matrix() -> EmbeddingMatrix {
      EmbeddingMatrix(
        dimensions: Self.fullLength, values: (0..<count).flatMap { _ in unit(&generator) })
    }
    let (text, picture) = (matrix(), matrix())
    return (DenseIndex(text: text, picture: picture, dimensions: [16, 32]), unit(&generator))
  }

  @Test(arguments: derived) func isDoneOnceAndChangesNoAnswer(precision: VectorPrecision) {
    let lane = DenseLane(dimensions: 16, precision: precision)
    let (ahead, query) = index()
    let (onDemand, _) = index()
    #expect(ahead.underived(lane) == [lane])
    #expect(ahead.derive(lane, watch: DerivationWatch()))
    #expect(ahead.underived(lane).isEmpty)
    #expect(
      ahead.top(20, of: query, lane: lane, within: nil)
        == onDemand.top(20, of: query, lane: lane, within: nil))
    #expect(onDemand.underived(lane).isEmpty, "a search derives what nobody did")
  }

  @Test func namesBothStagesAndNothingThatIsPacked() {
    let (index, _) = index()
    let lane = DenseLane(
      dimensions: 32, precision: .product,
      coarse: CoarseStage(dimensions: 16, precision: .binary, shortlist: 50))
    #expect(
      index.underived(lane) == [
        DenseLane(dimensions: 16, precision: .binary), DenseLane(dimensions: 32, precision: .product),
      ])
    #expect(index.underived(DenseLane(dimensions: 32)).isEmpty)
    #expect(index.underived(DenseLane(dimensions: 32, precision: .int8)).isEmpty)
  }

  @Test(arguments: derived) func leavesNothingWhenItIsEnded(precision: VectorPrecision) {
    let lane = DenseLane(dimensions: 32, precision: precision)
    let (index, query) = index()
    let asked = Atomic(0)
    let watch = DerivationWatch(isEnded: { asked.add(1, ordering: .relaxed).newValue > 0 })
    #expect(!index.derive(lane, watch: watch) && watch.wasEnded)
    #expect(index.underived(lane) == [lane])
    let (fresh, _) = self.index()
    #expect(
      index.top(20, of: query, lane: lane, within: nil) == fresh.top(20, of: query, lane: lane, within: nil))
  }

  @Test(arguments: derived) func tellsHowFarItIs(precision: VectorPrecision) {
    let (index, _) = index(3000)
    let shares = Mutex([Double]())
    let watch = DerivationWatch(tell: { share in shares.withLock { $0.append(share) } })
    index.derive(DenseLane(dimensions: 32, precision: precision), watch: watch)
    let told = shares.withLock { $0 }
    #expect(told.allSatisfy { (0...1).contains($0) } && (told.max() ?? 0) > 0.95)
    #expect(told.count >= 3)
  }
}
