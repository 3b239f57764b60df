extension CursesTerminal {
  /// Hands a text to the terminal's clipboard (OSC 52), through tmux and screen where the program runs in one.
  ///
  /// Terminals don't say whether they took it; many do so only when that was allowed in their settings.
  package func copy(_ text: String) {
    output.write(ClipboardSequence(text, environment: options.environment).bytes)
  }
}

/// The bytes that make a terminal put a text into its clipboard.
struct ClipboardSequence {
  let bytes: [UInt8]

  /// - Parameters:
  ///   - text: what to copy.
  ///   - environment: `TMUX` and `STY` say what stands between the program and the terminal.
  init(_ text: String, environment: [String: String]) {
    let command = "\u{1b}]52;c;\(Base64.text(of: Array(text.utf8)))\u{7}"
    if environment["TMUX"].map(\.isEmpty) == false {
      // tmux takes the command itself where set-clipboard is on, and passes it on where allow-passthrough is.
      let passed = command.map { $0 == "\u{1b}" ? "\u{1b}\u{1b}" : String($0) }.joined()
      bytes = Array((command + "\u{1b}Ptmux;\(passed)\u{1b}\\").utf8)
    } else if environment["STY"].map(\.isEmpty) == false {
      // screen takes strings of at most 768 bytes; the terminal sees them as one.
      bytes = Array(Self.pieces(of: command, length: 700).map { "\u{1b}P\($0)\u{1b}\\" }.joined().utf8)
    } else {
      bytes = Array(command.utf8)
    }
  }

  private static func pieces(of text: String, length: Int) -> [Substring] {
    var pieces: [Substring] = []
    var rest = text[...]
    while !rest.isEmpty {
      pieces.append(rest.prefix(length))
      rest = rest.dropFirst(length)
    }
    return pieces
  }
}
