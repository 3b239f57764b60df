package import Relevance
package import Retrieval
package import TerminalUI

/// Something the world has to do for the explorer; performed by the effect runner, never by the reducer.
package enum Effect: Hashable, Sendable {
  /// Run a query for one column. A newer search for the same column cancels an older one.
  case search(SearchRequest)
  /// Find out what the query line may go on with; answered by `completed`. A newer wish replaces an older one.
  case complete(CompletionRequest)
  /// Note a query as asked, for this session's successors.
  case remember(String)
  /// Load what the detail pane shows of one item under the column's plan: fields and explanation.
  case inspect(InspectRequest)
  /// Make the queue of the Label view; answered by `queued` or `queueFailed`. A newer wish replaces an older one.
  case queue(QueueRequest)
  /// Leave off making the queue.
  case stopQueue
  /// Get pictures ready that are not shown yet, after those that are.
  case prefetch([PicturePlacement])
  /// Find out what a picture's file is; answered by `examinedPicture`. A newer wish replaces an older one.
  case examinePicture(PictureRequest)
  /// Append one decision to the journal, durably; answered by `judged` or `judgmentFailed`.
  case append(JudgmentDraft)
  /// Rank the query set in the background, a part at a time; answered by `rankedQueries`. A newer wish ends an older.
  case rankQueries(RankQueriesRequest)
  /// Leave off ranking the query set.
  case stopRankingQueries
  /// Judge two columns over the query set; answered by `comparedPair`. A newer question ends an older.
  case comparePair(ComparePairRequest)
  /// Measure every length and precision over the query set in the background; answered by `measuredCurves` a part at a
  /// time. A newer wish ends an older.
  case measureCurves(MeasureCurvesRequest)
  /// Leave off measuring curves.
  case stopMeasuringCurves
  /// Score every item of the catalogue; answered by `foundAll` a part at a time. A newer wish ends an older.
  case findAll(FindAllRequest)
  /// Leave off scoring the catalogue.
  case stopFindingAll
  /// Find out what is to be shown of items and where others stand; answered by `placedItems`.
  case placeItems(PlaceItemsRequest)
  /// Write a list into a file; answered by a `notice` with its path, or by a `warning`.
  case exportList(ExportListRequest)
  /// Rank a query to show what its score is made of; answered by `openedScore`. A newer wish replaces an older one.
  case openScore(OpenScoreRequest)
  /// Work out what an open mean does not say yet; answered by `openedMean`. A newer wish ends an older one.
  case openMean(OpenMeanRequest)
  /// Forget searches that wait for vectors to be derived: the columns are others now, and ask again.
  case forgetHeldSearches
  /// Find out where a column ranks an item that it does not list; answered by `located`.
  case locate(LocateRequest)
  /// Read what is saved of columns; answered by `presets`.
  case readPresets
  /// Save columns under a name, `mayReplace` what is saved under it already; answered by a `notice` or a `warning`.
  case savePreset(ColumnPreset, mayReplace: Bool)
  /// Delete what is saved under a name; answered by `presets`.
  case deletePreset(String)
  /// Write the qrels file from the journal now.
  case compileQrels
  /// Open the new build of the index; answered by `reopened` or, when that can't be done, by a `warning`.
  case reload
  /// Put a text where other programs can paste it from; answered by a `notice`.
  case copy(CopyRequest)
  /// Open an item in another program; answered by a `notice`, or by a `warning` when that can't be done.
  case open(OpenRequest)
  /// Write a comparison into a file; answered by a `notice` with its path, or by a `warning`.
  case export(ExportRequest)
  /// Repaint every cell and picture.
  case redraw
  /// Give the terminal back to the shell until the program is continued.
  case suspend
  /// Leave; the journal is compiled on the way out.
  case quit
}

/// A query to run for one column.
package struct SearchRequest: Hashable, Sendable {
  /// The column that wants it, from 0.
  package let column: Int
  /// Answers of an older generation of this column are dropped.
  package let generation: Int
  /// The query as typed.
  package let query: Query
  /// What to execute.
  package let plan: SearchPlan
  /// How finished the query is.
  package let typing: Typing

  /// Makes a request.
  package init(column: Int, generation: Int, query: Query, plan: SearchPlan, typing: Typing = .finished) {
    self.column = column
    self.generation = generation
    self.query = query
    self.plan = plan
    self.typing = typing
  }
}

/// A wish to have other lengths of the vectors ready for the query that was answered last.
package struct PrepareRequest: Hashable, Sendable {
  /// The query.
  package let query: Query
  /// The plan it was answered under.
  package let plan: SearchPlan
  /// How finished the query was.
  package let typing: Typing

  /// Makes a request.
  package init(query: Query, plan: SearchPlan, typing: Typing) {
    self.query = query
    self.plan = plan
    self.typing = typing
  }
}

/// A wish to see one item in detail, with its score explained.
package struct InspectRequest: Hashable, Sendable {
  /// Answers of an older generation are dropped.
  package let generation: Int
  /// The item.
  package let ordinal: UInt32
  /// The query it was found by.
  package let query: Query
  /// The plan whose score is explained.
  package let plan: SearchPlan
  /// How finished the query was.
  package let typing: Typing

  /// Makes a request.
  package init(generation: Int, ordinal: UInt32, query: Query, plan: SearchPlan, typing: Typing = .finished) {
    self.generation = generation
    self.ordinal = ordinal
    self.query = query
    self.plan = plan
    self.typing = typing
  }
}

/// A decision before the runner adds time, assessor, scale and item hash.
package struct JudgmentDraft: Hashable, Sendable {
  /// Ties the answer to the decision; ascending.
  package let token: Int
  /// The query judged for.
  package let query: Query
  /// The item judged.
  package let item: DocumentID
  /// What was decided.
  package let decision: Decision
  /// The grade that showed before, restored when saving fails.
  package let previous: Int?
  /// What was written beside it; `nil` leaves an earlier note as it is.
  package let note: String?
  /// Where the item was seen; `nil` when that is not known.
  package let seen: Sighting?
  /// Whether score, rank and column were hidden.
  package let isBlind: Bool
  /// How long the item was looked at, in milliseconds; `nil` when that is not known.
  package let milliseconds: Int?

  /// Makes a draft.
  package init(
    token: Int, query: Query, item: DocumentID, decision: Decision, previous: Int?, note: String? = nil,
    seen: Sighting? = nil, isBlind: Bool = false, milliseconds: Int? = nil
  ) {
    self.token = token
    self.query = query
    self.item = item
    self.decision = decision
    self.previous = previous
    self.note = note
    self.seen = seen
    self.isBlind = isBlind
    self.milliseconds = milliseconds
  }

  /// The grade; `nil` for every other decision.
  package var grade: Int? { decision.grade }
}
