internal import Relevance

/// What is known about two columns over the whole set; an older answer stays until the next one comes.
package struct PairVerdict: Hashable, Sendable {
  private(set) var generation: Int?
  private(set) var answer: ComparePairReply?
  /// What was asked last, so that nothing is asked twice.
  private var question: ComparePairRequest?

  /// Whether the answer to the latest question is due.
  var isWaiting: Bool { generation != nil && answer?.generation != generation }

  /// Notes that something else is asked; `nil` when that was asked already.
  mutating func ask(_ request: ComparePairRequest) -> ComparePairRequest? {
    guard question?.isSame(as: request) != true else { return nil }
    question = request
    generation = request.generation
    return request
  }

  /// Takes an answer unless it is stale.
  mutating func take(_ reply: ComparePairReply) {
    if reply.generation == generation { answer = reply }
  }
}
