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

  /// Performs an effect, in a lane of its kind; the terminal's own, and those that need more to be told, are left to the
  /// loop.
  ///
  /// What answers an effect is said where it is declared.
  func perform(_ effect: Effect) {
    switch effect {
    case .search(let request): search(request)
    case .forgetHeldSearches: derivations.forget()
    case .complete(let request): completions.submit(request, for: 0)
    case .remember(let query): history.remember(query)
    case .inspect(let request): inspections.submit(request, for: 0)
    case .examinePicture(let request): examinations.submit(request, for: 0)
    case .locate(let request): locations.submit(request, for: 0)
    case .placeItems(let request): placements.submit(request, for: 0)
    case .openScore(let request): scores.submit(request, for: 0)
    case .openMean(let request): means.submit(request)
    case .queue(let request): queues.submit(request)
    case .stopQueue: queues.end()
    case .rankQueries(let request): querySets.submit(request)
    case .stopRankingQueries: querySets.end()
    case .comparePair(let request): pairs.submit(request)
    case .measureCurves(let request): curves.submit(request)
    case .stopMeasuringCurves: curves.end()
    case .findAll(let request): scorings.submit(request)
    case .stopFindingAll: scorings.end()
    case .append(let draft): append(draft)
    case .compileQrels: compileQrels()
    case .readPresets: changePresets { _ in nil }
    case .savePreset(let preset, let mayReplace): savePreset(preset, mayReplace: mayReplace)
    case .deletePreset(let name): deletePreset(name)
    case .copy(let request): share { sharing, _ in sharing.copy(request) }
    case .open(let request): open(request)
    case .export(let request): share { $0.export(request, of: $1) }
    case .exportList(let request): share { $0.export(request, of: $1) }
    case .prefetch, .reload, .redraw, .suspend, .quit: break
    }
  }

  private func search(_ request: SearchRequest) {
    searchCount.increase()
    if !derivations.holds(request) { searches[request.lane].submit(request, for: request.column) }
  }

  /// Gets other lengths of the vectors ready, until the next key or search.
  func prepare(_ request: PrepareRequest) {
    preparations.submit(request, for: 0)
  }

  /// Saves a decision, in order and for good.
  private func append(_ draft: JudgmentDraft) {
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

  /// Writes the qrels file; the outcome is shown as a notice.
  private func compileQrels() {
    journalQueue.async { [mailbox, recorder, logger] in
      do {
        mailbox.send(.action(.notice(try recorder.compile())))
      } catch {
        logger.error("qrels not written", metadata: ["error": "\(error)"])
        mailbox.send(.action(.warning("qrels were not written: \(error)")))
      }
    }
  }

  private func savePreset(_ preset: ColumnPreset, mayReplace: Bool) {
    changePresets { presets in
      let isReplaced = try presets.save(preset, mayReplace: mayReplace)
      return "\(isReplaced ? "replaced" : "saved as") “\(preset.name)” in \(presets.file.path)"
    }
  }

  private func deletePreset(_ name: String) {
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

  /// Hands something on to other programs, in order; what came of it is shown.
  private func share(_ work: @escaping @Sendable (Sharing, Workspace) -> Action) {
    sharingQueue.async { [mailbox, sharing, workspace] in
      mailbox.send(.action(work(sharing, workspace.current)))
    }
  }

  private func open(_ request: OpenRequest) {
    share { [mailbox] sharing, workspace in
      sharing.open(request, of: workspace) { mailbox.send(.action(.warning($0))) }
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
