import TestSupport
import Testing

@testable import TerminalUI

@Suite struct ColourTests {
  /// Ratios as the contrast checkers of WebAIM and the W3C give them.
  @Test(
    arguments: [
      (0x000000, 0xffffff, 21.0), (0x777777, 0xffffff, 4.48), (0x767676, 0xffffff, 4.54),
      (0xff0000, 0xffffff, 4.0), (0x0000ff, 0xffffff, 8.59), (0x5f5fff, 0x5f5fff, 1),
    ] as [(UInt32, UInt32, Double)])
  func contrastIsThatOfTheGuidelines(_ one: UInt32, _ other: UInt32, _ ratio: Double) {
    #expect(abs(Colour(one).contrast(with: Colour(other)) - ratio) < 0.005)
    #expect(Colour(one).contrast(with: Colour(other)) == Colour(other).contrast(with: Colour(one)))
  }

  @Test(
    arguments: [
      ("rgb:0000/0000/0000", 0x000000), ("rgb:ffff/ffff/ffff", 0xffffff), ("rgb:1e1e/1e1e/2e2e", 0x1e1e2e),
      ("rgb:f/8/0", 0xff8800), ("rgb:fff/800/000", 0xff8000), ("rgb:fd/f6/e3", 0xfdf6e3),
      ("rgba:1e1e/1e1e/2e2e/ffff", 0x1e1e2e), ("#1e1e2e", 0x1e1e2e), ("#1e1e1e1e2e2e", 0x1e1e2e),
    ] as [(String, UInt32)])
  func reportsOfEveryFormAreRead(_ text: String, _ colour: UInt32) {
    #expect(Colour(reported: text[...]) == Colour(colour))
  }

  @Test(
    arguments: [
      "", "#", "#12", "#é1122", "rgb:", "rgb:1/2", "rgb:1/2/3/4/5", "rgb:12345/0/0", "rgb:g/0/0", "hsl:1/2/3",
      "?",
      "rgb:-1/0/0",
    ])
  func whatIsNoColourIsNone(_ text: String) {
    #expect(Colour(reported: text[...]) == nil)
  }

  @Test func everyFixedColourIsNearestToItself() {
    for index in IndexedColours.fixed {
      let colour = IndexedColours.colour(index)
      #expect(IndexedColours.colour(IndexedColours.nearest(to: colour)) == colour)
    }
    #expect(IndexedColours.colour(16) == .black)
    #expect(IndexedColours.colour(231) == .white)
    #expect(IndexedColours.colour(243) == Colour(0x767676))
    #expect(IndexedColours.colour(75) == Colour(0x5fafff))
  }

  /// The nearest is that of a look at all 240, the first of several.
  @Test func nothingIsNearerThanTheNearest() {
    func distance(_ one: Colour, _ other: Colour) -> Int {
      zip(zip(one.parts, other.parts), [2, 4, 3]).reduce(0) { sum, part in
        sum + part.1 * (Int(part.0.0) - Int(part.0.1)) * (Int(part.0.0) - Int(part.0.1))
      }
    }
    var generator = SeededGenerator(seed: 5)
    // Values in the middle between two levels are as near to one as to the other.
    let middles: [UInt8] = [0, 115, 155, 195, 235, 255]
    for turn in 0..<400 {
      let parts = (0..<3).map { _ -> UInt8 in
        turn % 2 == 0
          ? .random(in: 0...255, using: &generator) : middles.randomElement(using: &generator) ?? 0
      }
      let colour =
        turn % 5 == 0
        ? Colour(red: parts[0], green: parts[0], blue: parts[0])
        : Colour(red: parts[0], green: parts[1], blue: parts[2])
      let wanted = IndexedColours.fixed.map { ($0, distance(colour, IndexedColours.colour($0))) }
        .min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
      #expect(IndexedColours.nearest(to: colour) == wanted, "\(colour.hexadecimal)")
    }
  }
}
