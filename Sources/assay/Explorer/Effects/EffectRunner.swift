internal import Dispatch
internal import Explorer
internal import Logging
internal import Relevance
internal import Retrieval
internal import Storage
internal import Synchronization

/// Performs the explorer's effects away from the event loop and mails back what came of them.
///
/// Lanes of work, each with its own thread so that it waits for no other: searches by each model (the newest of a column
/// replaces one that has not begun; one that needs vectors that are not there is held back); inspections, locations,
/// completions, pictures, placements and open numbers (likewise); what is got ready meanwhile (ended by the next key or
/// search); queues, find-all and what is worked out over the query set (a newer wish ends an older); the journal, presets
/// and what is shared with other programs (strictly in order, nothing dropped); opening another build of the index.
final class EffectRunner: Sendable {
  private let mailbox: Mailbox<LoopMessage>
  /// One for each model, so that none waits for another's server.
  private let searches: [LatestWins<Int, SearchRequest>]
  private let derivations: Derivations
  private let inspections: LatestWins<Int, InspectRequest>
  private let examinations: LatestWins<Int, PictureRequest>
  private let completions: LatestWins<Int, CompletionRequest>
  private let history: HistoryKeeper
  private let preparations: LatestWins<Int, PrepareRequest>
  private let queues: NewestOnly<QueueRequest>
  private let querySets: NewestOnly<RankQueriesRequest>
  private let pairs: NewestOnly<ComparePairRequest>
  private let curves: NewestOnly<MeasureCurvesRequest>
  private let scorings: NewestOnly<FindAllRequest>
  private let placements: LatestWins<Int, PlaceItemsRequest>
  private let scores: LatestWins<Int, OpenScoreRequest>
  private let means: NewestOnly<OpenMeanRequest>
  private let locations: LatestWins<Int, LocateRequest>
  private let searchCount: SearchCount
  private let presets: @Sendable () throws -> ColumnPresets
  private let presetQueue = DispatchQueue(label: "assay.presets")
  private let workspace: OpenWorkspace
  private let recorder: JudgmentRecorder
  private let sharing: Sharing
  private let journalQueue = DispatchQueue(label: "assay.journal")
  private let sharingQueue = DispatchQueue(label: "assay.sharing")
  private let reloadQueue = DispatchQueue(label: "assay.reload")
  private let refusals = Mutex<[String]>([])
  private let logger: Logger

  init(
    workspace: OpenWorkspace, recorder: JudgmentRecorder, queues builder: LabelQueueBuilder,
    sharing: Sharing, attention: Attention, history: HistoryKeeper,
    presets: @escaping @Sendable () throws -> ColumnPresets,
    mailbox: Mailbox<LoopMessage>, logger: Logger
  ) {
    self.mailbox = mailbox
    self.logger = logger
    self.history = history
    self.workspace = workspace
    self.recorder = recorder
    self.sharing = sharing
    self.presets = presets
    let answers = Answers(
      workspace: workspace, builder: builder, attention: attention, mailbox: mailbox, logger: logger)
    let searches = (0..<Workspace.mostModels).map {
      LatestWins<Int, SearchRequest>(label: "assay.search.\($0)", work: answers.search)
    }
    self.searches = searches
    derivations = Derivations(
      workspace,
      tell: { request, share in
        answers.send(.deriving(column: request.column, generation: request.generation, share: share))
      }, release: { searches[$0.lane].submit($0, for: $0.column) })
    let searchCount = SearchCount()
    self.searchCount = searchCount
    preparations = LatestWins(label: "assay.prepare") { request in
      let begun = searchCount.value
      workspace.current.prepare(request) { searchCount.value != begun || !attention.isCalm }
    }
    queues = NewestOnly(label: "assay.queue", quality: .userInitiated, work: answers.queue)
    querySets = NewestOnly(label: "assay.queries", work: answers.rankQueries)
    pairs = NewestOnly(label: "assay.pairs", work: answers.comparePair)
    curves = NewestOnly(label: "assay.curves", work: answers.measureCurves)
    scorings = NewestOnly(label: "assay.find-all", quality: .userInitiated, work: answers.findAll)
    means = NewestOnly(label: "assay.means", work: answers.openMean)
    placements = LatestWins(label: "assay.places", work: answers.place)
    scores = LatestWins(label: "assay.scores", work: answers.openScore)
    locations = LatestWins(label: "assay.locate", work: answers.locate)
    examinations = LatestWins(label: "assay.examine", work: answers.examine)
    completions = LatestWins(label: "assay.complete", work: answers.complete)
    inspections = LatestWins(label: "assay.inspect", work: answers.inspect)
  }

  /// Asks for a ranking; answered by `searched` or `searchFailed`.
  func search(_ request: SearchRequest) {
    searchCount.increase()
    if !derivations.holds(request) { searches[request.lane].submit(request, for: request.column) }
  }

  /// Forgets the searches that wait for vectors to be derived.
  func forgetHeldSearches() {
    derivations.forget()
  }

  /// Finds out where a column ranks an item; answered by `located`.
  func locate(_ request: LocateRequest) {
    locations.submit(request, for: 0)
  }

  /// Reads what is saved of columns; answered by `presets`.
  func readPresets() {
    changePresets { _ in nil }
  }

  /// Saves columns; answered by a `notice` or a `warning`.
  func savePreset(_ preset: ColumnPreset, mayReplace: Bool) {
    changePresets { presets in
      let isReplaced = try presets.save(preset, mayReplace: mayReplace)
      return "\(isReplaced ? "replaced" : "saved as") “\(preset.name)” in \(presets.file.path)"
    }
  }

  /// Deletes saved columns; answered by `presets`.
  func deletePreset(_ name: String) {
    changePresets { presets in
      try presets.file.delete(name)
      return "deleted “\(name)”"
    }
  }

  /// Changes the file, says what came of it, and tells what is saved then.
  private func changePresets(_ change: @escaping @Sendable (ColumnPresets) throws -> String?) {
    presetQueue.async { [mailbox, presets, logger] in
      do {
        let presets = try presets()
        if let words = try change(presets) { mailbox.send(.action(.notice(words))) }
        mailbox.send(.action(.presets(presets.saved)))
      } catch {
        logger.warning("presets not changed", metadata: ["error": "\(error)"])
        mailbox.send(.action(.warning("\(error)")))
      }
    }
  }

  /// Gets other lengths of the vectors ready, until the next key or search.
  func prepare(_ request: PrepareRequest) {
    preparations.submit(request, for: 0)
  }

  /// Asks for an item's detail; answered by `inspected`.
  func inspect(_ request: InspectRequest) {
    inspections.submit(request, for: 0)
  }

  /// Finds out what a picture's file is; answered by `examinedPicture`.
  func examine(_ request: PictureRequest) {
    examinations.submit(request, for: 0)
  }

  /// Finds out what the query line may go on with; answered by `completed`.
  func complete(_ request: CompletionRequest) {
    completions.submit(request, for: 0)
  }

  /// Notes a query as asked.
  func remember(_ query: String) {
    history.remember(query)
  }

  /// Makes a queue; answered by `queued` or `queueFailed`.
  func queue(_ request: QueueRequest) {
    queues.submit(request)
  }

  /// Leaves off making a queue.
  func stopQueue() {
    queues.end()
  }

  /// Ranks the query set; answered by `rankedQueries` a part at a time.
  func rankQueries(_ request: RankQueriesRequest) {
    querySets.submit(request)
  }

  /// Leaves off ranking the query set.
  func stopRankingQueries() {
    querySets.end()
  }

  /// Judges two columns over the query set; answered by `comparedPair`.
  func comparePair(_ request: ComparePairRequest) {
    pairs.submit(request)
  }

  /// Measures lengths and precisions; answered by `measuredCurves` a part at a time.
  func measureCurves(_ request: MeasureCurvesRequest) {
    curves.submit(request)
  }

  /// Leaves off measuring curves.
  func stopMeasuringCurves() {
    curves.end()
  }

  /// Scores every item of the catalogue; answered by `foundAll` a part at a time.
  func findAll(_ request: FindAllRequest) {
    scorings.submit(request)
  }

  /// Leaves off scoring the catalogue.
  func stopFindingAll() {
    scorings.end()
  }

  /// Finds out what is to be shown of items and where others stand; answered by `placedItems`.
  func place(_ request: PlaceItemsRequest) {
    placements.submit(request, for: 0)
  }

  /// Writes a list into a file; answered by a notice or a warning.
  func export(_ request: ExportListRequest) {
    sharingQueue.async { [mailbox, sharing, workspace] in
      mailbox.send(.action(sharing.export(request, of: workspace.current)))
    }
  }

  /// Ranks a query to show what its score is made of; answered by `openedScore`.
  func openScore(_ request: OpenScoreRequest) {
    scores.submit(request, for: 0)
  }

  /// Works out what an open mean does not say yet; answered by `openedMean`.
  func openMean(_ request: OpenMeanRequest) {
    means.submit(request)
  }

  /// Saves a decision; answered by `judged` once it is on disk, or by `judgmentFailed`.
  func append(_ draft: JudgmentDraft) {
    journalQueue.async { [self] in
      do {
        try recorder.append(draft)
        mailbox.send(.action(.judged(token: draft.token, clock: Timestamp.localClock())))
      } catch {
        logger.error("decision not saved", metadata: ["item": "\(draft.item)", "error": "\(error)"])
        refusals.withLock { $0.append("\(error)") }
        mailbox.send(.action(.judgmentFailed(token: draft.token, message: "\(error)")))
      }
    }
  }

  /// Opens the index anew; answered by `reopened`, or by `warning` when the one that is open has to do.
  func reload(_ open: @escaping @Sendable () throws -> (Workspace, Workbench)) {
    reloadQueue.async { [mailbox, workspace, logger] in
      do {
        let (reopened, bench) = try open()
        workspace.replace(with: reopened)
        mailbox.send(.action(.reopened(bench)))
        reopened.announceModels(to: mailbox)
      } catch {
        logger.warning("index not reopened", metadata: ["error": "\(error)"])
        mailbox.send(.action(.warning("the new index can't be opened, the old one stays: \(error)")))
      }
    }
  }

  /// Keeps what was copied in a file; answered by a notice.
  func copy(_ request: CopyRequest) {
    sharingQueue.async { [mailbox, sharing] in mailbox.send(.action(sharing.copy(request))) }
  }

  /// Opens an item in another program; answered by a notice or a warning.
  func open(_ request: OpenRequest) {
    sharingQueue.async { [mailbox, sharing, workspace] in
      let answer = sharing.open(request, of: workspace.current) { mailbox.send(.action(.warning($0))) }
      mailbox.send(.action(answer))
    }
  }

  /// Writes a comparison into a file; answered by a notice or a warning.
  func export(_ request: ExportRequest) {
    sharingQueue.async { [mailbox, sharing, workspace] in
      mailbox.send(.action(sharing.export(request, of: workspace.current)))
    }
  }

  /// Writes the qrels file; the outcome is shown as a notice.
  func compileQrels() {
    journalQueue.async { [mailbox, recorder, logger] in
      do {
        mailbox.send(.action(.notice(try recorder.compile())))
      } catch {
        logger.error("qrels not written", metadata: ["error": "\(error)"])
        mailbox.send(.action(.warning("qrels were not written: \(error)")))
      }
    }
  }

  /// Waits until everything asked for so far that outlives the session is on disk, or refused: decisions, exports,
  /// copies, presets and queries.
  func drain() {
    journalQueue.sync {}
    sharingQueue.sync {}
    presetQueue.sync {}
    history.drain()
  }

  /// What to say on leaving about decisions that could not be saved, the last of which nobody may have seen fail.
  var refusal: String? {
    refusals.withLock { refusals in
      refusals.last.map { "\(refusals.count) of the decisions made were not saved, the last because: \($0)" }
    }
  }
}

extension SearchRequest {
  /// Which of the lanes answers it: that of the model whose vectors it compares.
  fileprivate var lane: Int { min(max(0, plan.dense?.model ?? 0), Workspace.mostModels - 1) }
}
