internal import Relevance
internal import Retrieval

/// One query's score that was opened.
package struct OpenedScore: Hashable, Sendable {
  /// What ranks the query, in words.
  let name: String
  /// What was asked for.
  let request: OpenScoreRequest
  /// The items, best first; `nil` until they come.
  private(set) var ranking: [DocumentID]?
  /// What items are called.
  private(set) var titles: [DocumentID: String] = [:]
  /// Why there is nothing to show.
  private(set) var failure: String?
  /// The arithmetic of what came.
  private(set) var arithmetic: ScoreArithmetic?
  /// How many lines are scrolled away.
  var scroll = 0

  /// Opens a score of which nothing is known yet.
  init(_ request: OpenScoreRequest, name: String) {
    self.request = request
    self.name = name
  }

  /// Takes an answer, unless it is stale.
  mutating func take(_ reply: OpenScoreReply) {
    guard reply.generation == request.generation else { return }
    switch reply.outcome {
    case .ranked(let ranking, let titles):
      self.ranking = ranking
      self.titles = titles
    case .failed(let message): failure = message
    }
  }

  /// Works the score out anew when the measure or a grade changed.
  mutating func measure(by measure: MeasureChoice, grades: [DocumentID: Int], highest: Int) {
    guard let ranking, arithmetic?.measure != measure || arithmetic?.grades != grades else { return }
    arithmetic = ScoreArithmetic(
      measure, ranking: ranking, grades: grades, highest: highest, depth: request.plan.depth)
  }
}
