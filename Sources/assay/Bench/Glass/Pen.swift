/// How characters are drawn from now on, as far as it can be seen.
struct GlassPen: Hashable {
  /// A colour of the 256-colour table, 24-bit colours above it, or -1 for the terminal's own.
  var foreground = -1
  var background = -1
  var isBold = false
  var isUnderlined = false
  var isReversed = false

  static let plain = GlassPen()

  /// The pen as a blank shows it: a foreground can't be seen on nothing.
  var onBlank: GlassPen {
    if isReversed || isUnderlined { return self }
    return GlassPen(background: background)
  }

  /// Takes the numbers of `CSI … m` (ECMA-48 SGR).
  mutating func select(_ numbers: [Int]) {
    var rest = (numbers.isEmpty ? [0] : numbers)[...]
    while let number = rest.popFirst() {
      switch number {
      case 0: self = .plain
      case 1: isBold = true
      case 4: isUnderlined = true
      case 7: isReversed = true
      case 22: isBold = false
      case 24: isUnderlined = false
      case 27: isReversed = false
      case 30...37: foreground = number - 30
      case 38: foreground = Self.colour(&rest) ?? foreground
      case 39: foreground = -1
      case 40...47: background = number - 40
      case 48: background = Self.colour(&rest) ?? background
      case 49: background = -1
      case 90...97: foreground = number - 82
      case 100...107: background = number - 92
      default: break
      }
    }
  }

  /// What follows 38 or 48: `5;n` or `2;r;g;b`.
  private static func colour(_ rest: inout ArraySlice<Int>) -> Int? {
    switch rest.popFirst() {
    case 5: return rest.popFirst()
    case 2:
      let parts = rest.prefix(3)
      rest = rest.dropFirst(3)
      return parts.count == 3 ? 256 + parts.reduce(0) { $0 << 8 | $1 & 0xff } : nil
    default: return nil
    }
  }
}
