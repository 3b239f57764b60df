internal import Explorer
internal import Relevance
internal import Retrieval

/// Ranks one query for the explorer to show what its score is made of.
struct ScoreOpening {
  private let workspace: Workspace
  private let request: OpenScoreRequest

  init(_ workspace: Workspace, _ request: OpenScoreRequest) {
    self.workspace = workspace
    self.request = request
  }

  /// The ranking and what the items are called, or why there is none.
  var reply: OpenScoreReply {
    OpenScoreReply(generation: request.generation, outcome)
  }

  private var outcome: OpenScoreReply.Outcome {
    do {
      let search = try workspace.resolve(request.query, plan: request.plan)
      let items = workspace.rank(search, plan: request.plan).items
      let cards = try workspace.cards(of: items.map(\.ordinal))
      var titles = Dictionary(cards.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
      for document in request.judged where titles[document] == nil {
        // A judged item that is not in this catalogue is known by its id.
        guard let ordinal = try workspace.ordinal(of: document) else { continue }
        titles[document] = try workspace.cards(of: [ordinal]).first?.title
      }
      return .ranked(cards.map(\.id), titles: titles)
    } catch {
      return .failed("\(error)")
    }
  }
}
