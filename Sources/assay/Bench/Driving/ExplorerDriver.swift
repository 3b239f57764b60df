internal import TerminalUI

/// Presses keys in a running explorer, waits for each frame, and measures and checks it.
struct ExplorerDriver {
  /// The program writes nothing for this long once a frame and its pictures are complete.
  static let quiet = Duration.milliseconds(30)
  /// How long a frame may take before it counts as wrong.
  static let patience = Duration.seconds(5)

  private let program: DrivenProgram
  private(set) var expected: ExpectedExplorer
  private(set) var check: FrameCheck
  private var glass: Glass

  init(program: DrivenProgram, expected: ExpectedExplorer, check: FrameCheck, glass: Glass) {
    self.program = program
    self.expected = expected
    self.check = check
    self.glass = glass
  }

  /// Waits for the frame that shows the state as it is, pictures included.
  mutating func settle() throws {
    var record = FrameRecord(start: .now, glass: glass)
    try follow(&record, key: "the start")
  }

  /// Takes what the terminal said into account; nothing is pressed.
  mutating func expect(_ event: TerminalEvent) throws {
    try expected.take(event)
  }

  /// Presses the key of a step.
  /// - Throws: `CommandFailure` when the frame that follows is not the one that belongs to the key.
  mutating func perform(_ step: BenchStep) throws -> BenchSample {
    pause(milliseconds: step.pause)
    let before = expected.screen.pictures
    if let first = step.before { try expected.take(first.event) }
    try expected.take(step.event)
    let screen = expected.screen
    let unseen = check.unseen(in: screen)
    if let first = step.before {
      program.write(first.bytes)
      pause(milliseconds: 2)
    }
    var record = FrameRecord(start: program.write(step.bytes), glass: glass)
    try follow(&record, key: "\(step.event)")
    let kind = step.kind == .move && before != screen.pictures ? BenchKind.scroll : step.kind
    return record.sample(kind: kind, isFirstSight: unseen > 0, glass: glass)
  }

  /// Takes output until the glass shows what it should and nothing more comes.
  private mutating func follow(_ record: inout FrameRecord, key: String) throws {
    let screen = expected.screen
    let deadline = ContinuousClock.now + Self.patience
    while true {
      for chunk in program.takeWhenQuiet(for: Self.quiet, limit: Self.patience) {
        record.feed(chunk, to: &glass)
      }
      guard
        let mismatch = FrameCheck.textMismatch(glass, screen) ?? check.pictureMismatch(glass, screen)
      else { return }
      guard ContinuousClock.now < deadline else {
        throw CommandFailure("the frame after \(key) is wrong: \(mismatch)", code: .negative)
      }
    }
  }
}
