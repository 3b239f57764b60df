/// Turns the bytes a terminal sends into keys, pastes and replies, however the reads happen to cut them.
///
/// A sequence may be split anywhere. Only one thing depends on time: an Escape that nothing follows is a key of its
/// own. When `isWaiting`, the caller lets about 25 ms pass without input and then calls `flush()`.
///
/// Nothing a terminal sends can trap or become text by accident: malformed UTF-8, unknown sequences, focus and old
/// mouse reports are swallowed, control strings and their length are bounded.
package struct KeyDecoder: Sendable {
  /// One thing that arrived.
  package enum Output: Hashable, Sendable {
    /// A key or a paste.
    case event(TerminalEvent)
    /// The terminal's answer to a question.
    case reply(TerminalReply)
  }

  /// Whether questions are unanswered, so that a cut-off sequence is more likely a reply than a key.
  ///
  /// While it holds, `flush()` keeps incomplete sequences, and an Escape flushed too early does not let the rest of
  /// a reply through as keys.
  package var awaitsReplies = false

  /// A control string longer than this is no reply to any question; what follows is read afresh.
  static let controlStringLimit = 4096
  /// A paste is cut after this many bytes.
  static let pasteLimit = 1 << 20

  private enum State: Hashable, Sendable {
    case ground
    case utf8(scalar: UInt32, missing: Int, least: UInt32, isAlt: Bool)
    case escape
    case csi([UInt8], afterFlushedEscape: Bool)
    case linuxConsole
    case ss3(afterDigits: Bool)
    case controlString(ControlString)
    case mouse(missing: Int)
    case paste([UInt8])
  }

  private var state = State.ground
  private var escapeWasFlushed = false

  /// Makes a decoder that has seen nothing.
  package init() {}

  /// Whether an incomplete sequence waits that `flush()` would resolve.
  package var isWaiting: Bool {
    switch state {
    case .escape, .ss3, .linuxConsole, .mouse, .csi([], true): true
    case .controlString(let string) where string.isSuspect: string.length == 0
    case .csi([], false), .controlString: !awaitsReplies
    case .ground, .utf8, .csi, .paste: false
    }
  }

  /// Takes the next bytes and returns what they complete, in order.
  package mutating func decode(_ bytes: some Sequence<UInt8>) -> [Output] {
    var outputs: [Output] = []
    for byte in bytes { take(byte, into: &outputs) }
    return outputs
  }

  /// Says that nothing more came for a while: a waiting Escape is a key, an incomplete sequence is given up.
  package mutating func flush() -> [Output] {
    switch state {
    case .escape:
      state = .ground
      escapeWasFlushed = awaitsReplies
      return [.event(.key(.escape))]
    case .csi([], true):
      state = .ground
      return [.event(.key(.character("[")))]
    case .csi([], false) where !awaitsReplies:
      state = .ground
      return [.event(.key(.alt("[")))]
    case .ss3(false):
      state = .ground
      return [.event(.key(.alt("O")))]
    case .controlString(let string) where string.isSuspect && string.length == 0:
      state = .ground
      return [.event(.key(.character(Character(Unicode.Scalar(string.introducer)))))]
    case .controlString(let string) where string.length == 0 && !string.sawEscape && !awaitsReplies:
      state = .ground
      return [.event(.key(.alt(Character(Unicode.Scalar(string.introducer)))))]
    case .ss3, .linuxConsole, .mouse:
      state = .ground
    case .controlString where !awaitsReplies:
      state = .ground
    case .ground, .utf8, .csi, .controlString, .paste:
      break
    }
    return []
  }

  private mutating func take(_ byte: UInt8, into outputs: inout [Output]) {
    switch state {
    case .ground: takeGround(byte, into: &outputs)
    case .utf8: takeUTF8(byte, into: &outputs)
    case .escape: takeEscape(byte, into: &outputs)
    case .csi(let bytes, let suspect): takeCSI(byte, after: bytes, suspect: suspect, into: &outputs)
    case .linuxConsole:
      state = .ground
      emit(KeySequence.linuxConsole(final: byte), into: &outputs)
    case .ss3(let afterDigits): takeSS3(byte, afterDigits: afterDigits, into: &outputs)
    case .controlString: takeControlString(byte, into: &outputs)
    case .mouse(let missing): state = missing > 1 ? .mouse(missing: missing - 1) : .ground
    case .paste: takePaste(byte, into: &outputs)
    }
  }

  private func emit(_ key: Key?, into outputs: inout [Output]) {
    if let key { outputs.append(.event(.key(key))) }
  }
}

// MARK: - Text and control characters

extension KeyDecoder {
  private mutating func takeGround(_ byte: UInt8, into outputs: inout [Output]) {
    let mayContinueReply = escapeWasFlushed
    escapeWasFlushed = false
    switch byte {
    case 0x1b: state = .escape
    case UInt8(ascii: "[") where mayContinueReply: state = .csi([], afterFlushedEscape: true)
    case _ where mayContinueReply && ControlString.mayBeReply(byte):
      state = .controlString(ControlString(introducer: byte, isSuspect: true))
    case 0x00..<0x20, 0x7f: emit(Self.controlKey(byte), into: &outputs)
    case 0x20..<0x7f: emit(.character(Character(Unicode.Scalar(byte))), into: &outputs)
    default: beginUTF8(byte, isAlt: false)
    }
  }

  private static func controlKey(_ byte: UInt8) -> Key {
    switch byte {
    case 0x09: .tab
    case 0x0a, 0x0d: .enter
    case 0x08, 0x7f: .backspace
    case 0x00: .control(" ")
    case 0x01...0x1a: .control(Character(Unicode.Scalar(byte + 0x60)))
    default: .control(Character(Unicode.Scalar(byte + 0x40)))
    }
  }

  private mutating func beginUTF8(_ byte: UInt8, isAlt: Bool) {
    switch byte {
    case 0xc2...0xdf: state = .utf8(scalar: UInt32(byte & 0x1f), missing: 1, least: 0x80, isAlt: isAlt)
    case 0xe0...0xef: state = .utf8(scalar: UInt32(byte & 0x0f), missing: 2, least: 0x800, isAlt: isAlt)
    case 0xf0...0xf4: state = .utf8(scalar: UInt32(byte & 0x07), missing: 3, least: 0x10000, isAlt: isAlt)
    default: state = .ground
    }
  }

  private mutating func takeUTF8(_ byte: UInt8, into outputs: inout [Output]) {
    guard case .utf8(let prefix, let missing, let least, let isAlt) = state else { return }
    guard byte & 0xc0 == 0x80 else {
      // The sequence broke off; this byte begins something new.
      state = .ground
      take(byte, into: &outputs)
      return
    }
    let value = prefix << 6 | UInt32(byte & 0x3f)
    guard missing == 1 else {
      state = .utf8(scalar: value, missing: missing - 1, least: least, isAlt: isAlt)
      return
    }
    state = .ground
    guard value >= least, let scalar = Unicode.Scalar(value), scalar.isText else { return }
    emit(isAlt ? .alt(Character(scalar)) : .character(Character(scalar)), into: &outputs)
  }
}

// MARK: - Escape sequences

extension KeyDecoder {
  private mutating func takeEscape(_ byte: UInt8, into outputs: inout [Output]) {
    switch byte {
    case UInt8(ascii: "["): state = .csi([], afterFlushedEscape: false)
    case UInt8(ascii: "O"): state = .ss3(afterDigits: false)
    case UInt8(ascii: "P"), UInt8(ascii: "]"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
      state = .controlString(ControlString(introducer: byte))
    case 0x1b:
      // Every Escape counts: the first is a key, the second may begin a sequence.
      emit(.escape, into: &outputs)
    case 0x08, 0x7f:
      state = .ground
      emit(.altBackspace, into: &outputs)
    case 0x00..<0x20:
      state = .ground
      emit(.escape, into: &outputs)
      emit(Self.controlKey(byte), into: &outputs)
    case 0x20..<0x7f:
      state = .ground
      emit(.alt(Character(Unicode.Scalar(byte))), into: &outputs)
    default:
      beginUTF8(byte, isAlt: true)
    }
  }

  private mutating func takeCSI(
    _ byte: UInt8, after bytes: [UInt8], suspect: Bool, into outputs: inout [Output]
  ) {
    switch byte {
    case UInt8(ascii: "$") where !bytes.isEmpty && bytes.allSatisfy({ (0x30...0x39).contains($0) }):
      // rxvt ends shifted keys with what is an intermediate byte elsewhere.
      state = .ground
      finishCSI(bytes, final: byte, suspect: suspect, into: &outputs)
    case 0x20...0x3f:
      // Past any real sequence's length only the final byte still matters.
      state = .csi(bytes.count < 64 ? bytes + [byte] : bytes, afterFlushedEscape: suspect)
    case UInt8(ascii: "[") where bytes.isEmpty && !suspect:
      state = .linuxConsole
    case 0x40...0x7e:
      state = .ground
      finishCSI(bytes, final: byte, suspect: suspect, into: &outputs)
    default:
      // A control character inside a sequence ends it; it may be the user's own.
      state = .ground
      take(byte, into: &outputs)
    }
  }

  private mutating func finishCSI(
    _ bytes: [UInt8], final: UInt8, suspect: Bool, into outputs: inout [Output]
  ) {
    let parameters = bytes.prefix { $0 >= 0x30 }
    let intermediates = bytes.dropFirst(parameters.count)
    if let reply = TerminalReply(parameters: parameters, intermediates: intermediates, final: final) {
      outputs.append(.reply(reply))
      return
    }
    if suspect {
      // No reply after all: what followed the Escape was typed.
      for byte in [UInt8(ascii: "[")] + bytes + [final] { takeGround(byte, into: &outputs) }
      return
    }
    let numbers = parameters.split(separator: UInt8(ascii: ";")).map {
      Int(String(decoding: $0, as: UTF8.self)) ?? 0
    }
    let hasPrefix = parameters.first.map { $0 >= 0x3c } ?? false
    switch final {
    case UInt8(ascii: "~") where numbers == [200]: state = .paste([])
    case UInt8(ascii: "M") where bytes.isEmpty: state = .mouse(missing: 3)
    case _ where parameters.first == UInt8(ascii: "<"):
      if let event = MouseEvent(parameters: parameters, final: final) {
        outputs.append(.event(.mouse(event)))
      }
    case _ where hasPrefix: break
    default: emit(KeySequence.csi(parameters: numbers, final: final), into: &outputs)
    }
  }

  private mutating func takeSS3(_ byte: UInt8, afterDigits: Bool, into outputs: inout [Output]) {
    switch byte {
    case 0x30...0x3b:
      // Old xterm puts the modifier here: SS3 5 P.
      state = .ss3(afterDigits: true)
    case 0x40...0x7e:
      state = .ground
      emit(KeySequence.ss3(final: byte), into: &outputs)
    default:
      state = .ground
      if !afterDigits { emit(.alt("O"), into: &outputs) }
      take(byte, into: &outputs)
    }
  }
}

// MARK: - Strings

extension KeyDecoder {
  private mutating func takeControlString(_ byte: UInt8, into outputs: inout [Output]) {
    guard case .controlString(var string) = state else { return }
    if string.sawEscape {
      state = .escape
      if byte == UInt8(ascii: "\\") { finish(string, into: &outputs) } else { take(byte, into: &outputs) }
      return
    }
    switch byte {
    case 0x1b:
      string.sawEscape = true
      state = .controlString(string)
    case 0x07:
      finish(string, into: &outputs)
    case 0x00..<0x20:
      // No terminal sends these inside a string; the user presses Enter or Control-C to get out.
      state = .ground
      take(byte, into: &outputs)
    default:
      if string.content.count < ControlString.contentLimit { string.content.append(byte) }
      string.length += 1
      state = string.length > Self.controlStringLimit ? .ground : .controlString(string)
      if string.isSuspect, !string.looksLikeReply { retype(string, into: &outputs) }
    }
  }

  private mutating func finish(_ string: ControlString, into outputs: inout [Output]) {
    state = .ground
    outputs.append(.reply(TerminalReply(string: string.content, introducer: string.introducer)))
  }

  /// Takes what looked like a reply for what it was: keys.
  private mutating func retype(_ string: ControlString, into outputs: inout [Output]) {
    state = .ground
    for byte in [string.introducer] + string.content { takeGround(byte, into: &outputs) }
  }

  private static let pasteEnd = Array("\u{1b}[201~".utf8)

  private mutating func takePaste(_ byte: UInt8, into outputs: inout [Output]) {
    guard case .paste(var bytes) = state else { return }
    // Taken out while it grows, so that appending does not copy.
    state = .ground
    if bytes.count >= Self.pasteLimit + Self.pasteEnd.count {
      // Full: keep the last bytes free for finding the end.
      bytes.remove(at: Self.pasteLimit)
    }
    bytes.append(byte)
    guard byte == UInt8(ascii: "~"), bytes.suffix(Self.pasteEnd.count).elementsEqual(Self.pasteEnd) else {
      state = .paste(bytes)
      return
    }
    let text = bytes.dropLast(Self.pasteEnd.count).prefix(Self.pasteLimit)
    outputs.append(.event(.paste(String(decoding: text, as: UTF8.self))))
  }
}
