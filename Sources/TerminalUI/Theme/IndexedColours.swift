/// The table of 256 colours that terminals share: a cube of 6×6×6 and a ramp of greys, as xterm has them.
///
/// The first sixteen belong to the user, who may have changed every one of them: none is ever looked up here.
package enum IndexedColours {
  /// The numbers whose colours are the same everywhere.
  package static let fixed = 16...255

  private static let levels: [UInt8] = [0, 95, 135, 175, 215, 255]

  /// The colour of a number in `fixed`.
  package static func colour(_ index: Int) -> Colour {
    guard index < 232 else {
      let grey = UInt8(8 + 10 * (min(index, 255) - 232))
      return Colour(red: grey, green: grey, blue: grey)
    }
    let place = max(0, index - 16)
    return Colour(
      red: levels[place / 36], green: levels[place / 6 % 6], blue: levels[place % 6])
  }

  /// The number of the colour that differs least.
  ///
  /// Differences are weighted by how much the eye makes of them (red 2, green 4, blue 3); of equals the lowest wins.
  package static func nearest(to colour: Colour) -> Int {
    fixed.min { distance(colour, self.colour($0)) < distance(colour, self.colour($1)) } ?? 16
  }

  private static func distance(_ one: Colour, _ other: Colour) -> Int {
    zip(zip(one.parts, other.parts), [2, 4, 3]).reduce(0) { sum, part in
      let difference = Int(part.0.0) - Int(part.0.1)
      return sum + part.1 * difference * difference
    }
  }
}
