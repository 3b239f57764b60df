internal import Explorer
internal import Relevance
internal import Retrieval
internal import TerminalUI

/// Prints where an item stands and what it would need to be answered with.
struct WhyNotPrinter {
  let finding: WhyNot
  /// The item.
  let card: ItemCard
  /// The item that is to be beaten.
  let rival: ItemCard?
  /// What of the query leaves the item out, in words.
  let exclusions: [String]

  /// What would have to be otherwise with the scores; no score helps an item that the query leaves out.
  var lanesInNeed: [LaneStanding] { finding.verdict == .filtered ? [] : finding.lanes }

  func print(as format: OutputFormat) throws {
    if format == .json { return TextOutput.line(try WhyNotLine(self).jsonLine()) }
    TextOutput.line(
      "\(card.id.text)  \(Fitting.truncate(card.title, columns: TextOutput.columns / 2, cut: .atWord))")
    TextOutput.line("  \(verdict)")
    let names = finding.lanes.map { $0.lane.rawValue } + ["score"]
    let width = names.map(\.count).max() ?? 0
    for lane in finding.lanes {
      TextOutput.line("  \(lane.lane.rawValue.rightPadded(to: width))  \(standing(lane))")
    }
    TextOutput.line("  \("score".rightPadded(to: width))  \(total)")
    for lane in lanesInNeed where finding.lanes.count > 1 || lane.need != nil {
      guard let need = lane.need.map(words) else { continue }
      let condition = finding.lanes.count > 1 ? ", the rest staying as it is" : ""
      TextOutput.line(
        "  needs\(String(repeating: " ", count: max(0, width - 5)))  \(lane.lane.rawValue): \(need)\(condition)"
      )
    }
  }

  private var verdict: String {
    let place =
      finding.rank.map { "rank \(Numerals.grouped($0)) of \(Numerals.grouped(finding.matched))" } ?? ""
    return switch finding.verdict {
    case .listed: "listed: \(place), and \(finding.depth) are asked for"
    case .filtered:
      "not listed: left out by \(reasons); what follows is among all items, and no score would help"
    case .unscored: "not listed: nothing gives it a score"
    case .notShortlisted: "not listed: the coarse stage does not pick it"
    case .beyondLists: "not listed: in none of the lists that are fused; --fusion-depth makes them longer"
    case .outranked: "not listed: \(place), and \(finding.depth) are asked for"
    }
  }

  private var reasons: String {
    exclusions.isEmpty ? "a filter or an exclusion" : exclusions.joined(separator: " and ")
  }

  private func standing(_ lane: LaneStanding) -> String {
    guard let score = lane.score else { return "no score: \(Self.words(lane.absence ?? .noItemTerm))" }
    guard let rank = lane.rank else { return "\(score.fixed(4))  not picked by the coarse stage" }
    let place = "\(score.fixed(4))  rank \(Numerals.grouped(rank)) of \(Numerals.grouped(lane.matched))"
    guard finding.lanes.count > 1 else { return place }
    guard let added = lane.contribution else {
      return lane.listed > 0 ? "\(place), beyond the \(Numerals.grouped(lane.listed)) that are fused" : place
    }
    return "\(place), adds \(added.fixed(4))"
  }

  private var total: String {
    let own = finding.score.map { $0.fixed(4) } ?? "none"
    guard finding.verdict != .filtered else {
      return finding.rank.map { "\(own), rank \(Numerals.grouped($0)) among all items" } ?? own
    }
    guard let last = finding.last, let rival else { return "\(own); the answer has room left" }
    let lead = "rank \(Numerals.grouped(last.rank)) has \(last.score.fixed(4)) (\(rival.id.text))"
    return finding.gap.map { "\(own), \(lead), gap \($0.fixed(4))" } ?? "\(own), \(lead)"
  }

  private func words(_ need: LaneStanding.Need) -> String {
    switch need {
    case .anyScore: "any score"
    case .score(let score): "a score of \(score.fixed(4))"
    case .rank(let rank): "rank \(Numerals.grouped(rank))"
    case .unreachable(let best): "out of reach; as the best of its list the item would have \(best.fixed(4))"
    }
  }

  private static func words(_ absence: LaneStanding.Absence) -> String {
    switch absence {
    case .noIndex: "the index has no such lane"
    case .noQueryVector: "the query has no vector"
    case .noItemVector: "the item has no vector"
    case .noQueryTerm: "no word of the query is in the index"
    case .noItemTerm: "the item has none of the query's words"
    }
  }
}
