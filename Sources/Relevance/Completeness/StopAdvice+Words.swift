extension StopAdvice {
  /// The suggestion in a word or two, and what it rests on in half a sentence.
  package func words(target: Double = Self.target) -> (verdict: String, reason: String) {
    switch self {
    case .known(let recall):
      (
        recall >= target ? "stop" : "lower the threshold",
        "every item is judged; recall \(Self.number(recall)), target \(Self.number(target))"
      )
    case .reached(let least):
      ("stop", "recall is at least \(Self.number(least)) at 95 %; target \(Self.number(target))")
    case .missed(let most):
      (
        "lower the threshold",
        "recall is at most \(Self.number(most)) at 95 %; target \(Self.number(target))"
      )
    case .open(let interval):
      (
        "go on",
        "a recall of \(Self.number(target)) is neither sure nor ruled out by "
          + "[\(Self.number(interval.low)), \(Self.number(interval.high))]"
      )
    case .run(let length):
      ("perhaps stop", "\(length) irrelevant in a row below the cut: a rule of thumb, no estimate")
    case .noneRelevant: ("stop", "every item is judged and none is relevant")
    case .nothingRelevant: ("go on", "nothing relevant is known yet")
    case .noBasis: ("can't tell", "nothing stands for what is not judged")
    }
  }

  /// Whether a larger sample would help.
  package var wantsSample: Bool {
    switch self {
    case .open, .nothingRelevant, .noBasis: true
    case .known, .reached, .missed, .run, .noneRelevant: false
    }
  }

  /// Two decimals, cut rather than rounded up: a bound must not look better than it is.
  private static func number(_ share: Double) -> String {
    let hundredths = Int((share * 100 + 1e-9).rounded(.down))
    let digits = "\(hundredths % 100)"
    return "\(hundredths / 100)." + (digits.count < 2 ? "0" + digits : digits)
  }
}
