import CTestPictures
import Embeddings
import Imaging
import TestSupport
import Testing

@Suite struct OrientationTests {
  /// A picture of 16 × 8 pixels whose quarters are `a b / c d`.
  private static let letters: [Character: [UInt8]] = [
    "a": [200, 20, 20], "b": [20, 200, 20], "c": [20, 20, 200], "d": [200, 200, 200],
  ]

  private static let stored: PictureFile = {
    var pixels: [UInt8] = []
    for row in 0..<16 {
      for column in 0..<32 {
        let letter = Array(row < 8 ? "ab" : "cd")[column / 16]
        pixels += letters[letter] ?? []
      }
    }
    return PictureFile(ASSAY_TEST_JPEG, width: 32, height: 16, pixels: pixels)
  }()

  /// The quarters of an upright picture, read from the middle of each.
  private func quarters(of image: PixelImage) -> String {
    var text = ""
    for (x, y) in [(1, 1), (3, 1), (1, 3), (3, 3)] {
      let at = ((image.height * y / 4) * image.width + image.width * x / 4) * 3
      let pixel = image.pixels[at..<(at + 3)]
      text +=
        Self.letters.min { $0.value.distance(to: pixel) < $1.value.distance(to: pixel) }.map { "\($0.key)" }
        ?? "?"
    }
    return text
  }

  // What EXIF 2.3 says of row 0 and column 0 for each value, written out for `ab/cd`.
  @Test(
    arguments: [
      (1, "abcd"), (2, "badc"), (3, "dcba"), (4, "cdab"), (5, "acbd"), (6, "cadb"), (7, "dbca"), (8, "bdac"),
      (0, "abcd"), (9, "abcd"),
    ] as [(UInt8, String)])
  func picturesComeUpright(_ value: UInt8, _ expected: String) throws {
    for little in [true, false] {
      let bytes = Self.stored.withOrientation(value, little: little)
      let whole = try PictureDecoder().decode(bytes).image
      #expect(quarters(of: whole) == expected)
      #expect((whole.width < whole.height) == (5...8).contains(value))
      let small = try PictureDecoder().decode(bytes, fittingWidth: 8, height: 100).image
      #expect(quarters(of: small) == expected)
      #expect(small.width == 8)
    }
  }

  @Test func brokenMetadataMeansUpright() throws {
    let bytes = Self.stored.withOrientation(6, little: true)
    for at in 2..<80 {
      for value in [0, 0x7f, 0xff] as [UInt8] {
        var mutant = bytes
        mutant[at] = value
        _ = try? PictureDecoder().decode(mutant)
      }
      _ = try? PictureDecoder().decode(Array(bytes.prefix(at)))
    }
  }
}

extension Collection<UInt8> {
  fileprivate func distance(to other: some Collection<UInt8>) -> Int {
    zip(self, other).map { abs(Int($0) - Int($1)) }.reduce(0, +)
  }
}
