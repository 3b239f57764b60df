import Embeddings
import TestSupport
import Testing

@Suite struct LetterboxTests {
  private let plain = Letterbox(size: 12, mean: [0, 0, 0], deviation: [1, 1, 1])

  @Test func agreesWithIntegrationOverTheSource() {
    var generator = SeededGenerator(seed: 31)
    for (width, height) in [(1, 1), (12, 12), (24, 24), (5, 3), (3, 31), (31, 4), (29, 1), (13, 11)] {
      let pixels = (0..<width * height * 3).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let picture = PixelImage(width: width, height: height, pixels: pixels)
      let difference = largestDifference(plain(picture).channelsFirst, integrated(picture, size: 12))
      #expect(difference <= 1e-6, "\(width)×\(height)")
    }
  }

  @Test func surroundIsTheMeanColourAndValuesAreInItsUnits() {
    let letterbox = Letterbox(size: 4, mean: [0.5, 0.25, 0], deviation: [0.5, 0.25, 2])
    let map = letterbox(PixelImage(width: 4, height: 2, pixels: [UInt8](repeating: 255, count: 24)))
    #expect(colour(of: map, row: 0, column: 0) == [0, 0, 0])
    #expect(colour(of: map, row: 1, column: 0) == [1, 3, 0.5])
    #expect(colour(of: map, row: 3, column: 3) == [0, 0, 0])
  }

  @Test func sidesAreRoundedHalfUpAndAtLeastOne() {
    // 12·3/8 = 4.5 rows become 5, of which three rows of padding lie above.
    let map = plain(PixelImage(width: 8, height: 3, pixels: [UInt8](repeating: 255, count: 72)))
    let filled = (0..<12).filter { map[row: $0, column: 0, channel: 0] > 0.99 }
    #expect(filled == [3, 4, 5, 6, 7])
    let line = plain(PixelImage(width: 100, height: 1, pixels: [UInt8](repeating: 255, count: 300)))
    #expect((0..<12).filter { line[row: $0, column: 6, channel: 1] > 0.99 } == [5])
  }

  private func colour(of map: FeatureMap, row: Int, column: Int) -> [Float] {
    (0..<3).map { map[row: row, column: column, channel: $0] }
  }

  /// Every target pixel as the double integral over its rectangle of the source, channels first.
  private func integrated(_ picture: PixelImage, size: Int) -> [Float] {
    let longer = Double(max(picture.width, picture.height))
    let across = max(1, (Double(size * picture.width) / longer + 0.5).rounded(.down))
    let down = max(1, (Double(size * picture.height) / longer + 0.5).rounded(.down))
    let left = ((Double(size) - across) / 2).rounded(.down)
    let top = ((Double(size) - down) / 2).rounded(.down)
    var result: [Float] = []
    for channel in 0..<3 {
      for y in 0..<size {
        for x in 0..<size {
          let (column, row) = (Double(x) - left, Double(y) - top)
          guard (0..<across).contains(column), (0..<down).contains(row) else {
            result.append(0)
            continue
          }
          let mean = integral(
            picture, channel: channel, column: column * Double(picture.width) / across,
            width: Double(picture.width) / across, row: row * Double(picture.height) / down,
            height: Double(picture.height) / down)
          result.append(Float(mean / 255))
        }
      }
    }
    return result
  }

  private func integral(
    _ picture: PixelImage, channel: Int, column: Double, width: Double, row: Double, height: Double
  ) -> Double {
    var sum = 0.0
    for y in 0..<picture.height {
      let overlapDown = min(Double(y + 1), row + height) - max(Double(y), row)
      for x in 0..<picture.width where overlapDown > 0 {
        let overlapAcross = min(Double(x + 1), column + width) - max(Double(x), column)
        guard overlapAcross > 0 else { continue }
        sum += overlapDown * overlapAcross * Double(picture.pixels[(y * picture.width + x) * 3 + channel])
      }
    }
    return sum / (width * height)
  }
}
