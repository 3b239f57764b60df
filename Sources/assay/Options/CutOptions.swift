internal import ArgumentParser
internal import Retrieval

/// Where a ranking is cut; exactly one of the flags is given.
struct CutOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: "Cut at this score: items that score at least that much are above.")
  var threshold: Double?

  @Option(
    parsing: .unconditional,
    help: "Cut after so many items; those that share the last one's score go with it.")
  var items: Int?

  @Option(
    parsing: .unconditional,
    help: "Cut where neighbouring scores differ the most (1), or the second most (2), and so on, up to 10.")
  var gap: Int?

  func validate() throws {
    let given = [threshold != nil, items != nil, gap != nil].count { $0 }
    guard given == 1 else {
      throw ValidationError(
        given == 0
          ? "say where to cut: --threshold SCORE, --items COUNT or --gap NUMBER"
          : "give one of --threshold, --items and --gap")
    }
    if let threshold, threshold.isNaN {
      throw ValidationError("--threshold must be a number, not \(threshold)")
    }
    if let items, items < 0 { throw ValidationError("--items must be at least 0, not \(items)") }
    if let gap, gap < 1 { throw ValidationError("--gap must be at least 1, not \(gap)") }
  }

  /// The threshold these flags describe.
  /// - Throws: when there are not so many items with a score, or gaps.
  func threshold(in items: ScoredItems, gaps: [Int]) throws(CommandFailure) -> Float {
    if let threshold { return Float(threshold) }
    if let gap {
      guard gaps.indices.contains(gap - 1) else {
        throw .usage(
          "--gap \(gap): there are \(gaps.count) gaps between the scores of this query to choose from")
      }
      return items.threshold(at: gaps[gap - 1])
    }
    let count = self.items ?? 0
    guard count <= items.scores.count else {
      throw .usage("--items \(count): only \(items.scores.count) items have a score (\(items.basis.summary))")
    }
    return items.threshold(at: items.cuts(around: count).after)
  }
}
