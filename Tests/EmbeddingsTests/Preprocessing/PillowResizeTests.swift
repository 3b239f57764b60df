import Embeddings
import Foundation
import TestSupport
import Testing

@Suite struct PillowResizeTests {
  private struct Case: Decodable {
    let filter: String
    let source: [Int]
    let target: [Int]
    let digest: String
    let pixels: Data?
  }

  @Test func everyByteIsPillows() throws {
    let cases = try JSONDecoder().decode([Case].self, from: RecordedPictures.contents("resizes.json"))
    #expect(cases.count == 60)
    for recorded in cases {
      let filter = try #require(ResizeFilter.allCases.first { "\($0)" == recorded.filter })
      let picture = PicturePattern.picture(width: recorded.source[0], height: recorded.source[1])
      let resized = picture.resizedAsPillow(
        toWidth: recorded.target[0], height: recorded.target[1], filter: filter)
      if let pixels = recorded.pixels {
        let largest = zip(resized.pixels, pixels).map { abs(Int($0) - Int($1)) }.max() ?? 0
        #expect(largest == 0, "\(filter), \(recorded.source) to \(recorded.target): off by \(largest)")
      }
      #expect(
        RecordedPictures.digest(resized.pixels) == recorded.digest,
        "\(filter), \(recorded.source) to \(recorded.target)")
    }
  }

  @Test(arguments: ResizeFilter.allCases) func aPartIsThePartOfTheWhole(filter: ResizeFilter) {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<40 {
      func side() -> Int { Int.random(in: 1...40, using: &generator) }
      let picture = PicturePattern.picture(width: side(), height: side())
      let (width, height) = (side(), side())
      let columns = Int.random(in: 0..<width, using: &generator)..<width
      let rows = 0..<Int.random(in: 1...height, using: &generator)
      let whole = picture.resizedAsPillow(toWidth: width, height: height, filter: filter)
      let part = picture.resizedAsPillow(to: (width, height), columns: columns, rows: rows, filter: filter)
      #expect(part.width == columns.count && part.height == rows.count)
      for row in rows {
        let line = (row * width + columns.lowerBound) * 3..<(row * width + columns.upperBound) * 3
        let at = row * columns.count * 3
        #expect(part.pixels[at..<at + line.count] == whole.pixels[line])
      }
    }
  }
}
