import Relevance
import Testing

@testable import assay

@Suite struct SyntheticRandomTests {
  @Test func normalNumbersHaveMeanZeroAndVarianceOne() {
    var random = SeededRandom(seed: 5, stream: 1)
    let values = (0..<200_000).map { _ in Double(random.normal()) }
    let mean = values.reduce(0, +) / 200_000
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 200_000
    #expect(abs(mean) < 0.01)
    #expect(abs(variance - 1) < 0.02)
  }

  @Test func streamsAndNumbersDiffer() {
    let firsts = (UInt64(0)..<100).flatMap { number in
      (UInt64(0)..<4).map { stream in
        var random = SeededRandom(seed: 1, stream: stream, number: number)
        return random.next()
      }
    }
    #expect(Set(firsts).count == 400)
  }
}
