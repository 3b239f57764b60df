internal import Synchronization
internal import TerminalUI

/// Counts what an encoder was given; may be used from any thread.
final class EncodingTally: Sendable {
  /// What was counted.
  struct Counts: Hashable, Sendable {
    /// Texts that had something to encode.
    var texts = 0
    /// Those of them that were longer than the model takes.
    var cutTexts = 0
    /// Tokens that the model read, the special ones included.
    var tokens = 0
    /// Pictures.
    var pictures = 0
    /// Seconds that the model was at work on texts.
    var seconds = 0.0
    /// Seconds that pictures took, their preparation included.
    var pictureSeconds = 0.0
  }

  private let counts = Mutex(Counts())

  /// What was counted so far.
  var current: Counts { counts.withLock { $0 } }

  /// Counts more.
  func add(_ change: (inout Counts) -> Void) {
    counts.withLock { change(&$0) }
  }
}

extension EncodingTally.Counts {
  /// How fast and with what loss, for a line of progress; `nil` before the first text.
  var pace: String? {
    guard texts > 0, seconds > 0 else { return nil }
    let rate = "\(Int((Double(tokens) / seconds).rounded())) tokens/s"
    return cutTexts == 0 ? rate : rate + ", \(cutTexts) cut"
  }

  /// What was encoded, how fast, and what was cut; `nil` when nothing was.
  func sentence(limit: Int?) -> String? {
    guard texts + pictures > 0 else { return nil }
    var parts: [String] = []
    if texts > 0 {
      let rate = seconds > 0 ? ", \(Int((Double(tokens) / seconds).rounded())) tokens/s" : ""
      parts.append("\(Numerals.counted(texts, "text")) of \(Numerals.counted(tokens, "token"))\(rate)")
    }
    if pictures > 0 {
      let rate = pictureSeconds > 0 ? ", \((Double(pictures) / pictureSeconds).fixed(1))/s" : ""
      parts.append(Numerals.counted(pictures, "picture") + rate)
    }
    if let limit, texts > 0 {
      parts.append(cutTexts == 0 ? "none cut at \(limit) tokens" : "\(cutTexts) cut at \(limit) tokens")
    }
    return "encoded " + parts.joined(separator: ", ")
  }
}
