internal import TerminalUI

/// How long a start took, from before the process is made.
struct StartSample {
  /// To the first text on the glass.
  let firstText: Double
  /// To the last byte of the first answered frame: the catalogue is listed.
  let listed: Double
}

/// Starts the explorer and waits until the catalogue is listed.
struct StartMeasurement {
  let program: DrivenProgram
  private var glass: Glass
  private var firstText: Double?
  private var listed: Double?

  init(program: DrivenProgram, glass: Glass) {
    self.program = program
    self.glass = glass
  }

  /// Follows the output until it shows `screen`.
  /// - Throws: `CommandFailure` when that does not happen.
  mutating func run(until screen: Screen) throws -> StartSample {
    let deadline = ContinuousClock.now + ExplorerDriver.patience
    while ContinuousClock.now < deadline {
      for chunk in program.takeWhenQuiet(for: .milliseconds(60), limit: ExplorerDriver.patience) {
        feed(chunk, until: screen)
      }
      if let firstText, let listed { return StartSample(firstText: firstText, listed: listed) }
    }
    throw CommandFailure(
      "the first frame is wrong: \(FrameCheck.textMismatch(glass, screen) ?? "nothing was shown")",
      code: .negative)
  }

  /// Answers late, as a terminal behind a slow line, and checks that no answer was taken for a key.
  mutating func answerLate(_ answers: [UInt8], screen: Screen) throws {
    program.write(answers)
    let deadline = ContinuousClock.now + ExplorerDriver.patience
    repeat {
      for chunk in program.takeWhenQuiet(for: .milliseconds(150), limit: ExplorerDriver.patience) {
        glass.feed(chunk.bytes)
      }
      if FrameCheck.textMismatch(glass, screen) == nil { return }
    } while ContinuousClock.now < deadline
    let mismatch = FrameCheck.textMismatch(glass, screen) ?? ""
    throw CommandFailure("the frame after a late answer is wrong: \(mismatch)", code: .negative)
  }

  private mutating func feed(_ chunk: DrivenProgram.Chunk, until screen: Screen) {
    glass.feed(chunk.bytes)
    let time = (chunk.time - program.started).milliseconds
    if firstText == nil, glass.cells.contains(where: { $0.text != " " }) { firstText = time }
    if listed == nil, FrameCheck.textMismatch(glass, screen) == nil { listed = time }
  }
}
