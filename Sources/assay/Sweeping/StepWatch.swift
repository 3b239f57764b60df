/// Follows long work step by step, and may end it.
protocol StepWatch {
  /// The work has so many steps.
  func begin(_ total: Int)

  /// So many steps begin; throws when the work is to be ended, and nothing of it kept.
  func step(counting steps: Int) throws

  /// No more steps come.
  func finish()
}

extension StepWatch {
  /// A step begins; throws when the work is to be ended, and nothing of it kept.
  func step() throws { try step(counting: 1) }
}

/// Shows the steps on the terminal, until ctrl-C ends the work.
final class CommandWatch: StepWatch {
  private let label: String
  private let interruption: Interruption
  private var line: ProgressLine?

  init(_ label: String, _ interruption: Interruption) {
    self.label = label
    self.interruption = interruption
  }

  func begin(_ total: Int) {
    line = ProgressLine(label, total: total, isTerminal: Diagnostics.isTerminal)
  }

  func step(counting steps: Int) throws {
    try interruption.throwIfRequested()
    line?.advance(by: steps)
  }

  func finish() {
    line?.finish()
    line = nil
  }
}
