/// The part of xterm's 256 colours that is the same everywhere: the 6×6×6 cube (16…231) and the greys (232…255).
enum ColourTable {
  private static let levels = [0, 95, 135, 175, 215, 255]

  /// The number of the nearest colour, by squared distance.
  static func nearest(red: Int, green: Int, blue: Int) -> UInt8 {
    let cube = (level(red), level(green), level(blue))
    let cubeDistance = distance(
      (red, green, blue), (levels[cube.0], levels[cube.1], levels[cube.2]))
    let mean = (red + green + blue) / 3
    let grey = min(23, max(0, (mean - 3) / 10))
    let value = 8 + 10 * grey
    if distance((red, green, blue), (value, value, value)) < cubeDistance { return UInt8(232 + grey) }
    return UInt8(16 + 36 * cube.0 + 6 * cube.1 + cube.2)
  }

  private static func level(_ value: Int) -> Int {
    value < 48 ? 0 : value < 115 ? 1 : min(5, (value - 35) / 40)
  }

  private static func distance(_ one: (Int, Int, Int), _ other: (Int, Int, Int)) -> Int {
    let (red, green, blue) = (one.0 - other.0, one.1 - other.1, one.2 - other.2)
    return red * red + green * green + blue * blue
  }
}
