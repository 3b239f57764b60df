extension StopAdvice {
  /// The suggestion in a word or two, and what it rests on in half a sentence.
  package func words(
    target: Double = Self.target, in notation: ShareNotation
  ) -> (verdict: String, reason: String) {
    let aim = notation.nearest(target)
    switch self {
    case .known(let recall):
      return (
        recall >= target ? "stop" : "lower the threshold",
        "every item is judged; recall \(notation.known(recall)), target \(aim)"
      )
    case .reached(let least):
      return ("stop", "recall is at least \(notation.least(least)) at 95 %; target \(aim)")
    case .missed(let most):
      // Rounded up, what is below the target may read like it.
      let most = notation.most(most)
      return (
        "lower the threshold",
        most == aim
          ? "recall is below the target \(aim) at 95 %" : "recall is at most \(most) at 95 %; target \(aim)"
      )
    case .open(let interval):
      return ("go on", "recall lies in \(notation.interval(interval)) at 95 %; target \(aim)")
    case .run(let length):
      return ("perhaps stop", "\(length) irrelevant in a row below the cut: a rule of thumb, no estimate")
    case .noneRelevant: return ("stop", "every item is judged and none is relevant")
    case .nothingRelevant: return ("go on", "nothing relevant is known yet")
    case .noBasis: return ("can't tell", "nothing stands for what is not judged")
    }
  }

  /// Whether a larger sample would help.
  package var wantsSample: Bool {
    switch self {
    case .open, .nothingRelevant, .noBasis: true
    case .known, .reached, .missed, .run, .noneRelevant: false
    }
  }
}
