internal import TerminalUI

/// What kind of work a key asks for; figures are reported for each.
enum BenchKind: String, CaseIterable, Codable {
  case type, focus, move, scroll, page, jump, slide, mode, column, detail, grade, undo, walk, interrupt, view,
    label

  /// What the table says about it.
  var meaning: String {
    switch self {
    case .type: "a letter typed or deleted: every column ranks again"
    case .focus: "between query line and results"
    case .move: "cursor up or down, the view stays"
    case .scroll: "cursor up or down, the view follows by a row"
    case .page: "a page up or down"
    case .jump: "to the first or last result"
    case .slide: "fewer or more dimensions"
    case .mode: "dense, lexical, hybrid"
    case .column: "the other column"
    case .detail: "the detail pane"
    case .grade: "a grade, cursor advances"
    case .undo: "a grade taken back"
    case .walk: "next or previous query of the set"
    case .view: "from explore to label and back"
    case .label: "a grade in the label view, the next item shows"
    case .interrupt: "a key 2 ms after a page key, whose pictures are on their way"
    }
  }
}

/// A key that the bench presses.
struct BenchStep {
  let kind: BenchKind
  /// What the terminal sends.
  let bytes: [UInt8]
  /// What the program makes of it.
  let event: TerminalEvent
  /// A key pressed shortly before, without waiting for its frame.
  var before: (bytes: [UInt8], event: TerminalEvent)?

  /// How long the frame before is looked at, in milliseconds.
  let pause: UInt32

  init(_ kind: BenchKind, _ key: Key, afterMilliseconds pause: UInt32 = 0) {
    self.kind = kind
    self.pause = pause
    bytes = Self.bytes(of: key)
    event = .key(key)
  }

  /// A step whose key comes while the frame of another is under way.
  init(_ key: Key, interrupting other: Key) {
    self.init(.interrupt, key)
    before = (Self.bytes(of: other), .key(other))
  }

  /// What xterm sends for the keys of the script.
  private static func bytes(of key: Key) -> [UInt8] {
    switch key {
    case .character(let character): Array(String(character).utf8)
    case .control(let letter): letter.asciiValue.map { [$0 & 0x1f] } ?? []
    case .enter: [0x0d]
    case .pageUp: Array("\u{1b}[5~".utf8)
    case .pageDown: Array("\u{1b}[6~".utf8)
    case .function(1): Array("\u{1b}OP".utf8)
    case .function(2): Array("\u{1b}OQ".utf8)
    case .home: Array("\u{1b}[H".utf8)
    default: preconditionFailure("the script presses no \(key)")
    }
  }
}
