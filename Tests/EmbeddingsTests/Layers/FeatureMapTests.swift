import Embeddings
import Testing

@Suite struct FeatureMapTests {
  @Test func poolingReadsTheInsideOnly() {
    var map = FeatureMap(rows: 2, columns: 2, channels: 2)
    for (index, value) in ([-1, -2, -3, -6] as [Float]).enumerated() {
      map[row: index / 2, column: index % 2, channel: 0] = value
      map[row: index / 2, column: index % 2, channel: 1] = 10 * value
    }
    #expect(map.channelMeans == [-3, -30])
    #expect(map.channelMaxima == [-1, -10])
  }
}
