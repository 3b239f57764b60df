/// What a terminal says about itself when asked; never a key, however late it comes.
///
/// Sequences are those of *XTerm Control Sequences* (Dickey), which other terminals copy.
package enum TerminalReply: Hashable, Sendable {
  /// DA1, `CSI ? … c`: what the terminal can do; 4 means sixel. Every terminal answers it, so it works as a fence.
  case primaryAttributes([Int])
  /// DECRPM, `CSI ? mode ; setting $ y`: 1 set, 2 reset, 0 unknown to the terminal, 3 and 4 permanently so.
  case privateMode(Int, setting: Int)
  /// XTSMGRAPHICS, `CSI ? item ; status ; … S`: item 1 colour registers, 2 sixel extent; status 0 is success.
  case graphics(item: Int, status: Int, values: [Int])
  /// A window report, `CSI kind ; … t`: kind 4 text area in pixels, 6 cell in pixels; height before width.
  case window(kind: Int, values: [Int])
  /// OSC 11, `OSC 11 ; colour ST`: what text stands on.
  case background(Colour)
  /// Any other report: cursor position, secondary attributes, OSC, DCS, APC or PM strings.
  case other

  /// Reads a control sequence as a reply, or is `nil` when it does not have the form of one.
  /// - Parameters:
  ///   - parameters: the bytes between `CSI` and the intermediates, prefix character included.
  ///   - intermediates: the bytes 0x20…0x2f before the final byte.
  ///   - final: the byte that ended the sequence.
  init?(parameters: some Collection<UInt8>, intermediates: some Collection<UInt8>, final: UInt8) {
    let prefix = parameters.first.flatMap { (0x3c...0x3f).contains($0) ? $0 : nil }
    let values = Self.numbers(in: prefix == nil ? parameters.dropFirst(0) : parameters.dropFirst())
    let isPrivate = prefix == UInt8(ascii: "?")
    switch (final, intermediates.first) {
    case (UInt8(ascii: "c"), nil) where isPrivate:
      self = .primaryAttributes(values)
    case (UInt8(ascii: "y"), UInt8(ascii: "$")) where isPrivate && values.count >= 2:
      self = .privateMode(values[0], setting: values[1])
    case (UInt8(ascii: "S"), nil) where isPrivate && values.count >= 2:
      self = .graphics(item: values[0], status: values[1], values: Array(values.dropFirst(2)))
    case (UInt8(ascii: "t"), nil) where prefix == nil && !values.isEmpty:
      self = .window(kind: values[0], values: Array(values.dropFirst()))
    case (UInt8(ascii: "R"), nil) where values.count == 2 && values[0] != 1,
      (UInt8(ascii: "n"), nil), (UInt8(ascii: "c"), nil), (UInt8(ascii: "y"), _),
      (UInt8(ascii: "S"), nil) where isPrivate:
      self = .other
    default:
      return nil
    }
  }

  /// Reads a control string as a reply: the background's colour, or something of no interest.
  /// - Parameter content: what follows the introducer of an operating system command, without its end.
  init(command content: [UInt8]) {
    let text = String(decoding: content, as: UTF8.self)
    if text.hasPrefix("11;"), let colour = Colour(reported: text.dropFirst(3)) {
      self = .background(colour)
    } else {
      self = .other
    }
  }

  /// The numbers of a parameter list; an empty or unreadable entry is 0, anything huge is capped.
  private static func numbers(in parameters: some Collection<UInt8>) -> [Int] {
    guard !parameters.isEmpty else { return [] }
    return parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { digits in
      digits.reduce(0) { value, digit in
        (0x30...0x39).contains(digit) ? min(1_000_000, value * 10 + Int(digit - 0x30)) : value
      }
    }
  }
}
