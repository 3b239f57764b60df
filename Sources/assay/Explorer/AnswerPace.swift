/// Tells how long a frame waits for the answers that its key asked for.
///
/// Answers that come before a screen refreshes belong into the frame of their key: writing the key first would only make
/// them later. Where answers take longer, the key shows at once and they get a frame of their own.
struct AnswerPace {
  /// The longest wait, about as long as a screen takes to refresh.
  private static let refresh = Duration.milliseconds(16)
  /// Answers are waited for while they usually take no longer; the rest of the refresh is for drawing.
  private static let prompt = Duration.milliseconds(13)

  private var asked: ContinuousClock.Instant?
  /// What the last three answers took; none has come at the beginning, and they are hoped to be prompt.
  private var latest = [Duration](repeating: .zero, count: 3)

  /// Notes that answers were asked for, instead of any that were still awaited.
  mutating func noteQuestion(_ time: ContinuousClock.Instant) {
    asked = time
  }

  /// Notes that all answers are there.
  mutating func noteAnswer(_ time: ContinuousClock.Instant) {
    guard let asked else { return }
    latest = latest.dropFirst() + [time - asked]
    self.asked = nil
  }

  /// How long the next frame waits at most.
  ///
  /// One slow answer among prompt ones changes nothing.
  var patience: Duration { latest.sorted()[1] <= Self.prompt ? Self.refresh : .zero }
}
