internal import Glibc

/// A colour of the screen: red, green and blue, a byte each, as sRGB encodes them.
package struct Colour: Hashable, Sendable {
  /// Red, 0…255.
  package let red: UInt8
  /// Green, 0…255.
  package let green: UInt8
  /// Blue, 0…255.
  package let blue: UInt8

  /// Makes a colour of its parts.
  package init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Makes a colour of a number as style sheets write it, `0xd7af5f`.
  package init(_ hexadecimal: UInt32) {
    self.init(
      red: UInt8(hexadecimal >> 16 & 0xff), green: UInt8(hexadecimal >> 8 & 0xff),
      blue: UInt8(hexadecimal & 0xff))
  }

  /// No light at all.
  package static let black = Colour(0x000000)
  /// All light there is.
  package static let white = Colour(0xffffff)

  /// The number as style sheets write it, `#d7af5f`.
  package var hexadecimal: String {
    "#" + parts.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// The three parts, red first.
  package var parts: [UInt8] { [red, green, blue] }

  /// Relative luminance, 0 for black to 1 for white (Web Content Accessibility Guidelines 2.2).
  package var luminance: Double {
    let linear = parts.map { part -> Double in
      let value = Double(part) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  /// The contrast ratio with another colour, 1 for the same to 21 for black and white (WCAG 2.2).
  package func contrast(with other: Colour) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// The colour moved so much of the way, 0…1, to another one.
  package func mixed(with other: Colour, share: Double) -> Colour {
    let parts = zip(parts, other.parts).map { own, other in
      UInt8(clamping: Int((Double(own) + (Double(other) - Double(own)) * share).rounded()))
    }
    return Colour(red: parts[0], green: parts[1], blue: parts[2])
  }
}

extension Colour {
  /// Reads a colour as terminals report it (XParseColor): `rgb:1e1e/1e1e/2e2e`, with one to four digits a part, perhaps
  /// `rgba:` with a fourth part, or `#1e1e2e`; `nil` for anything else.
  init?(reported text: Substring) {
    let parts: [Substring]
    if text.hasPrefix("#"), (text.utf8.count - 1).isMultiple(of: 3), text.utf8.allSatisfy({ $0 < 0x80 }) {
      let digits = text.dropFirst()
      let length = digits.count / 3
      guard length > 0 else { return nil }
      parts = (0..<3).map { digits.dropFirst($0 * length).prefix(length) }
    } else if let colon = text.firstIndex(of: ":"), ["rgb", "rgba"].contains(text[..<colon]) {
      parts = text[text.index(after: colon)...].split(separator: "/", omittingEmptySubsequences: false)
    } else {
      return nil
    }
    guard (3...4).contains(parts.count) else { return nil }
    let bytes = parts.prefix(3).compactMap { part -> UInt8? in
      guard (1...4).contains(part.count), let value = UInt32(part, radix: 16) else { return nil }
      let largest = UInt32(1) << (4 * UInt32(part.count)) - 1
      return UInt8((value * 255 + largest / 2) / largest)
    }
    guard bytes.count == 3 else { return nil }
    self.init(red: bytes[0], green: bytes[1], blue: bytes[2])
  }
}
