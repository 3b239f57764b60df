/// Says what is wrong with a catalogue, but not a hundred thousand times: after ten of a kind, only how many more.
final class Warnings {
  /// Warnings that are alike.
  enum Kind: String, CaseIterable {
    case lines = "lines that can't be read"
    case pictures = "pictures that can't be used as they are"
  }

  private static let limit = 10

  private let write: (String) -> Void
  private var counts: [Kind: Int] = [:]

  init(write: @escaping (String) -> Void = { Diagnostics.say("warning: \($0)") }) {
    self.write = write
  }

  /// Says something, unless enough of its kind was said.
  func add(_ message: String, of kind: Kind) {
    counts[kind, default: 0] += 1
    if counts[kind, default: 0] <= Self.limit { write(message) }
  }

  /// Says how many were left out.
  func finish() {
    for kind in Kind.allCases {
      let more = counts[kind, default: 0] - Self.limit
      if more > 0 { write("\(more) more \(kind.rawValue)") }
    }
    counts = [:]
  }
}
