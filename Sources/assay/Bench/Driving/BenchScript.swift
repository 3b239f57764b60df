internal import Relevance
internal import TerminalUI

/// The mixed work that is measured: what somebody does who judges a catalogue.
struct BenchScript {
  let steps: [BenchStep]

  /// Makes the script for some queries of the set, chosen by a seed.
  init(queries: [Query], dimensions: [Int], seed: UInt64) {
    var steps: [BenchStep] = []
    let rounds = Self.rounds(dimensionCount: dimensions.count)
    let texts = Self.choose(from: queries, seed: seed)
    for (index, text) in texts.enumerated() {
      steps += text.map { BenchStep(.type, .character($0)) }
      steps.append(BenchStep(.focus, .enter))
      steps += rounds[index % rounds.count]
      steps += [BenchStep(.focus, .character("/")), BenchStep(.type, .control("u"))]
    }
    steps.append(BenchStep(.focus, .enter))
    steps += Self.keys(.walk, "]]]]]][[[")
    steps += [BenchStep(.focus, .character("/")), BenchStep(.type, .control("u"))]
    self.steps = steps
  }

  /// Keys that make so many columns of the two at the beginning, each with other vectors; the query line is left for it
  /// and focused again.
  static func arranging(_ columns: Int) -> [BenchStep] {
    let change = columns < 2 ? "zx" : String(repeating: "zd-", count: columns - 2)
    guard !change.isEmpty else { return [] }
    return [BenchStep(.focus, .enter)] + keys(.column, change) + [BenchStep(.focus, .character("/"))]
  }

  /// How many queries are typed.
  static let queryCount = 8

  /// Queries that can be typed with one key a letter, of usual length.
  private static func choose(from queries: [Query], seed: UInt64) -> [String] {
    var generator = SeededRandom(seed: seed)
    let usable = queries.map(\.text).filter { text in
      (6...28).contains(text.count) && text.utf8.allSatisfy { (0x20..<0x7f).contains($0) }
    }
    let chosen = Array(usable.shuffled(using: &generator).prefix(queryCount))
    return chosen.isEmpty ? ["red mug", "black boots"] : chosen
  }

  /// What is done with the results of one query after the other.
  private static func rounds(dimensionCount: Int) -> [[BenchStep]] {
    let slides =
      String(repeating: "-", count: dimensionCount - 1)
      + String(repeating: "=", count: dimensionCount - 1)
    return [
      keys(.move, "jjjkk") + paging + keys(.grade, "31") + keys(.undo, "u") + keys(.grade, "0"),
      keys(.slide, slides) + keys(.move, "jj") + keys(.column, "lh") + keys(.grade, "2") + keys(.undo, "u"),
      keys(.mode, "ccc") + keys(.column, "l") + keys(.mode, "ccc") + keys(.column, "h") + keys(.move, "jjk")
        + interrupting,
      keys(.detail, "v") + keys(.move, "jjk") + keys(.detail, "vxv") + paging + interrupting
        + [BenchStep(.jump, .character("G")), BenchStep(.jump, .home)],
      [BenchStep(.view, .function(2))] + labelling
        + keys(.undo, String(repeating: "u", count: labelling.count))
        + [BenchStep(.view, .function(1))],
    ]
  }

  /// Items graded one after the other, each looked at for less time than anybody needs.
  private static let labelling = "120312".map {
    BenchStep(.label, .character($0), afterMilliseconds: 250)
  }

  private static let paging =
    [Key.pageDown, .pageDown, .pageDown, .pageUp, .pageUp, .pageUp].map { BenchStep(.page, $0) }

  /// Once over pictures that may be new, then over the same ones again.
  private static let interrupting = [
    BenchStep(.character("j"), interrupting: .pageDown), BenchStep(.character("k"), interrupting: .pageDown),
    BenchStep(.character("j"), interrupting: .pageUp), BenchStep(.character("k"), interrupting: .pageUp),
  ]

  private static func keys(_ kind: BenchKind, _ characters: some StringProtocol) -> [BenchStep] {
    characters.map { BenchStep(kind, .character($0)) }
  }
}
