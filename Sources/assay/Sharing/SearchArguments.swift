internal import Retrieval
internal import TerminalUI

/// The command that prints a column's answer: every number of an export can be made again by it.
struct SearchArguments {
  /// The words of the command line.
  let words: [String]

  /// - Parameters:
  ///   - plan: what was executed.
  ///   - query: the query as typed.
  ///   - index: the index it was executed on.
  ///   - weights: the customary weights of fields, which need not be said.
  ///   - top: how many rows to print.
  init(_ plan: SearchPlan, query: String, index: String, weights: [String: Double], top: Int) {
    var words = ["assay", "search", index, "--mode", Self.mode(plan), "--top", "\(top)"]
    if let dense = plan.dense { words += Self.words(dense) }
    if let lexical = plan.lexical { words += Self.words(lexical, weights: weights) }
    if plan.dense != nil, plan.lexical != nil { words += Self.words(plan.fusion, plan.fusionDepth) }
    // Filters of the column hold beside those of the query, wherever they stand.
    self.words = words + ["--", [query, plan.filter].filter { !$0.isEmpty }.joined(separator: " ")]
  }

  /// The command for a POSIX shell.
  var shellText: String { words.map(Self.quoted).joined(separator: " ") }

  private static func mode(_ plan: SearchPlan) -> String {
    (plan.dense == nil ? RankingMode.lexical : plan.lexical == nil ? .dense : .hybrid).rawValue
  }

  private static func words(_ lane: DenseLane) -> [String] {
    var words = [
      "--dimensions", "\(lane.dimensions)", "--precision", lane.precision.rawValue, "--text-share",
      "\(lane.textShare)",
    ]
    if let coarse = lane.coarse {
      words += ["--coarse", "\(coarse.dimensions):\(coarse.precision.rawValue):\(coarse.shortlist)"]
    }
    return words
  }

  private static func words(_ lane: LexicalLane, weights: [String: Double]) -> [String] {
    let changed = lane.fieldWeights.filter { $0.value != weights[$0.key] ?? 1 }.sorted { $0.key < $1.key }
    return ["--k1", "\(lane.k1)", "--b", "\(lane.b)"]
      + changed.flatMap { ["--field-weight", "\($0.key)=\($0.value)"] }
  }

  private static func words(_ fusion: Fusion, _ depth: FusionDepth) -> [String] {
    let rule =
      switch fusion {
      case .weighted(let share, let normalisation):
        ["weighted", "--lexical-share", "\(share)", "--normalisation", normalisation.rawValue]
      case .reciprocalRank(let k): ["rrf", "--rrf-k", "\(k)"]
      case .combSUM(let normalisation): ["combsum", "--normalisation", normalisation.rawValue]
      case .combMNZ(let normalisation): ["combmnz", "--normalisation", normalisation.rawValue]
      }
    return ["--fusion"] + rule + ["--fusion-depth", "\(depth)"]
  }

  private static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
          || "-_./:=,@%+".utf8.contains(byte)
      }
    return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
