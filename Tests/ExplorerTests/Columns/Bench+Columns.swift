import Explorer

@testable import Retrieval

extension Bench {
  /// Ranks every item that is not listed 1,234th of 6,764.
  static func location(_ request: LocateRequest) -> Action {
    let finding = WhyNot(
      ordinal: request.ordinal, verdict: .outranked,
      lanes: [
        LaneStanding(
          lane: .dense, score: 0.4123, rank: 1234, matched: 6764, listed: 1000, contribution: nil,
          absence: nil, need: nil)
      ],
      rank: 1234, score: 0.4123, matched: 6764, depth: request.plan.depth, last: nil)
    return .located(LocateReply(generation: request.generation, .found(finding)))
  }
}
