/// The keys that terminals send as control sequences: xterm, tmux and screen, rxvt, the Linux console.
///
/// Modifiers are read and dropped unless a `Key` can carry them: Control and Alt on a character, on `←`, `→` and
/// Backspace.
enum KeySequence {
  /// The key of `CSI parameters final`, or `nil` when it is none.
  static func csi(parameters: [Int], final: UInt8) -> Key? {
    switch final {
    case UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "$"), UInt8(ascii: "@"):
      // xterm's modifyOtherKeys: CSI 27 ; modifiers ; code ~
      if parameters.count == 3, parameters[0] == 27 {
        return text(code: parameters[2], modifiers: parameters[1])
      }
      return parameters.first.flatMap { numbered[$0] }
    case UInt8(ascii: "u"):
      return parameters.first.flatMap { text(code: $0, modifiers: parameters.count > 1 ? parameters[1] : 1) }
    default:
      let key = lettered[final] ?? shiftedRxvt[final]
      // CSI 1 ; modifiers C, or CSI modifiers C of older terminals.
      guard let modifiers = parameters.last, (modifiers - 1) & 6 != 0 else { return key }
      return key.map(byWord)
    }
  }

  /// The key when it is held with Control or Alt.
  private static func byWord(_ key: Key) -> Key {
    switch key {
    case .left: .controlLeft
    case .right: .controlRight
    default: key
    }
  }

  /// The key of `SS3 final`, sent by keypads in application mode, or `nil` when it is none.
  static func ss3(final: UInt8) -> Key? {
    if let key = lettered[final] { return key }
    // rxvt sends small letters for arrows that are held with Control.
    return shiftedRxvt[final].map(byWord) ?? keypad[final]
  }

  /// The key of the Linux console's `CSI [ final`: F1 to F5.
  static func linuxConsole(final: UInt8) -> Key? {
    (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(final) ? .function(Int(final - 0x40)) : nil
  }

  /// A character reported by code point; `modifiers` is 1 plus shift 1, alt 2, control 4.
  private static func text(code: Int, modifiers: Int) -> Key? {
    switch code {
    case 9: return (modifiers - 1) & 1 != 0 ? .backTab : .tab
    case 13: return .enter
    case 27: return .escape
    case 8, 127: return (modifiers - 1) & 2 != 0 ? .altBackspace : .backspace
    default: break
    }
    // Kitty numbers its other keys in the private use area.
    guard let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init), scalar.isText,
      !(0xe000...0xf8ff).contains(code)
    else { return nil }
    let character = Character(scalar)
    if (modifiers - 1) & 4 != 0 { return .control(Character(character.lowercased())) }
    return (modifiers - 1) & 2 != 0 ? .alt(character) : .character(character)
  }

  private static let lettered: [UInt8: Key] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left,
    UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end, UInt8(ascii: "Z"): .backTab,
    UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2), UInt8(ascii: "R"): .function(3),
    UInt8(ascii: "S"): .function(4),
  ]

  private static let shiftedRxvt: [UInt8: Key] = [
    UInt8(ascii: "a"): .up, UInt8(ascii: "b"): .down, UInt8(ascii: "c"): .right, UInt8(ascii: "d"): .left,
  ]

  private static let keypad: [UInt8: Key] = {
    var keys: [UInt8: Key] = [
      UInt8(ascii: "M"): .enter, UInt8(ascii: "X"): .character("="), UInt8(ascii: "I"): .tab,
    ]
    // j…y are the keypad's * + , - . / 0…9 in the order of ASCII.
    for (offset, character) in "*+,-./0123456789".enumerated() {
      keys[UInt8(ascii: "j") + UInt8(offset)] = .character(character)
    }
    return keys
  }()

  private static let numbered: [Int: Key] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12), 25: .function(13), 26: .function(14), 28: .function(15),
    29: .function(16), 31: .function(17), 32: .function(18), 33: .function(19), 34: .function(20),
  ]
}

extension Unicode.Scalar {
  /// Whether the scalar can be part of text: no control character of C0 or C1.
  var isText: Bool { value >= 0x20 && !(0x7f...0x9f).contains(value) }
}
