package import Retrieval
package import TerminalUI

/// Something that happened, in the order the event loop saw it; the only input of the reducer.
package enum Action: Hashable, Sendable {
  /// The terminal reported a key, a paste, a size or its capabilities.
  case terminal(TerminalEvent)
  /// A search finished.
  case searched(SearchReply)
  /// A search could not be run.
  case searchFailed(column: Int, generation: Int, SearchFailure)
  /// Vectors that a search needs are being derived, so much of them is done (0…1); the search follows by itself.
  case deriving(column: Int, generation: Int, share: Double)
  /// Detail of an item arrived.
  case inspected(InspectReply)
  /// A queue was made.
  case queued(generation: Int, LabelQueue)
  /// The making of a queue has come so far.
  case queueProgress(QueueProgress)
  /// A queue could not be made.
  case queueFailed(generation: Int, message: String)
  /// A decision is on disk; `clock` is the local time of day, `12:04:31`.
  case judged(token: Int, clock: String)
  /// A decision could not be saved and must not be shown as given.
  case judgmentFailed(token: Int, message: String)
  /// Some rankings of the query set arrived.
  case rankedQueries(RankQueriesReply)
  /// Vectors that ranking the query set needs are being derived; `share` is how much of that is done, 0…1.
  case derivingForQueries(generation: Int, share: Double)
  /// What is known about two columns over the query set arrived.
  case comparedPair(ComparePairReply)
  /// A part of the curves arrived.
  case measuredCurves(MeasureCurvesReply)
  /// A part of the catalogue as a plan scores it arrived.
  case foundAll(FindAllReply)
  /// What is to be shown of items, and where others stand, arrived.
  case placedItems(PlaceItemsReply)
  /// What a score is made of arrived.
  case openedScore(OpenScoreReply)
  /// What an open mean did not say yet arrived.
  case openedMean(OpenMeanReply)
  /// Where another column ranks an item arrived.
  case located(LocateReply)
  /// What is saved of columns arrived.
  case presets(SavedPresets)
  /// The index or its catalogue is not what it was; `nil` when it is again.
  case indexChanged(IndexNews?)
  /// The new build of the index was opened; answers come from it from now on.
  case reopened(Workbench)
  /// A model that queries could not be encoded with before, by its place, is loaded, or can't be for a reason.
  case modelSettled(Int, failure: String?)
  /// The server of a model, by its place, answered, or did not; searches may come out otherwise now.
  case serverNews(Int, String, isFailure: Bool)
  /// What a picture's file is arrived.
  case examinedPicture(PictureReply)
  /// What the query line may go on with arrived.
  case completed(CompletionReply)
  /// The time that `wakesAt` named has come.
  case timePassed
  /// Something to show in the status line until the next key.
  case notice(String)
  /// Something that went wrong, to show in the status line until the next key: what, where and what to do.
  case warning(String)
}

/// The answer to a `SearchRequest`.
package struct SearchReply: Hashable, Sendable {
  /// The column that asked.
  package let column: Int
  /// The generation of the request.
  package let generation: Int
  /// The ranking.
  package let outcome: SearchOutcome
  /// What to show of each item of `outcome`, in the same order.
  package let cards: [ItemCard]
  /// What may have been meant otherwise in the query, each in a sentence.
  package let hints: [String]
  /// What of the query could not be read if it ended here, passed over because it is still being typed; `nil` when
  /// nothing was.
  package let unfinished: SearchFailure?
  /// Why no item may answer; `nil` when some may.
  package let absence: String?
  /// Why the dense lane of the plan took no part; `nil` when it did, or when there is none.
  package let shortfall: String?
  /// Time spent encoding and searching, in seconds.
  package let seconds: Double

  /// Makes a reply.
  /// - Precondition: there is one card for each item.
  package init(
    column: Int, generation: Int, outcome: SearchOutcome, cards: [ItemCard], hints: [String] = [],
    unfinished: SearchFailure? = nil, absence: String? = nil, shortfall: String? = nil, seconds: Double
  ) {
    precondition(outcome.items.count == cards.count, "one card for each ranked item")
    self.column = column
    self.generation = generation
    self.outcome = outcome
    self.cards = cards
    self.hints = hints
    self.unfinished = unfinished
    self.absence = absence
    self.shortfall = shortfall
    self.seconds = seconds
  }
}

/// The answer to an `InspectRequest`.
package struct InspectReply: Hashable, Sendable {
  /// The generation of the request.
  package let generation: Int
  /// The item.
  package let ordinal: UInt32
  /// Every field worth reading, in catalogue order.
  package let fields: [ItemField]
  /// Why the item scores what it scores.
  package let explanation: Explanation

  /// Makes a reply.
  package init(generation: Int, ordinal: UInt32, fields: [ItemField], explanation: Explanation) {
    self.generation = generation
    self.ordinal = ordinal
    self.fields = fields
    self.explanation = explanation
  }
}
