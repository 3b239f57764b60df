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
    // The parts of the cube's colours go through their levels apart from each other, and so does the nearest of each.
    let cube =
      16 + 36 * level(nearest: colour.red) + 6 * level(nearest: colour.green) + level(nearest: colour.blue)
    var (nearest, least) = (cube, distance(colour, self.colour(cube)))
    for grey in 232...255 {
      let distance = distance(colour, self.colour(grey))
      if distance < least { (nearest, least) = (grey, distance) }
    }
    return nearest
  }

  private static func level(nearest part: UInt8) -> Int {
    levels.indices.min { abs(Int(levels[$0]) - Int(part)) < abs(Int(levels[$1]) - Int(part)) } ?? 0
  }

  private static func distance(_ one: Colour, _ other: Colour) -> Int {
    let red = Int(one.red) - Int(other.red)
    let green = Int(one.green) - Int(other.green)
    let blue = Int(one.blue) - Int(other.blue)
    return 2 * red * red + 4 * green * green + 3 * blue * blue
  }
}
