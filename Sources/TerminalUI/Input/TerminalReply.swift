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
  /// XTVERSION, `DCS > | text ST`: name and version of the terminal.
  case version(String)
  /// kitty's graphics protocol, `APC G i=number ; message ST`: what became of a command, `OK` or a reason.
  case kittyGraphics(id: Int, message: String)
  /// iTerm2's, `OSC 1337 ; ReportCellSize = height ; width ; scale ST`: a cell in pixels.
  case inlineCell(width: Int, height: Int)
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

  /// Reads a control string as a reply, or as something of no interest.
  /// - Parameters:
  ///   - content: what follows the introducer, without its end.
  ///   - introducer: the byte after Escape that began it.
  init(string content: [UInt8], introducer: UInt8) {
    let text = String(decoding: content, as: UTF8.self)
    let reply: TerminalReply? =
      switch introducer {
      case UInt8(ascii: "]"): Self.command(text)
      case UInt8(ascii: "P"): text.hasPrefix(">|") ? .version(String(text.dropFirst(2))) : nil
      case UInt8(ascii: "_"): text.hasPrefix("G") ? Self.kittyReply(text.dropFirst()) : nil
      default: nil
      }
    self = reply ?? .other
  }

  /// An operating system command: the background's colour, or a cell's pixels.
  private static func command(_ text: String) -> TerminalReply? {
    if text.hasPrefix("11;") { return Colour(reported: text.dropFirst(3)).map { .background($0) } }
    let start = "1337;ReportCellSize="
    guard text.hasPrefix(start) else { return nil }
    let numbers = text.dropFirst(start.count).split(separator: ";").compactMap { Double($0) }
    guard numbers.count >= 2, numbers.allSatisfy({ (0.1...10_000).contains($0) }) else { return nil }
    let scale = numbers.count > 2 ? numbers[2] : 1
    return .inlineCell(
      width: Int((numbers[1] * scale).rounded()), height: Int((numbers[0] * scale).rounded()))
  }

  /// `i=31;OK`, perhaps with other keys beside the number.
  private static func kittyReply(_ text: Substring) -> TerminalReply? {
    let parts = text.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
    let keys = parts[0].split(separator: ",")
    guard parts.count == 2,
      let id = keys.lazy.compactMap({ $0.hasPrefix("i=") ? Int($0.dropFirst(2)) : nil }).first
    else { return nil }
    return .kittyGraphics(id: id, message: String(parts[1]))
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
