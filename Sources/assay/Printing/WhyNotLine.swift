internal import Explorer
internal import Relevance
internal import Retrieval

/// A finding as JSON.
struct WhyNotLine: Encodable {
  struct Rival: Encodable {
    let id: String
    let rank: Int
    let score: Double
  }

  struct Need: Encodable {
    let kind: String
    let value: Double?

    init(_ need: LaneStanding.Need) {
      (kind, value) =
        switch need {
        case .anyScore: ("any-score", nil)
        case .score(let score): ("score", score)
        case .rank(let rank): ("rank", Double(rank))
        case .unreachable(let best): ("unreachable", best)
        }
    }
  }

  struct Lane: Encodable {
    let score: Double?
    let rank: Int?
    let matched: Int
    let listed: Int
    let contribution: Double?
    let absence: String?
    let need: Need?
  }

  let id: String
  let title: String
  let verdict: String
  let rank: Int?
  let score: Double?
  let matched: Int
  let top: Int
  let last: Rival?
  let gap: Double?
  /// What of the query leaves the item out.
  let excludedBy: [String]?
  let lanes: [String: Lane]

  init(_ printer: WhyNotPrinter) {
    let finding = printer.finding
    id = printer.card.id.text
    title = printer.card.title
    verdict = finding.verdict.rawValue
    rank = finding.rank
    score = finding.score
    matched = finding.matched
    top = finding.depth
    last = finding.last.flatMap { last in
      printer.rival.map { Rival(id: $0.id.text, rank: last.rank, score: last.score) }
    }
    let isFiltered = finding.verdict == .filtered
    gap = isFiltered ? nil : finding.gap
    excludedBy = isFiltered ? printer.exclusions : nil
    lanes = finding.lanes.reduce(into: [:]) { lanes, lane in
      lanes[lane.lane.rawValue] = Lane(
        score: lane.score, rank: lane.rank, matched: lane.matched, listed: lane.listed,
        contribution: lane.contribution, absence: lane.absence?.rawValue,
        need: isFiltered ? nil : lane.need.map(Need.init))
    }
  }
}
