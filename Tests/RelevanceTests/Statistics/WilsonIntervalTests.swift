import Relevance
import Testing

@Suite struct WilsonIntervalTests {
  /// Where the score test of a share just fails to refuse it, found by trying shares.
  @Test func isWhereTheScoreTestTurns() {
    let z = 1.959_963_984_540_054
    for trials in [1, 2, 7, 40, 1000] {
      for hits in Set([0, 1, trials / 3, trials - 1, trials]) where (0...trials).contains(hits) {
        let interval = Interval.wilson(hits, of: trials)
        let seen = Double(hits) / Double(trials)
        func isBelieved(_ share: Double) -> Bool {
          abs(seen - share) <= z * (share * (1 - share) / Double(trials)).squareRoot() + 1e-12
        }
        let believed = (0...100_000).map { Double($0) / 100_000 }.filter(isBelieved)
        #expect(abs(interval.low - (believed.first ?? .nan)) < 2e-5, "\(hits) of \(trials): \(interval)")
        #expect(abs(interval.high - (believed.last ?? .nan)) < 2e-5, "\(hits) of \(trials): \(interval)")
      }
    }
  }
}
