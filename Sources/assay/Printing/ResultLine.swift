internal import Explorer
internal import Relevance
internal import Retrieval
internal import TerminalUI

/// One item of an answer as JSON.
struct ResultLine: Encodable {
  /// An item in one lane.
  struct Lane: Encodable {
    let score: Double
    let rank: Int
  }

  let rank: Int
  let id: String
  let score: Double
  let title: String
  let image: String?
  /// What each lane or rule adds to the score.
  let parts: [String: Double]
  /// The item's own score and rank in each lane that counts.
  let lanes: [String: Lane]
  /// What is known about the whole answer.
  let exactness: String
  let explanation: ExplanationLine?

  init(_ item: RankedItem, card: ItemCard, exactness: Exactness, explanation: Explanation?) {
    rank = item.rank
    id = card.id.text
    score = item.score
    title = card.title
    image = card.picture?.path
    parts = Dictionary(item.parts.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    lanes = item.parts.reduce(into: [:]) { lanes, part in
      guard let score = part.raw, let rank = part.laneRank else { return }
      lanes[part.name] = Lane(score: score, rank: rank)
    }
    self.exactness = exactness.summary
    self.explanation = explanation.map(ExplanationLine.init)
  }
}
