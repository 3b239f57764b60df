package import Relevance
package import Retrieval

/// An answer as a column shows it.
package struct Ranking: Hashable, Sendable {
  /// The query it answers.
  package let query: Query
  /// The plan that was executed.
  package let plan: SearchPlan
  /// How finished the query was.
  package let typing: Typing
  /// The items, best first.
  package let outcome: SearchOutcome
  /// What to show of each item, in the same order.
  package let cards: [ItemCard]
  /// What may have been meant otherwise in the query.
  package let hints: [String]
  /// What of the query was passed over because it is still being typed.
  package let unfinished: SearchFailure?
  /// Why no item may answer; `nil` when some may.
  package let absence: String?
  /// Why the dense lane of the plan took no part; `nil` when it did, or when there is none.
  package let shortfall: String?
  /// Time spent encoding and searching, in seconds.
  package let seconds: Double
  /// Ranks from 1 by ordinal.
  package let ranks: [UInt32: Int]

  init(answering request: SearchRequest, with reply: SearchReply) {
    self.query = request.query
    self.plan = request.plan
    self.typing = request.typing
    self.outcome = reply.outcome
    self.cards = reply.cards
    self.hints = reply.hints
    self.unfinished = reply.unfinished
    self.absence = reply.absence
    self.shortfall = reply.shortfall
    self.seconds = reply.seconds
    self.ranks = Dictionary(
      reply.outcome.items.map { ($0.ordinal, $0.rank) }, uniquingKeysWith: { first, _ in first })
  }

  /// How many items there are.
  package var count: Int { cards.count }

  /// Whether every item that was found is listed.
  package var listsAll: Bool { count >= outcome.matched }

  /// The ids of the first `depth` items.
  package func top(_ depth: Int) -> [DocumentID] {
    cards.prefix(depth).map(\.id)
  }
}

/// One column: a configuration and the latest answer under it.
package struct ResultColumn: Hashable, Sendable {
  /// How it ranks.
  package var settings: RankingSettings
  /// The latest request; an answer to any other is stale.
  package private(set) var request: SearchRequest?
  /// The latest answer that was not stale; it stays until the next one arrives.
  package private(set) var ranking: Ranking?
  /// Why the latest request could not be answered; an answer to an older one may still be there.
  package private(set) var failure: SearchFailure?
  /// Measures of `ranking`, or `nil` when nothing is known about its query.
  package var standing: Standing?
  /// How much of the vectors that the latest request compares is derived, 0…1; `nil` while nothing has to be.
  package private(set) var derivation: Double?
  /// Where one stands in the list, when the lists of all columns do not scroll together and another one has the focus.
  package var place = ListPlace()
  /// The rows that show, as indices of the ranking; `nil` when all do.
  package internal(set) var listed: [Int]?
  /// How alike the ranking is to that of the column to the left; `nil` for the first one and while answers are due.
  package internal(set) var similarity: RankBiasedOverlap?
  /// The settings of the latest request, and those of the latest answer.
  private var asked: RankingSettings?
  private(set) var answered: RankingSettings?
  private var isAnswered = false

  /// Makes a column that has not asked yet.
  package init(settings: RankingSettings) {
    self.settings = settings
  }

  /// How many rows show.
  package var rowCount: Int { listed?.count ?? ranking?.count ?? 0 }

  /// The index in the ranking of what shows in a row; `nil` below the last one.
  func index(ofRow row: Int) -> Int? {
    guard row >= 0, row < rowCount else { return nil }
    return listed?[row] ?? row
  }

  /// The row that shows what has an index in the ranking; `nil` when none does.
  func row(ofIndex index: Int) -> Int? {
    guard let listed else { return index }
    return listed.firstIndex(of: index)
  }

  /// Whether an answer is due.
  package var isWaiting: Bool { request != nil && !isAnswered }

  /// Whether the latest answer lacks the vectors of a model, so that another attempt may do better.
  func lacksModel(at place: Int) -> Bool {
    guard let model = request?.plan.dense?.model, model == place else { return false }
    return failure.map { !$0.isFaultOfText } ?? (ranking?.shortfall != nil)
  }

  /// Whether the latest answer lacks the vectors of a model, or may turn out to when it comes.
  func awaitsModel(at place: Int) -> Bool {
    lacksModel(at: place) || (isWaiting && request?.plan.dense?.model == place)
  }

  /// Notes that a newer request is under way.
  mutating func ask(_ request: SearchRequest) {
    if request.plan.dense != self.request?.plan.dense { derivation = nil }
    asked = settings
    self.request = request
    isAnswered = false
  }

  /// Takes an answer, unless it is stale; says whether it was taken.
  mutating func take(_ reply: SearchReply) -> Bool {
    guard let request = settle(reply.generation) else { return false }
    answered = asked
    ranking = Ranking(answering: request, with: reply)
    failure = nil
    return true
  }

  /// Takes note of how far the vectors are derived that the answer waits for, unless that is stale.
  mutating func take(derivation: Double, generation: Int) {
    if request?.generation == generation, !isAnswered { self.derivation = derivation }
  }

  /// Takes a failure, unless it is stale; says whether it was taken.
  ///
  /// A query that can't be read is mostly one that is not finished: the answer before it stays in sight.
  mutating func fail(generation: Int, _ failure: SearchFailure) -> Bool {
    guard settle(generation) != nil else { return false }
    if !failure.isFaultOfText { ranking = nil }
    self.failure = failure
    return true
  }

  /// The one place where stale answers are dropped.
  private mutating func settle(_ generation: Int) -> SearchRequest? {
    guard let request, request.generation == generation else { return nil }
    isAnswered = true
    derivation = nil
    return request
  }
}
