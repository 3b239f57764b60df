import Embeddings
import TestSupport
import Testing

@Suite struct PixelImageScalingTests {
  /// The mean of a target pixel's area, one source pixel at a time.
  private func averaged(_ image: PixelImage, width: Int, height: Int) -> [Double] {
    var result: [Double] = []
    for row in 0..<height {
      for column in 0..<width {
        for channel in 0..<3 {
          var (sum, area) = (0.0, 0.0)
          for y in 0..<image.height {
            let tall = overlap(
              y, Double(row * image.height) / Double(height),
              Double((row + 1) * image.height) / Double(height))
            for x in 0..<image.width {
              let wide = overlap(
                x, Double(column * image.width) / Double(width),
                Double((column + 1) * image.width) / Double(width))
              sum += tall * wide * Double(image.pixels[(y * image.width + x) * 3 + channel])
              area += tall * wide
            }
          }
          result.append(sum / area)
        }
      }
    }
    return result
  }

  private func overlap(_ sample: Int, _ start: Double, _ end: Double) -> Double {
    max(0, min(Double(sample + 1), end) - max(Double(sample), start))
  }

  @Test(arguments: [(3, 2), (7, 5), (1, 1), (13, 11), (6, 11)])
  func shrinkingAveragesAreas(_ width: Int, _ height: Int) {
    var generator = SeededGenerator(seed: 4)
    let pixels = (0..<(13 * 11 * 3)).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let image = PixelImage(width: 13, height: 11, pixels: pixels)
    let fast = image.scaled(toWidth: width, height: height)
    for (value, slow) in zip(fast.pixels, averaged(image, width: width, height: height)) {
      #expect(abs(Double(value) - slow) <= 0.51)
    }
  }

  @Test func growingInterpolates() {
    let image = PixelImage(width: 2, height: 1, pixels: [0, 0, 0, 200, 100, 40])
    let grown = image.scaled(toWidth: 4, height: 2)
    #expect(Array(grown.pixels.prefix(12)) == [0, 0, 0, 50, 25, 10, 150, 75, 30, 200, 100, 40])
    #expect(grown.pixels.prefix(12) == grown.pixels.suffix(12))
  }

  @Test func fitsABoxInProportion() {
    #expect(PixelImage.extent(of: (400, 300), fitting: (120, 120), enlarging: false) == (120, 90))
    #expect(PixelImage.extent(of: (300, 400), fitting: (120, 120), enlarging: false) == (90, 120))
    #expect(PixelImage.extent(of: (40, 30), fitting: (120, 120), enlarging: false) == (40, 30))
    #expect(PixelImage.extent(of: (40, 30), fitting: (120, 120), enlarging: true) == (120, 90))
    #expect(PixelImage.extent(of: (5000, 1), fitting: (10, 10), enlarging: false) == (10, 1))
  }
}
